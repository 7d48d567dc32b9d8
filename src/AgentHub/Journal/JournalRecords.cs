using System.Text.Json;
using System.Text.Json.Serialization;
using Hotline.Routing;

namespace Hotline.AgentHub.Journal;

/// <summary>One line of the journal.</summary>
/// <param name="Version">Of this format; a reader refuses a newer one.</param>
/// <param name="At">When it was applied.</param>
/// <param name="Input">A fact, or</param>
/// <param name="Floor">the whole floor, with which each file begins.</param>
public sealed record JournalRecord(int Version, DateTimeOffset At, Input? Input, FloorImage? Floor)
{
    public const int CurrentVersion = 1;

    /// <summary>A fact as a line of the journal holds it, before it is sealed.</summary>
    public static byte[] Encode(DateTimeOffset at, Input input) =>
        JsonSerializer.SerializeToUtf8Bytes(new JournalRecord(CurrentVersion, at, input, null), JournalJson.Default.JournalRecord);
}

/// <summary>Everything that the floor remembers.</summary>
/// <param name="Agents">All agents.</param>
/// <param name="Calls">All calls.</param>
/// <param name="Nodes">Which nodes could be commanded then: the facts that follow were answered accordingly. Null in older files.</param>
public sealed record FloorImage(IReadOnlyList<Agent> Agents, IReadOnlyList<Call> Calls, IReadOnlyList<NodeId>? Nodes)
{
    /// <summary>Makes an empty floor the one that was drawn.</summary>
    public void PutOn(CallDistributor floor) => floor.Restore(Agents, Calls, Nodes ?? []);
}

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true)]
[JsonSerializable(typeof(JournalRecord))]
internal sealed partial class JournalJson : JsonSerializerContext;
