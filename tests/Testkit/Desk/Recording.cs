using System.Buffers.Binary;
using Hotline.Testkit.Sound;

namespace Hotline.Testkit.Desk;

/// <summary>A recording as the desk plays it: WAV, 16 bits, left the caller, right what the caller heard.</summary>
public sealed class Recording
{
    private const int HeaderBytes = 44;

    public Recording(byte[] wav)
    {
        if (wav.Length < HeaderBytes || BinaryPrimitives.ReadInt16LittleEndian(wav.AsSpan(22)) != 2 || BinaryPrimitives.ReadInt32LittleEndian(wav.AsSpan(24)) != Tone.SampleRate)
        {
            throw new InvalidDataException($"No stereo WAV of {Tone.SampleRate} Hz ({wav.Length} bytes).");
        }
        int frames = (wav.Length - HeaderBytes) / 4;
        Left = [.. Enumerable.Range(0, frames).Select(n => BinaryPrimitives.ReadInt16LittleEndian(wav.AsSpan(HeaderBytes + 4 * n)))];
        Right = [.. Enumerable.Range(0, frames).Select(n => BinaryPrimitives.ReadInt16LittleEndian(wav.AsSpan(HeaderBytes + 4 * n + 2)))];
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

    /// <summary>How loud a tone is in the middle half of a track, 1 being as loud as it was sent.</summary>
    public static double Loudness(short[] track, Tone tone) => tone.LoudnessIn(track.AsSpan(track.Length / 4, track.Length / 2));
}
