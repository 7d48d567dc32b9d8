using System.Globalization;
using System.Text;

namespace Hotline.Telephony.Cel;

/// <summary>One event of Asterisk's own book (asterisk-config/cel_custom.conf): CSV, every field in quotes.</summary>
/// <param name="Event">CHAN_START, ANSWER, BRIDGE_ENTER, HANGUP, CHAN_END …</param>
/// <param name="At">When, by Asterisk's clock.</param>
/// <param name="Channel">The channel's unique id.</param>
/// <param name="Name">Its name, PJSIP/carrier-0000001a.</param>
/// <param name="Dialled">The number dialled.</param>
/// <param name="Context">Where in the dialplan.</param>
/// <param name="Application">Which application runs it.</param>
/// <param name="Caller">The caller's number.</param>
/// <param name="SipCallId">The carrier's Call-ID.</param>
/// <param name="Extra">JSON; of HANGUP: the cause and who hung up.</param>
public sealed record CelLine(
    string Event, DateTimeOffset At, string Channel, string Name, string Dialled, string Context, string Application, string Caller,
    string SipCallId, string Extra)
{
    private const int FieldCount = 11;
    private const int LineLengthMax = 16 * 1024;

    /// <summary>Reads a line; null where it is torn or not ours.</summary>
    public static CelLine? Parse(string line)
    {
        if (line.Length > LineLengthMax || Split(line) is not { Count: FieldCount } f
            || !decimal.TryParse(f[1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) || seconds > 253_402_300_799)
        {
            return null;
        }
        return new CelLine(f[0], DateTimeOffset.UnixEpoch.AddTicks((long)(seconds * TimeSpan.TicksPerSecond)), f[2], f[4], f[5], f[6], f[7], f[8],
            f[9], f[10]);
    }

    private static List<string>? Split(string line)
    {
        List<string> fields = [];
        var field = new StringBuilder();
        for (var i = 0; i < line.Length;)
        {
            if (line[i] != '"')
            {
                return null;
            }
            for (i++; i < line.Length && (line[i] != '"' || (i + 1 < line.Length && line[i + 1] == '"')); i++)
            {
                field.Append(line[i]);
                i += line[i] == '"' ? 1 : 0; // a doubled quote stands for one
            }
            if (i >= line.Length)
            {
                return null;
            }
            fields.Add(field.ToString());
            field.Clear();
            i += 2; // the closing quote and the comma
        }
        return fields;
    }
}
