using Hotline.Routing;
using Hotline.Telephony.Sip;
using Hotline.Routing.Numbers;

namespace Hotline.Telephony.Ari;

/// <summary>Asterisk's events in the floor's words. Pure, but for the ids of new calls.</summary>
internal sealed class AriTranslator(NodeId node, IdSource ids, IArrivalRules rules, TimeProvider time)
{
    private const int CausesMax = 1_000;
    private readonly ArrivalReader _arrivals = new(rules);
    private readonly Dictionary<string, int> _causes = new(StringComparer.Ordinal);

    /// <summary>The only events we ask for; the filter is set after every connect, since it goes with the connection.</summary>
    public static readonly string[] Wanted =
        ["StasisStart", "StasisEnd", "ChannelStateChange", "ChannelDestroyed", "PlaybackFinished", "ChannelDtmfReceived", "ApplicationReplaced",
            "ChannelHangupRequest"];

    public const string Inbound = "inbound";
    public const string Adopted = "adopt";
    public const string MarkVariable = "HOTLINE_CALL";
    public const string SipCallIdVariable = "HOTLINE_SIP";

    public Input? Translate(AriEvent e)
    {
        switch (e.Type)
        {
            case not null when e.Channel is { } c && LegNames.IsEar(c.Id):
                return null;
            // A third party's channel is with us before it is dialled; an agent's only once it is answered.
            case "StasisStart" when e.Channel is { } c:
                return LegNames.IsParty(c.Id) ? null : LegNames.CallOf(c.Id) is not null ? new Input.LegAnswered(Leg(c)) : Arrival(c, e.Args);
            case "ChannelStateChange" when e.Channel is { State: "Up" } c && (LegNames.CallOf(c.Id) is null || LegNames.IsParty(c.Id)):
                return new Input.LegAnswered(Leg(c));
            case "ChannelStateChange" when e.Channel is { State: "Ringing" } c && LegNames.IsParty(c.Id):
                return new Input.LegRang(Leg(c));
            // A channel that left Stasis is no longer subscribed to: its ChannelDestroyed never comes. An agent's that was never
            // answered was never in Stasis: only its ChannelDestroyed comes, with the cause. A third party's has both.
            case "StasisEnd" when e.Channel is { } c && LegNames.IsParty(c.Id) && c.State != "Up":
                return null;
            case "StasisEnd" when e.Channel is { } c:
                return new Input.LegEnded(Leg(c), _causes.Remove(c.Id, out var cause) ? cause : HangupCause.NormalClearing);
            case "ChannelDestroyed" when e.Channel is { } c:
                _causes.Remove(c.Id);
                return new Input.LegEnded(Leg(c), e.TechCause is >= 300 and < 400 ? HangupCause.Redirected : e.Cause);
            // The only word of why a channel in Stasis ends; the usual reason is not kept.
            case "ChannelHangupRequest" when e is { Channel: { } c, Cause: > 0 and not HangupCause.NormalClearing } && _causes.Count < CausesMax:
                _causes[c.Id] = e.Cause;
                return null;
            case "PlaybackFinished" when e.Playback is { } p && LegNames.PromptOf(p.Id) is { } prompt && LegNames.CallOf(p.Id) is { } call:
                return new Input.PromptEnded(node, call, prompt);
            case "ChannelDtmfReceived" when e is { Channel: { } c, Digit: PlanEnding.CallBackKey }:
                return new Input.KeyPressed(Leg(c), e.Digit);
            default:
                return null;
        }
    }

    /// <summary>A channel of a listing; null where it is none of ours (announcers, snoops, fallback talks).</summary>
    public FoundLeg? Find(AriChannel c, IReadOnlySet<string> bridged)
    {
        if (DutyLine.Is(c.Id))
        {
            return null; // it is in Stasis as a citizen is, and is none
        }
        var owner = LegNames.CallOf(c.Id);
        var agent = LegNames.AgentOf(c.Id);
        var party = LegNames.IsParty(c.Id);
        if (owner is null && !c.Dialplan?.AppName.Equals("Stasis", StringComparison.Ordinal) == true)
        {
            return null;
        }
        if (owner is not null && agent is null && !party)
        {
            return null;
        }
        var (call, ticket) = ids.NewCall();
        var arrival = party || agent is not null ? new Arrival(OutsideText.Clean(c.Caller?.Number, OutsideText.DialledMax), "", null) : Read(c, []);
        return new FoundLeg
        {
            Leg = Leg(c),
            Role = agent is not null ? FoundRole.Agent : party ? FoundRole.Party : FoundRole.Citizen,
            Call = owner,
            Agent = agent,
            Up = c.State == "Up",
            InBridge = bridged.Contains(c.Id),
            Mark = owner is null ? CallMark.Decode(c.Variable(MarkVariable), c.Id) : null,
            Trunk = c.Endpoint,
            Dialled = arrival.Dialled,
            Caller = arrival.Caller,
            CallerSent = arrival.CallerSent,
            SipCallId = OutsideText.Clean(c.Variable(SipCallIdVariable), OutsideText.SipCallIdMax),
            CreatedAt = CreatedAt(c),
            NewCall = call,
            NewTicket = ticket,
        };
    }

    private Input.CallArrived? Arrival(AriChannel c, string[] args)
    {
        if (args is not [Inbound or Adopted, ..])
        {
            return null;
        }
        var mark = CallMark.Decode(c.Variable(MarkVariable), c.Id);
        var (call, ticket) = mark is null ? ids.NewCall() : (mark.Call, mark.Ticket);
        var arrival = Read(c, args);
        return new Input.CallArrived(
            call, ticket, Leg(c), c.Endpoint, mark?.Dialled ?? arrival.Dialled, arrival.Caller,
            OutsideText.Clean(c.Variable(SipCallIdVariable), OutsideText.SipCallIdMax), CreatedAt(c),
            args[0] == Adopted ? mark?.QueuedAt ?? CreatedAt(c) : null, CallerSent: arrival.CallerSent);
    }

    /// <summary>The arguments are those of the dialplan: what for, the number, the trunk, what the INVITE said.</summary>
    private Arrival Read(AriChannel c, string[] args)
    {
        var data = args.Length > 1 ? args : c.Dialplan?.AppData.Split(',').Skip(1).ToArray() ?? [];
        var request = OutsideText.Clean(data.Length > 1 ? data[1] : c.Dialplan?.Exten, OutsideText.DialledMax);
        return _arrivals.Read(c.Endpoint, request, ArrivalFacts.Parse(data.ElementAtOrDefault(3)), c.Caller?.Number, CreatedAt(c));
    }

    private LegId Leg(AriChannel c) => new(node, c.Id);

    private DateTimeOffset CreatedAt(AriChannel c) => AriTime.Parse(c.Creationtime) ?? time.GetUtcNow();
}
