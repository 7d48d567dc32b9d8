using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hotline.Testkit.Desk;

/// <summary>What the server shows an agent, as far as the tests look (src/AgentHub/desk/src/shared/contract.ts, DeskView).</summary>
public sealed record DeskPicture(long Version, bool Telephony, bool Database, bool Replaced, AgentPicture Agent, CallPicture? Call,
    IReadOnlyList<QueuePicture> Queues)
{
    /// <summary>How many wait, over all queues.</summary>
    [JsonIgnore]
    public int Waiting => Queues.Sum(q => q.Waiting);
}

public sealed record AgentPicture(string Id, string Name, string State, string? Reason, string? Next, bool PhoneRegistered);

public sealed record QueuePicture(string Skill, string Name, int Waiting);

public sealed record CallPicture(
    string Id, string TicketId, string State, NumberPicture Number, CallerPicture Caller, DateTimeOffset ArrivedAt, DateTimeOffset QueuedAt,
    string? EndedBy, bool Resume, string Why, bool Recording, PartyPicture? Party, PartyFailurePicture? PartyFailure, string? Outcome);

public sealed record NumberPicture(string Dialled, string Name, string Mode, string ModeText, string ResponsibleUnit, string Remark, string? Skill);

public sealed record CallerPicture(string Masked, bool Withheld, string? Area);

public sealed record PartyPicture(string Target, string Name, string State);

public sealed record PartyFailurePicture(string Target, string Name, string Reason);

/// <summary>What the shift leader sees, as far as the tests look (FloorView).</summary>
public sealed record FloorPicture(long Version, bool Telephony, IReadOnlyList<FloorAgentPicture> Agents, IReadOnlyList<WaitingPicture> Waiting,
    IReadOnlyList<FloorCallPicture> Calls, TruthPicture Truth, string? Notice = null);

/// <summary>How often the books differed today and were made to agree.</summary>
public sealed record TruthPicture(int Today, IReadOnlyList<TruthKindPicture> Kinds);

public sealed record TruthKindPicture(string Text, int Count);

public sealed record FloorAgentPicture(string Id, string State, string? Reason, string? CallId);

public sealed record WaitingPicture(string CallId, string Dialled, string Caller, DateTimeOffset QueuedAt);

public sealed record FloorCallPicture(string CallId, string Dialled, string Caller, string? AgentId, string State);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(DeskPicture))]
[JsonSerializable(typeof(FloorPicture))]
internal sealed partial class PictureJson : JsonSerializerContext;
