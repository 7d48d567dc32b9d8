namespace Hotline.Testkit.Sound;

/// <summary>G.711 A-law, by the book.</summary>
public static class ALaw
{
    private const int Clip = 32635;
    private static readonly short[] Decoded = [.. Enumerable.Range(0, 256).Select(b => DecodeByte((byte)b))];

    public static short Decode(byte code) => Decoded[code];

    public static byte Encode(short sample)
    {
        int sign = sample < 0 ? 0 : 0x80;
        int value = Math.Min(Math.Abs((int)sample), Clip);
        int exponent = 7;
        for (int mask = 0x4000; exponent > 0 && (value & mask) == 0; mask >>= 1)
        {
            exponent--;
        }
        int mantissa = (value >> (exponent == 0 ? 4 : exponent + 3)) & 0x0F;
        return (byte)((sign | (exponent << 4) | mantissa) ^ 0x55);
    }

    private static short DecodeByte(byte code)
    {
        int value = code ^ 0x55;
        int exponent = (value & 0x70) >> 4;
        int sample = ((value & 0x0F) << 4) + 8;
        if (exponent > 0)
        {
            sample = (sample + 0x100) << (exponent - 1);
        }
        return (short)((value & 0x80) != 0 ? sample : -sample);
    }
}
