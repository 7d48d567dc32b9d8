using System.Globalization;
using System.Text;
using Hotline.Routing.Numbers;

namespace Hotline.Telephony.Sip;

/// <summary>Text that strangers chose: caller ids, dialled digits, Call-IDs. Cut and cleaned before it goes anywhere.</summary>
internal static class OutsideText
{
    public const int CallerMax = 64;
    public const int DialledMax = DialledDigits.DialledMax;
    public const int SipCallIdMax = 200;

    /// <summary>
    /// Keeps printable text up to a length; control characters (NUL, line ends) are dropped, and marks that turn the direction of
    /// writing, by which a number would be read backwards. Surrogates are never split.
    /// </summary>
    public static string Clean(string? text, int max)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }
        var clean = new StringBuilder(Math.Min(text.Length, max));
        foreach (var rune in text.EnumerateRunes())
        {
            if (clean.Length + rune.Utf16SequenceLength > max)
            {
                break;
            }
            if (!Rune.IsControl(rune) && Rune.GetUnicodeCategory(rune) != UnicodeCategory.Format && rune != Rune.ReplacementChar)
            {
                clean.Append(rune);
            }
        }
        return clean.ToString().Trim();
    }

    /// <summary>A caller's number; empty for the words with which networks say that it is withheld.</summary>
    public static string Caller(string? number)
    {
        var clean = Clean(number, CallerMax);
        return clean.ToUpperInvariant() is "ANONYMOUS" or "UNAVAILABLE" or "RESTRICTED" or "PRIVATE" or "UNKNOWN" or "<UNKNOWN>" ? "" : clean;
    }

    /// <summary>Only what a telephone number is made of; for what goes back into Asterisk.</summary>
    public static string Digits(string number, int max = DialledMax)
    {
        var clean = new StringBuilder(max);
        foreach (var c in number)
        {
            if (clean.Length < max && (char.IsAsciiDigit(c) || c is '+' or '*' or '#'))
            {
                clean.Append(c);
            }
        }
        return clean.ToString();
    }
}
