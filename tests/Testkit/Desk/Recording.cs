using System.Runtime.InteropServices;
using Hotline.Testkit.Sound;
using NAudio.Wave;

namespace Hotline.Testkit.Desk;

/// <summary>A recording as the desk plays it: WAV, 16 bits, left the caller, right what the caller heard.</summary>
public sealed class Recording
{
    public Recording(byte[] wav)
    {
        using var file = new WaveFileReader(new MemoryStream(wav));
        if (file.WaveFormat is not { Channels: 2, BitsPerSample: 16, SampleRate: Tone.SampleRate })
        {
            throw new InvalidDataException($"No stereo WAV of {Tone.SampleRate} Hz: {file.WaveFormat}.");
        }
        var samples = new byte[file.Length];
        file.ReadExactly(samples);
        var both = MemoryMarshal.Cast<byte, short>(samples);
        (Left, Right) = (new short[both.Length / 2], new short[both.Length / 2]);
        for (var n = 0; n < Left.Length; n++)
        {
            (Left[n], Right[n]) = (both[2 * n], both[2 * n + 1]);
        }
    }

    public short[] Left { get; }

    public short[] Right { get; }

    public TimeSpan Length => TimeSpan.FromSeconds((double)Left.Length / Tone.SampleRate);

    /// <summary>How loud a tone is in a part of a track, 1 being as loud as it was sent.</summary>
    /// <param name="track">The track.</param>
    /// <param name="tone">The tone.</param>
    /// <param name="from">Where the part begins.</param>
    /// <param name="length">How long it is.</param>
    public static double Loudness(short[] track, Tone tone, TimeSpan from, TimeSpan length) =>
        tone.LoudnessIn(track.AsSpan((int)(from.TotalSeconds * Tone.SampleRate), (int)(length.TotalSeconds * Tone.SampleRate)));

    /// <summary>
    /// How loud a tone is in the middle half of a track, 1 being as loud as it was sent. Measured in pieces: where a packet was late the tone
    /// goes on at another point of its wave, and over the whole the two halves would weigh each other up.
    /// </summary>
    public static double Loudness(short[] track, Tone tone) =>
        track.Skip(track.Length / 4).Take(track.Length / 2).Chunk(Tone.SampleRate / 20).Select(piece => tone.LoudnessIn(piece)).DefaultIfEmpty()
            .Average();
}
