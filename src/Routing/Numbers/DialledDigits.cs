namespace Hotline.Routing.Numbers;

/// <summary>The one way in which a dialled number is written: digits, and a star where a province's entry has one (NUM-15).</summary>
public static class DialledDigits
{
    /// <summary>No numbering plan has longer ones; what is longer comes from a mistake or an attack.</summary>
    public const int LengthMax = 24;

    /// <summary>"0571-12345-*" → "057112345*". What is neither digit nor star is left out; the rest is cut to <see cref="LengthMax"/>.</summary>
    public static string Normalise(string dialled)
    {
        Span<char> kept = stackalloc char[LengthMax];
        int length = 0;
        foreach (char c in dialled)
        {
            if (length < LengthMax && (char.IsAsciiDigit(c) || c == '*'))
            {
                kept[length++] = c;
            }
        }

        return kept[..length].ToString();
    }

    /// <summary>Digits with at most one star, at the end.</summary>
    public static bool IsWellFormed(string number)
    {
        ReadOnlySpan<char> digits = number.EndsWith('*') ? number.AsSpan(0, number.Length - 1) : number;
        return digits.Length is > 0 and < LengthMax && !digits.ContainsAnyExceptInRange('0', '9');
    }
}
