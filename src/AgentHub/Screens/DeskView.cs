using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hotline.AgentHub.Screens;

// The C# side of desk/src/shared/contract.ts; a test compares the two.

/// <summary>Everything an agent's desk shows of the floor: whole, numbered, the newest is all there is to know.</summary>
public sealed record DeskView
{
    public required long Version { get; init; }
    public required DateTimeOffset Now { get; init; }
    public required bool Telephony { get; init; }
    public required bool Database { get; init; }
    public required int PendingWrites { get; init; }
    public required bool Replaced { get; init; }
    public required DeskAgent Agent { get; init; }
    public required DeskCall? Call { get; init; }
    public required IReadOnlyList<QueueFigure> Queues { get; init; }
}

public sealed record DeskAgent(
    string Id, string Name, string State, DateTimeOffset Since, string? Reason, string? Next, bool PhoneRegistered);

public sealed record QueueFigure(string Skill, string Name, int Waiting, DateTimeOffset? LongestSince);

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
    public required DateTimeOffset? RingUntil { get; init; }
    public required bool Resume { get; init; }
    public required string Why { get; init; }
    public required bool Recording { get; init; }
    public required PartyView? Party { get; init; }
    public required PartyFailureView? PartyFailure { get; init; }
    public required string? Outcome { get; init; }
    public required DateTimeOffset? WrapUpUntil { get; init; }
    public required int WrapUpExtensionsLeft { get; init; }
}

public sealed record DialledNumber(
    string Dialled, string Name, string Mode, string ModeText, string ResponsibleUnit, string Remark, string? Skill);

public sealed record CallerView(string Masked, bool Withheld, string? Area);

public sealed record PartyView(string Target, string Name, string State, DateTimeOffset Since);

public sealed record PartyFailureView(string Target, string Name, string Reason);

public sealed record FloorView(
    long Version, DateTimeOffset Now, bool Telephony, IReadOnlyList<FloorAgent> Agents, IReadOnlyList<FloorWaiting> Waiting,
    IReadOnlyList<FloorCall> Calls, TruthView Truth);

/// <summary>How often floor, Asterisk and ledger differed today and were mended.</summary>
public sealed record TruthView(DateTimeOffset? LookedAt, int Today, IReadOnlyList<TruthKind> Kinds);

public sealed record TruthKind(string Text, int Count);

public sealed record FloorAgent(
    string Id, string Name, string State, DateTimeOffset Since, string? Reason, bool PhoneRegistered, IReadOnlyList<string> Skills, string? CallId);

public sealed record FloorWaiting(string CallId, string Dialled, string Name, string Caller, DateTimeOffset QueuedAt, string Step, string Why);

public sealed record FloorCall(
    string CallId, string Dialled, string Name, string Caller, string? AgentId, string? AgentName, string State, DateTimeOffset Since);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(DeskView))]
[JsonSerializable(typeof(FloorView))]
public sealed partial class DeskJson : JsonSerializerContext;
