using System.Text.Json.Serialization;
using Hotline.Routing.Numbers;

namespace Hotline.Routing;

/// <summary>One inbound call on the floor, until its end and the end of its after-call work.</summary>
public sealed class Call
{
    private static readonly Dictionary<string, DateTimeOffset> Nobody = [];
    private Dictionary<string, DateTimeOffset> _notAgainUntil = Nobody;
    private CallLeg[] _legs = [];
    private Moment _stepUntil, _lostUntil, _heldSince, _callBackAskedAt, _announceAt;

    public required CallId Id { get; init; }
    public required TicketId Ticket { get; init; }
    public required LegId Leg { get; init; }
    public required string Trunk { get; init; }
    public required string Dialled { get; init; }

    /// <summary>The policy of the number on the day of the call; it does not change under a call.</summary>
    public required NumberPolicy Policy { get; init; }

    /// <summary>What an agent who gave the call back to the line asked for; null where nobody did.</summary>
    [JsonInclude] public RoutingPlan? Requeued { get; internal set; }

    /// <summary>The plan by which it waits.</summary>
    [JsonIgnore] public RoutingPlan Plan => Requeued ?? Policy.Plan;

    /// <summary>Waits with no offer, in the line; not while its plan's sub-centre is called.</summary>
    internal bool IsInLine => State == CallState.Waiting && Offer is null && Party is null;

    /// <summary>The caller's number; empty where withheld.</summary>
    public required string Caller { get; init; }

    /// <summary>
    /// As <see cref="Input.CallArrived.CallerSent"/>: told to nobody but the emergency services where <see cref="Caller"/> is empty.
    /// </summary>
    public string? CallerSent { get; init; }
    public required string SipCallId { get; init; }

    /// <summary>Who had this caller last; null where nobody is known.</summary>
    public AgentId? PreviousHandler { get; init; }
    [JsonInclude] public CallTimes Times { get; internal set; }
    [JsonInclude] public CallState State { get; internal set; }

    /// <summary>Index into the plan of the policy, and when the next step begins.</summary>
    [JsonInclude] public int Step { get; internal set; }
    [JsonInclude] public DateTimeOffset? StepUntil { get => _stepUntil; internal set => _stepUntil = value; }

    /// <summary>Goes before everybody who did not yet have an agent (cut off by us).</summary>
    [JsonInclude] public bool Front { get; internal set; }

    /// <summary>The live offer: a reservation of one agent.</summary>
    [JsonInclude] public Offer? Offer { get; internal set; }
    [JsonInclude] public int OfferCount { get; internal set; }
    [JsonInclude] public IReadOnlyList<Ring> Rings { get; internal set; } = [];

    /// <summary>Agents (by number) who are not rung again for this call before then.</summary>
    [JsonInclude]
    public IReadOnlyDictionary<string, DateTimeOffset> NotAgainUntil
    {
        get => _notAgainUntil;
        internal set => _notAgainUntil = new Dictionary<string, DateTimeOffset>(value);
    }

    /// <summary>The agent who has, or last had, the call.</summary>
    [JsonInclude] public AgentId? Agent { get; internal set; }

    /// <summary>The leg over which that agent talks; null while he does not.</summary>
    [JsonIgnore]
    public LegId? AgentLeg
    {
        get
        {
            for (var i = _legs.Length - 1; i >= 0; i--)
            {
                if (_legs[i] is { Role: LegRole.Agent, Stands: true, AnsweredAt: not null })
                {
                    return _legs[i].Id;
                }
            }
            return null;
        }
    }

    /// <summary>Every leg that the call has or had, in the order of their beginnings; the citizen's is the first.</summary>
    [JsonInclude]
    public IReadOnlyList<CallLeg> Legs
    {
        get => _legs;
        internal set => _legs = [.. value];
    }

    /// <summary>Of an image that was drawn before the legs were kept: whose leg talked then. Never written.</summary>
    [JsonInclude, JsonPropertyName("AgentLeg")] internal LegId? AgentLegOfOldImage { get; set; }

    /// <summary>While <see cref="CallState.Lost"/>: kept for <see cref="Agent"/> until then.</summary>
    [JsonInclude] public DateTimeOffset? LostUntil { get => _lostUntil; internal set => _lostUntil = value; }
    [JsonInclude] public DateTimeOffset? HeldSince { get => _heldSince; internal set => _heldSince = value; }
    [JsonInclude] public Party? Party { get; internal set; }
    [JsonInclude] public int PartyCount { get; internal set; }
    [JsonInclude] public PartyFailure? PartyFailure { get; internal set; }

    /// <summary>The last third party that joined, for the ledger.</summary>
    [JsonInclude] public string? PartyTarget { get; internal set; }
    [JsonInclude] public bool Music { get; internal set; }
    [JsonInclude] public Prompt? Playing { get; internal set; }
    [JsonInclude] public Prompt? PlayNext { get; internal set; }
    [JsonInclude] public bool Recording { get; internal set; }

    /// <summary>He was asked whether he wants to be called back; and when he said yes.</summary>
    [JsonInclude] public bool CallBackOffered { get; internal set; }
    [JsonInclude] public DateTimeOffset? CallBackAskedAt { get => _callBackAskedAt; internal set => _callBackAskedAt = value; }

    /// <summary>The step that the mark on the channel says.</summary>
    [JsonInclude] public CallStep? MarkedStep { get; internal set; }
    [JsonInclude] public string? Outcome { get; internal set; }

    [JsonInclude] public TerminalState? Terminal { get; internal set; }
    [JsonInclude] public EndedBy? EndedBy { get; internal set; }

    /// <summary>Grows with each writing, also over a restart that lost this object: unix milliseconds, or one more than the last.</summary>
    [JsonInclude] public long Revision { get; internal set; }

    /// <summary>Why the last agent was rung.</summary>
    [JsonInclude] public Decision? Why { get; internal set; }

    /// <summary>When its place in the line is announced next; null where it is not.</summary>
    [JsonInclude] public DateTimeOffset? AnnounceAt { get => _announceAt; internal set => _announceAt = value; }

    /// <summary>When the call came into its line, and at which place: how fast the line goes.</summary>
    internal DateTimeOffset LinedAt { get; set; }
    internal int LinedPlace { get; set; }

    /// <summary>Where the call stands while it waits with no offer; null while it does not.</summary>
    internal WaitingClass? Class { get; set; }

    /// <summary>It is on the floor no more: its last row is written.</summary>
    internal bool Forgotten { get; set; }

    /// <summary>True while this agent is not rung again for this call.</summary>
    internal bool Bars(AgentId agent, DateTimeOffset now) =>
        _notAgainUntil.Count > 0 && _notAgainUntil.TryGetValue(agent.Value, out var until) && until > now;

    [JsonIgnore] public bool Live => State != CallState.Ended;
    [JsonIgnore] public bool AgentTalks => State is CallState.Talking or CallState.Held;

    /// <summary>Somebody talked with the citizen: an agent, or the sub-centre at the end of his plan.</summary>
    [JsonIgnore] public bool WasServed => Times.AgentAnsweredAt is not null || Times.PartyAnsweredAt is not null;

    /// <summary>The citizen's leg.</summary>
    internal CallLeg CitizenLeg => _legs[IndexOf(Leg)];

    /// <summary>Finds a leg of this call, also one that ended.</summary>
    internal bool TryFindLeg(LegId id, out CallLeg leg)
    {
        var i = IndexOf(id);
        leg = i >= 0 ? _legs[i] : default;
        return i >= 0;
    }

    /// <summary>Adds a leg, or puts it in the place of the one with its id.</summary>
    internal CallLeg Put(in CallLeg leg)
    {
        // A new array each time: the one before may be in a row of the ledger that another thread writes.
        var at = IndexOf(leg.Id) is >= 0 and var i && _legs[i].Stands ? i : _legs.Length;
        var legs = new CallLeg[Math.Max(at + 1, _legs.Length)];
        _legs.CopyTo(legs, 0);
        legs[at] = leg;
        _legs = legs;
        return leg;
    }

    private int IndexOf(LegId id)
    {
        var i = _legs.Length - 1;
        while (i >= 0 && _legs[i].Id != id)
        {
            i--;
        }
        return i;
    }

    internal void Bar(AgentId agent, DateTimeOffset until)
    {
        if (ReferenceEquals(_notAgainUntil, Nobody))
        {
            _notAgainUntil = []; // most calls bar nobody
        }
        _notAgainUntil[agent.Value] = until;
    }
}

/// <summary>
/// <code>
/// Waiting ──agent answered──► Talking ◄──► Held
///    ▲                          │ │ agent leaves the two
///    │ not back in time         │ └────────────► HandedOver ──┐
///    └──────── Lost ◄──leg lost─┤                             │
///                               └────────────► Ended ◄────────┘   (and from everywhere, when the citizen hangs up)
/// Refused: too many wait, or he asked to be called back; an announcement, then Ended.
/// </code>
/// </summary>
public enum CallState { Waiting, Talking, Held, Lost, HandedOver, Refused, Ended }

/// <summary>The one end of every call in the ledger.</summary>
public enum TerminalState
{
    /// <summary>An agent talked with the citizen.</summary>
    Answered,

    /// <summary>The sub-centre at the end of his plan talked with him, and none of ours.</summary>
    AnsweredByParty,

    /// <summary>The citizen hung up before an agent answered.</summary>
    Abandoned,

    /// <summary>Too many waited; a busy announcement was played.</summary>
    Refused,

    /// <summary>Asterisk or the line failed before an agent answered.</summary>
    Failed,

    /// <summary>Asterisk turned it away before anybody could wait; in no figure of waiting.</summary>
    TurnedAway,

    /// <summary>Only the fallback queue saw it.</summary>
    ServedByFallback,

    /// <summary>No agent answered; the citizen asked to be called back.</summary>
    CallBack,
}

/// <summary>Who ended a call; <see cref="System"/>: the floor or Asterisk.</summary>
public enum EndedBy { Caller, Agent, Party, System }

/// <summary>One ring that is going on.</summary>
/// <param name="Number">Counts the rings of this call.</param>
/// <param name="Agent">Whose phone.</param>
/// <param name="Leg">The leg that rings.</param>
/// <param name="At">Since when.</param>
/// <param name="Until">When the next agent has his turn.</param>
/// <param name="Resume">Brings back a call that this agent lost.</param>
public sealed record Offer(int Number, AgentId Agent, LegId Leg, DateTimeOffset At, DateTimeOffset Until, bool Resume);

/// <summary>One ring that is over.</summary>
public sealed record Ring(int Number, AgentId Agent, DateTimeOffset At, DateTimeOffset EndedAt, RingResult Result);

/// <summary>How a ring ended; <see cref="Withdrawn"/>: taken back through nobody's fault.</summary>
public enum RingResult { Answered, Missed, Rejected, PhoneFailed, CallerGone, Withdrawn }

/// <summary>A third party in the call, or being rung.</summary>
public sealed class Party
{
    public required LegId Leg { get; init; }
    public required string Target { get; init; }
    public required string Name { get; init; }
    public required DateTimeOffset Until { get; init; }
    [JsonInclude] public PartyState State { get; internal set; }
    [JsonInclude] public DateTimeOffset Since { get; internal set; }
}

/// <summary>Where a third party stands.</summary>
public enum PartyState { Dialling, Ringing, Joined }

/// <summary>How the last attempt to bring somebody in failed.</summary>
public sealed record PartyFailure(string Target, string Name, PartyFailureReason Reason);

/// <summary>
/// Why somebody could not be brought in, from the hang-up cause. <see cref="Moved"/>: we were told to call another number, and do not.
/// </summary>
public enum PartyFailureReason { Busy, NoAnswer, Rejected, Failed, Moved }
