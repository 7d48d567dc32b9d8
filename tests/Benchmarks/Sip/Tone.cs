using NAudio.Codecs;

namespace Hotline.Benchmarks.Sip;

/// <summary>A tone in A-law and the ear for it (Goertzel), also beneath a voice that is mixed with it.</summary>
internal sealed class Tone
{
    private const int Rate = 8000;
    private const double Loud = 0.25;
    private static readonly float[] Linear = [.. Enumerable.Range(0, 256).Select(b => ALawDecoder.ALawToLinearSample((byte)b) / 32768f)];
    private readonly double _coefficient;

    public Tone(int hertz)
    {
        _coefficient = 2 * Math.Cos(2 * Math.PI * hertz / Rate);
        Sound = [.. Enumerable.Range(0, Rate)
            .Select(n => ALawEncoder.LinearToALawSample((short)(Loud * short.MaxValue * Math.Sin(2 * Math.PI * hertz * n / Rate))))];
    }

    /// <summary>One second; its end joins its beginning.</summary>
    public byte[] Sound { get; }

    /// <summary>Whether at least half of the tone's strength is in these samples.</summary>
    public bool IsIn(ReadOnlySpan<byte> samples)
    {
        double s1 = 0, s2 = 0;
        foreach (var b in samples)
        {
            var s = Linear[b] + (_coefficient * s1) - s2;
            (s2, s1) = (s1, s);
        }
        var power = (s1 * s1) + (s2 * s2) - (_coefficient * s1 * s2);
        return 2 * Math.Sqrt(Math.Max(0, power)) / samples.Length > Loud / 2;
    }
}
