using NAudio.Codecs;
using NAudio.Wave;

namespace Hotline.Testkit.Sound;

/// <summary>A sine by which one party is known: whoever hears this frequency hears that party.</summary>
/// <param name="Hertz">A whole number, so that one second repeats without a seam.</param>
public readonly record struct Tone(int Hertz)
{
    public const int SampleRate = 8000;

    /// <summary>Of full scale; three of them together still do not clip.</summary>
    public const double Amplitude = 0.3;

    /// <summary>One second, as A-law.</summary>
    public byte[] Second()
    {
        var second = new byte[SampleRate];
        for (var n = 0; n < SampleRate; n++)
        {
            second[n] = ALawEncoder.LinearToALawSample((short)(SampleAt(n) * short.MaxValue));
        }
        return second;
    }

    /// <summary>A WAV file of 16 bits, mono.</summary>
    public byte[] Wav(TimeSpan length)
    {
        using var stream = new MemoryStream();
        using (var file = new WaveFileWriter(stream, new WaveFormat(SampleRate, 16, 1)))
        {
            for (var n = 0; n < (int)(length.TotalSeconds * SampleRate); n++)
            {
                file.WriteSample(SampleAt(n));
            }
        }
        return stream.ToArray();
    }

    /// <summary>How loud this tone is in the samples (Goertzel), 1 being as loud as it was sent.</summary>
    public double LoudnessIn(ReadOnlySpan<short> samples)
    {
        double coefficient = 2 * Math.Cos(2 * Math.PI * Hertz / SampleRate), s1 = 0, s2 = 0;
        foreach (var sample in samples)
        {
            (s1, s2) = (sample + coefficient * s1 - s2, s1);
        }
        var power = Math.Max(0, s1 * s1 + s2 * s2 - coefficient * s1 * s2);
        return samples.Length == 0 ? 0 : 2 * Math.Sqrt(power) / samples.Length / (Amplitude * short.MaxValue);
    }

    private float SampleAt(int n) => (float)(Amplitude * Math.Sin(2 * Math.PI * Hertz * n / SampleRate));

    public override string ToString() => $"{Hertz} Hz";
}
