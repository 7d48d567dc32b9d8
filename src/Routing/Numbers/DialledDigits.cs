namespace Hotline.Routing.Numbers;

/// <summary>The one way in which a dialled number is written: digits, and a star where a province's entry has one (NUM-15).</summary>
public static class DialledDigits
{
    /// <summary>No numbering plan has longer ones; what is longer comes from a mistake or an attack.</summary>
    public const int LengthMax = 24;

    /// <summary>The dialplan lets in no more characters (asterisk-config/extensions.conf).</summary>
    public const int DialledMax = 32;

    /// <summary>"0571-12345-*" → "057112345*". What is neither digit nor star is left out; the rest is cut to <see cref="LengthMax"/>.</summary>
    public static string Normalise(string dialled)
    {
        Span<char> kept = stackalloc char[LengthMax];
        var length = 0;
        foreach (var c in dialled)
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
        var digits = number.EndsWith('*') ? number.AsSpan(0, number.Length - 1) : number;
        return digits.Length is > 0 and < LengthMax && !digits.ContainsAnyExceptInRange('0', '9');
    }

    /// <summary>Digits with what networks put around them: a plus before, a star or # behind. The dialplan lets nothing else in.</summary>
    public static bool IsDialled(string text)
    {
        var digits = text.AsSpan(text.StartsWith('+') ? 1 : 0);
        digits = digits is [.., '*' or '#'] ? digits[..^1] : digits;
        return digits.Length > 0 && text.Length <= DialledMax && !digits.ContainsAnyExceptInRange('0', '9');
    }
}
