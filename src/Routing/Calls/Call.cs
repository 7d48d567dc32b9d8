using System.Text.Json.Serialization;
using Hotline.Routing.Numbers;

namespace Hotline.Routing;

/// <summary>One inbound call on the floor, until its end and the end of its after-call work.</summary>
public sealed class Call
{
    public required CallId Id { get; init; }
    public required TicketId Ticket { get; init; }
    public required LegId Leg { get; init; }
    public required string Trunk { get; init; }
    public required string Dialled { get; init; }

    /// <summary>The policy of the number on the day of the call; it does not change under a call.</summary>
    public required NumberPolicy Policy { get; init; }

    /// <summary>What an agent who gave the call back to the line asked for; null where nobody did.</summary>
    public RoutingPlan? Requeued { get; set; }

    /// <summary>The plan by which it waits.</summary>
    [JsonIgnore]
    public RoutingPlan Plan => Requeued ?? Policy.Plan;

    /// <summary>Waits with no offer, in the line; not while its plan's sub-centre is called.</summary>
    internal bool Lines => State == CallState.Waiting && Offer is null && Party is null;

    /// <summary>The caller's number; empty where withheld.</summary>
    public required string Caller { get; init; }
    public required string SipCallId { get; init; }

    /// <summary>Who had this caller last; null where nobody is known.</summary>
    public AgentId? PreviousHandler { get; init; }
    public required CallTimes Times { get; init; }
    public CallState State { get; set; }

    /// <summary>Index into the plan of the policy, and when the next step begins.</summary>
    public int Step { get; set; }
    public DateTimeOffset? StepUntil { get; set; }

    /// <summary>Goes before everybody who did not yet have an agent (cut off by us).</summary>
    public bool Front { get; set; }

    /// <summary>The live offer: a reservation of one agent.</summary>
    public Offer? Offer { get; set; }
    public int OfferCount { get; set; }
    public IList<Ring> Rings { get; init; } = [];
    /// <summary>Agents (by number) who are not rung again for this call before then.</summary>
    public IDictionary<string, DateTimeOffset> NotAgainUntil { get; init; } = new Dictionary<string, DateTimeOffset>();

    /// <summary>The agent who has, or last had, the call.</summary>
    public AgentId? Agent { get; set; }
    public LegId? AgentLeg { get; set; }

    /// <summary>While <see cref="CallState.Lost"/>: kept for <see cref="Agent"/> until then.</summary>
    public DateTimeOffset? LostUntil { get; set; }
    public DateTimeOffset? HeldSince { get; set; }
    public Party? Party { get; set; }
    public int PartyCount { get; set; }
    public PartyFailure? PartyFailure { get; set; }

    /// <summary>The last third party that joined, for the ledger.</summary>
    public string? PartyTarget { get; set; }
    public bool Music { get; set; }
    public Prompt? Playing { get; set; }
    public Prompt? PlayNext { get; set; }
    public bool Recording { get; set; }

    /// <summary>He was asked whether he wants to be called back; and when he said yes.</summary>
    public bool CallBackOffered { get; set; }
    public DateTimeOffset? CallBackAskedAt { get; set; }

    /// <summary>The step that the mark on the channel says.</summary>
    public CallStep? MarkedStep { get; set; }
    public string? Outcome { get; set; }

    public TerminalState? Terminal { get; set; }
    public EndedBy? EndedBy { get; set; }

    /// <summary>Grows with each writing, also over a restart that lost this object: unix milliseconds, or one more than the last.</summary>
    public long Revision { get; set; }

    /// <summary>Why the last agent was rung.</summary>
    public Decision? Why { get; set; }

    /// <summary>When its place in the line is announced next; null where it is not.</summary>
    public DateTimeOffset? AnnounceAt { get; set; }

    /// <summary>When the call came into its line, and at which place: how fast the line goes.</summary>
    internal DateTimeOffset LinedAt { get; set; }
    internal int LinedPlace { get; set; }

    /// <summary>Where the call stands while it waits with no offer; null while it does not.</summary>
    internal WaitingClass? Class { get; set; }

    /// <summary>True while this agent is not rung again for this call.</summary>
    internal bool Bars(AgentId agent, DateTimeOffset now) => NotAgainUntil.Count > 0 && NotAgainUntil.TryGetValue(agent.Value, out var until) && until > now;

    public bool Live => State != CallState.Ended;
    public bool AgentTalks => State is CallState.Talking or CallState.Held;
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

    /// <summary>The citizen hung up before an agent answered.</summary>
    Abandoned,

    /// <summary>Too many waited; a busy announcement was played.</summary>
    Refused,

    /// <summary>Asterisk or the line failed before an agent answered.</summary>
    Failed,

    /// <summary>Only the fallback queue saw it.</summary>
    ServedByFallback,

    /// <summary>No agent answered; the citizen asked to be called back.</summary>
    CallBack,
}

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

public enum RingResult { Answered, Missed, Rejected, PhoneFailed, CallerGone, Withdrawn }

/// <summary>A third party in the call, or being rung.</summary>
public sealed class Party
{
    public required LegId Leg { get; init; }
    public required string Target { get; init; }
    public required string Name { get; init; }
    public required DateTimeOffset Until { get; init; }
    public PartyState State { get; set; }
    public DateTimeOffset Since { get; set; }
}

public enum PartyState { Dialling, Ringing, Joined }

/// <summary>How the last attempt to bring somebody in failed.</summary>
public sealed record PartyFailure(string Target, string Name, PartyFailureReason Reason);

public enum PartyFailureReason { Busy, NoAnswer, Rejected, Failed }
