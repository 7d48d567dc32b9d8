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
        int hertz = Hertz;
        return [.. Enumerable.Range(0, SampleRate).Select(n => ALaw.Encode((short)(Amplitude * short.MaxValue * Math.Sin(2 * Math.PI * hertz * n / SampleRate))))];
    }

    /// <summary>A WAV file of 16 bits, mono.</summary>
    public byte[] Wav(TimeSpan length)
    {
        int samples = (int)(length.TotalSeconds * SampleRate);
        using var stream = new MemoryStream();
        using (var file = new BinaryWriter(stream))
        {
            file.Write("RIFF"u8);
            file.Write(36 + 2 * samples);
            file.Write("WAVEfmt "u8);
            file.Write(16);
            file.Write((short)1);
            file.Write((short)1);
            file.Write(SampleRate);
            file.Write(2 * SampleRate);
            file.Write((short)2);
            file.Write((short)16);
            file.Write("data"u8);
            file.Write(2 * samples);
            for (int n = 0; n < samples; n++)
            {
                file.Write((short)(Amplitude * short.MaxValue * Math.Sin(2 * Math.PI * Hertz * n / SampleRate)));
            }
        }
        return stream.ToArray();
    }

    /// <summary>How loud this tone is in the samples (Goertzel), 1 being as loud as it was sent.</summary>
    public double LoudnessIn(ReadOnlySpan<short> samples)
    {
        double coefficient = 2 * Math.Cos(2 * Math.PI * Hertz / SampleRate), s1 = 0, s2 = 0;
        foreach (short sample in samples)
        {
            (s1, s2) = (sample + coefficient * s1 - s2, s1);
        }
        double power = Math.Max(0, s1 * s1 + s2 * s2 - coefficient * s1 * s2);
        return samples.Length == 0 ? 0 : 2 * Math.Sqrt(power) / samples.Length / (Amplitude * short.MaxValue);
    }

    public override string ToString() => $"{Hertz} Hz";
}
