using System.Globalization;

namespace Hotline.Telephony.Ari;

/// <summary>Asterisk's times: 2026-03-17T09:44:31.123+0000, the offset without a colon.</summary>
internal static class AriTime
{
    public static DateTimeOffset? Parse(string text) =>
        DateTimeOffset.TryParseExact(text, "yyyy-MM-ddTHH:mm:ss.fffzzz", CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var exact) ? exact
        : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var loose) ? loose
        : text.Length > 5 && text[^5] is '+' or '-' && DateTimeOffset.TryParse(text.Insert(text.Length - 2, ":"), CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var colon) ? colon
        : null;
}
