using PhoneNumbers;

namespace Hotline.AgentHub.Config;

/// <summary>
/// The one way in which a caller's number is written, whatever network it came through: E.164, as people here read it. Mobiles with their
/// eleven digits, fixed lines with 0 and the area, numbers from abroad with +. A number that no plan knows (10086, a number of a switchboard)
/// stays as it came.
/// </summary>
public sealed class CallerNumbers(string dialPrefix)
{
    private const string Country = "CN";
    private const int ChinasCode = 86;

    /// <summary>Shorter ones are services, which have no area.</summary>
    private const int LocalMin = 7, LocalMax = 8, SentMax = 32;

    /// <param name="sent">As the network or a person wrote it: "+86 371-6688 1234", "0086 138…".</param>
    public string Normal(string sent)
    {
        var digits = Digits(sent);
        if (digits.Length is 0 or > SentMax)
        {
            return sent;
        }
        var local = digits.Length is >= LocalMin and <= LocalMax && digits[0] is >= '2' and <= '8' && dialPrefix.Length > 0;
        try
        {
            var plans = PhoneNumberUtil.GetInstance();
            var number = plans.Parse(local ? dialPrefix + digits : digits, Country);
            if (!plans.IsValidNumber(number))
            {
                return digits;
            }
            var national = plans.GetNationalSignificantNumber(number);
            return number.CountryCode != ChinasCode ? plans.Format(number, PhoneNumberFormat.E164)
                : plans.GetNumberType(number) is PhoneNumberType.FIXED_LINE ? $"0{national}"
                : national;
        }
        catch (NumberParseException)
        {
            return digits;
        }
    }

    /// <summary>Digits and a plus before them; empty where the text is not only a number.</summary>
    private static string Digits(string text)
    {
        Span<char> kept = stackalloc char[Math.Min(text.Length, SentMax + 1)];
        var length = 0;
        foreach (var c in text)
        {
            if (length == kept.Length || !(char.IsAsciiDigit(c) || c is '+' or '-' or ' ' or '(' or ')' or '.'))
            {
                return "";
            }
            if (char.IsAsciiDigit(c) || (c == '+' && length == 0))
            {
                kept[length++] = c;
            }
        }
        return kept[..length].ToString();
    }
}
