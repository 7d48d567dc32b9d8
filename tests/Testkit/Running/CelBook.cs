using System.Text.RegularExpressions;

namespace Hotline.Testkit.Running;

/// <summary>Asterisk's own book of its channels (cel_custom.conf), written without Hotline's doing.</summary>
public static partial class CelBook
{
    private const int EventField = 0, ChannelField = 4, SipCallIdField = 9;

    /// <summary>Call-IDs of calls from the carrier that began and ended, one for each channel, in order of their text.</summary>
    /// <param name="hotline">Whose Asterisk.</param>
    /// <param name="sipCallIds">Only these.</param>
    public static string[] CallsThatEnded(HotlineInstance hotline, IReadOnlyCollection<string> sipCallIds)
    {
        ArgumentNullException.ThrowIfNull(hotline);
        return [.. File.ReadLines(hotline.CelFile).Select(l => Field().Matches(l).Select(m => m.Groups[1].Value).ToArray())
            .Where(f => f.Length > SipCallIdField && f[EventField] == "CHAN_END"
                && f[ChannelField].StartsWith("PJSIP/carrier", StringComparison.Ordinal))
            .Select(f => f[SipCallIdField]).Where(sipCallIds.Contains).Order()];
    }

    [GeneratedRegex("\"((?:[^\"]|\"\")*)\"(?:,|$)")]
    private static partial Regex Field();
}
