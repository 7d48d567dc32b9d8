using System.Globalization;

namespace Hotline.Telephony.Ari;

/// <summary>Asterisk's times: 2026-03-17T09:44:31.123+0000, the offset without a colon.</summary>
internal static class AriTime
{
    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;
    private const DateTimeStyles Utc = DateTimeStyles.AdjustToUniversal;

    public static DateTimeOffset? Parse(string text) =>
        DateTimeOffset.TryParseExact(text, "yyyy-MM-ddTHH:mm:ss.fffzzz", Culture, Utc, out var exact) ? exact
        : DateTimeOffset.TryParse(text, Culture, Utc | DateTimeStyles.AssumeUniversal, out var loose) ? loose
        : text.Length > 5 && text[^5] is '+' or '-' && DateTimeOffset.TryParse(text.Insert(text.Length - 2, ":"), Culture, Utc, out var colon) ? colon
        : null;
}
