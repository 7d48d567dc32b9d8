namespace Hotline.Benchmarks.Sip;

/// <summary>A tone in A-law and the ear for it (Goertzel), also beneath a voice that is mixed with it.</summary>
internal sealed class Tone
{
    private const int Rate = 8000;
    private const double Loud = 0.25;
    private static readonly float[] Linear = [.. Enumerable.Range(0, 256).Select(b => Decode((byte)b))];
    private readonly double _coefficient;

    public Tone(int hertz)
    {
        _coefficient = 2 * Math.Cos(2 * Math.PI * hertz / Rate);
        Sound = [.. Enumerable.Range(0, Rate).Select(n => Encode(Loud * Math.Sin(2 * Math.PI * hertz * n / Rate)))];
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

    private static byte Encode(double value)
    {
        var best = 0;
        for (var b = 1; b < 256; b++)
        {
            if (Math.Abs(Linear[b] - value) < Math.Abs(Linear[best] - value))
            {
                best = b;
            }
        }
        return (byte)best;
    }

    private static float Decode(byte alaw)
    {
        var a = alaw ^ 0x55;
        var segment = (a & 0x70) >> 4;
        var value = ((a & 0x0F) << 4) + 8;
        value = segment == 0 ? value : (value + 0x100) << (segment - 1);
        return ((a & 0x80) != 0 ? value : -value) / 32768f;
    }
}
