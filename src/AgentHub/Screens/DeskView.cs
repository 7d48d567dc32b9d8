using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hotline.AgentHub.Screens;

// desk/src/shared/contract.ts is written from these; a test compares the two. Times are ISO-8601 UTC. A view is whole, never a delta.

/// <summary>Everything an agent's desk shows of the floor: whole, numbered, the newest is all there is to know.</summary>
public sealed record DeskView
{
    /// <summary>Grows by at least one per message of one connection.</summary>
    public required long Version { get; init; }

    /// <summary>The server's clock when the view was made: the page shows timers by it.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>False while Asterisk is away: calls talk on, nothing can be commanded.</summary>
    public required bool Telephony { get; init; }

    /// <summary>False while the database is away: calls go on, tickets wait.</summary>
    public required bool Database { get; init; }

    /// <summary>How many writes wait for the database.</summary>
    public required int PendingWrites { get; init; }

    /// <summary>Set when this page was replaced by a newer one of the same agent: it stops answering calls.</summary>
    public required bool Replaced { get; init; }

    public required DeskAgent Agent { get; init; }
    public required DeskCall? Call { get; init; }
    public required IReadOnlyList<QueueFigure> Queues { get; init; }
}

/// <param name="Id">The number that callers are told.</param>
/// <param name="Name">As colleagues see it.</param>
/// <param name="State">What the agent does.</param>
/// <param name="Since">Since when.</param>
/// <param name="Reason">The code of the break, or why the agent was set aside (SetAside).</param>
/// <param name="Next">The state that begins when the present call is over, if asked for.</param>
/// <param name="NextReason">The code of the break that was asked for; null for another state.</param>
/// <param name="PhoneRegistered">What Asterisk says of the phone.</param>
/// <param name="Skills">The names of what the agent can do; empty where he takes general calls only.</param>
public sealed record DeskAgent(
    string Id, string Name, string State, DateTimeOffset Since, string? Reason, string? Next, string? NextReason, bool PhoneRegistered,
    IReadOnlyList<string> Skills);

/// <summary>One line of waiting callers, by the skill that they ask for.</summary>
public sealed record QueueFigure(string Skill, string Name, int Waiting, DateTimeOffset? LongestSince);

/// <summary>The call that rings, talks, or waits for its outcome at this desk.</summary>
public sealed record DeskCall
{
    public required string Id { get; init; }
    public required string TicketId { get; init; }
    public required string State { get; init; }
    public required DialledNumber Number { get; init; }
    public required CallerView Caller { get; init; }
    public required DateTimeOffset ArrivedAt { get; init; }
    public required DateTimeOffset QueuedAt { get; init; }
    public required DateTimeOffset? OfferedAt { get; init; }
    public required DateTimeOffset? AnsweredAt { get; init; }
    public required DateTimeOffset? HeldSince { get; init; }
    public required DateTimeOffset? EndedAt { get; init; }
    public required string? EndedBy { get; init; }
    /// <summary>While ringing: when the ring is given to the next agent.</summary>
    public required DateTimeOffset? RingUntil { get; init; }

    /// <summary>True when this ring brings back a call that this agent lost (page reload): answer at once.</summary>
    public required bool Resume { get; init; }

    /// <summary>One sentence: why this call rings here.</summary>
    public required string Why { get; init; }

    public required bool Recording { get; init; }

    /// <summary>Who had the call before and gave it on; null where nobody did.</summary>
    public required HandedOnView? HandedOn { get; init; }
    public required PartyView? Party { get; init; }
    /// <summary>How the last attempt to bring in a third party failed; null when there was none or it succeeded.</summary>
    public required PartyFailureView? PartyFailure { get; init; }

    /// <summary>Set once an outcome (CALL-07) is recorded.</summary>
    public required string? Outcome { get; init; }

    /// <summary>After-call work should end by then; null while the call lasts.</summary>
    public required DateTimeOffset? WrapUpUntil { get; init; }

    public required int WrapUpExtensionsLeft { get; init; }
}

/// <summary>The number that the citizen dialled and what the city says of it.</summary>
public sealed record DialledNumber(
    string Dialled, string Name, string Mode, string ModeText, string ResponsibleUnit, string Remark, string? Skill);

/// <param name="Masked">The whole number comes only from POST /api/calls/{id}/reveal, which is audited.</param>
/// <param name="Withheld">There is no number to show.</param>
/// <param name="Area">Where the number is at home, if known.</param>
public sealed record CallerView(string Masked, bool Withheld, string? Area);

/// <summary>An agent who gave the call on: since when he talked, and when he gave it on. From then on the citizen waited again.</summary>
public sealed record HandedOnView(string AgentId, string AgentName, DateTimeOffset TalkedSince, DateTimeOffset At);

/// <summary>The third party that is in the call or being rung.</summary>
public sealed record PartyView(string Target, string Name, string State, DateTimeOffset Since);

/// <summary>Whom it could not bring in, and why (a code: busy, noAnswer, rejected, failed).</summary>
public sealed record PartyFailureView(string Target, string Name, string Reason);

/// <summary>
/// What shift leaders see: whole, numbered, the newest is all there is to know. <paramref name="Notice"/> is what they should have somebody
/// look after, in a sentence; null where all is well.
/// </summary>
public sealed record FloorView(
    long Version, DateTimeOffset Now, bool Telephony, IReadOnlyList<FloorAgent> Agents, IReadOnlyList<FloorWaiting> Waiting,
    IReadOnlyList<FloorCall> Calls, TruthView Truth, string? Notice);

/// <summary>How often floor, Asterisk and ledger differed today and were mended.</summary>
public sealed record TruthView(DateTimeOffset? LookedAt, int Today, IReadOnlyList<TruthKind> Kinds);

/// <summary>One kind of difference, in words for people, and how often it was found today.</summary>
public sealed record TruthKind(string Text, int Count);

/// <summary>An agent on the floor.</summary>
public sealed record FloorAgent(
    string Id, string Name, string State, DateTimeOffset Since, string? Reason, bool PhoneRegistered, IReadOnlyList<string> Skills, string? CallId);

/// <summary>A caller who waits: since when, at which step of the plan, and why in one sentence.</summary>
public sealed record FloorWaiting(string CallId, string Dialled, string Name, string Caller, DateTimeOffset QueuedAt, string Step, string Why);

/// <summary>A call that somebody has.</summary>
public sealed record FloorCall(
    string CallId, string Dialled, string Name, string Caller, string? AgentId, string? AgentName, string State, DateTimeOffset Since);

/// <summary>How the pictures are written that pages are sent.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(DeskView))]
[JsonSerializable(typeof(FloorView))]
public sealed partial class DeskJson : JsonSerializerContext;
