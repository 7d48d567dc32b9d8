using System.Globalization;
using Hotline.Routing;
using Hotline.Telephony.Sip;
using Hotline.Telephony.Ari;

namespace Hotline.Telephony.Cel;

/// <summary>A citizen's call as Asterisk's own book tells it.</summary>
/// <param name="Channel">The unique id of the citizen's channel.</param>
/// <param name="Trunk">The trunk it came by.</param>
/// <param name="Dialled">The number dialled.</param>
/// <param name="Caller">Empty where withheld.</param>
/// <param name="SipCallId">The carrier's Call-ID.</param>
/// <param name="InvitedAt">CHAN_START.</param>
/// <param name="AnsweredAt">ANSWER by the system; null where it never was.</param>
/// <param name="TalkedAt">When the fallback queue bridged it with an agent; null where it never did.</param>
/// <param name="EndedAt">CHAN_END.</param>
/// <param name="HungUpItself">The citizen hung up.</param>
/// <param name="Cause">Why it ended (Q.850); 0 where the book does not say.</param>
public sealed record CelCall(
    string Channel, string Trunk, string Dialled, string Caller, string SipCallId, DateTimeOffset InvitedAt, DateTimeOffset? AnsweredAt,
    DateTimeOffset? TalkedAt, DateTimeOffset EndedAt, bool HungUpItself, int Cause = 0)
{
    /// <summary>Asterisk turned it away before it was answered: the line was full, or the same message had come on another way.</summary>
    public bool TurnedAway => AnsweredAt is null && TalkedAt is null && !HungUpItself && Cause > 0;
}

/// <summary>Puts the lines of the book together to calls that are over.</summary>
public sealed class CelCalls
{
    /// <summary>Channels followed at once; a book that begins more without ending them is not one of ours.</summary>
    private const int OpenMax = 20_000;
    private readonly Dictionary<string, CelCall> _open = new(StringComparer.Ordinal);

    /// <summary>Takes a line; returns the call that it ended.</summary>
    public CelCall? Feed(CelLine line)
    {
        // A leg that we dial through a trunk begins in that trunk's context, too; its id says that it is ours.
        if (line.Event == "CHAN_START" && line.Context is "from-carrier" or "from-subcentre" && LegNames.CallOf(line.Channel) is null
            && !DutyLine.Is(line.Channel) && _open.Count < OpenMax)
        {
            var trunk = new AriChannel { Id = line.Channel, Name = line.Name }.Endpoint;
            _open[line.Channel] = new CelCall(line.Channel, trunk, OutsideText.Clean(line.Dialled, OutsideText.DialledMax),
                OutsideText.Caller(line.Caller), "", line.At, null, null, line.At, false);
        }
        if (!_open.TryGetValue(line.Channel, out var call))
        {
            return null;
        }
        call = call with { SipCallId = call.SipCallId.Length > 0 ? call.SipCallId : OutsideText.Clean(line.SipCallId, OutsideText.SipCallIdMax) };
        _open[line.Channel] = call = line.Event switch
        {
            "ANSWER" => call with { AnsweredAt = call.AnsweredAt ?? line.At },
            "BRIDGE_ENTER" when line.Application == "Queue" => call with { TalkedAt = call.TalkedAt ?? line.At },
            "HANGUP" => call with
            {
                HungUpItself = line.Extra.Contains($"\"hangupsource\":\"{line.Name}\"", StringComparison.Ordinal), Cause = CauseOf(line.Extra),
            },
            _ => call,
        };
        if (line.Event != "CHAN_END")
        {
            return null;
        }
        _open.Remove(line.Channel);
        return call with { EndedAt = line.At };
    }

    private static int CauseOf(string extra)
    {
        const string Name = "\"hangupcause\":";
        var at = extra.IndexOf(Name, StringComparison.Ordinal);
        var digits = at < 0 ? "" : string.Concat(extra.Skip(at + Name.Length).TakeWhile(char.IsAsciiDigit));
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var cause) ? cause : 0;
    }
}
