using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hotline.Routing;

/// <summary>One line of the journal, before it is sealed: what it says is the floor's own business, how it is kept is the shell's.</summary>
/// <param name="Version">Of this format; a reader refuses a newer one.</param>
/// <param name="At">When it was applied.</param>
/// <param name="Input">A fact, or</param>
/// <param name="Floor">the whole floor, with which each file begins.</param>
public sealed record JournalRecord(int Version, DateTimeOffset At, Input? Input, FloorImage? Floor)
{
    public const int CurrentVersion = 1;

    /// <summary>A fact as a line.</summary>
    public static byte[] Encode(DateTimeOffset at, Input input) => Bytes(new JournalRecord(CurrentVersion, at, input, null));

    /// <summary>The floor as a line.</summary>
    public static byte[] Encode(DateTimeOffset at, FloorImage floor) => Bytes(new JournalRecord(CurrentVersion, at, null, floor));

    /// <exception cref="JsonException">It is no line of a journal.</exception>
    public static JournalRecord Decode(ReadOnlySpan<byte> line) =>
        JsonSerializer.Deserialize(line, JournalJson.Default.JournalRecord) ?? throw new JsonException("an empty line");

    private static byte[] Bytes(JournalRecord record) => JsonSerializer.SerializeToUtf8Bytes(record, JournalJson.Default.JournalRecord);
}

/// <summary>Everything that the floor remembers.</summary>
/// <param name="Agents">All agents.</param>
/// <param name="Calls">All calls.</param>
/// <param name="Nodes">Which nodes could be commanded then: the facts that follow were answered accordingly. Null in older files.</param>
public sealed record FloorImage(IReadOnlyList<Agent> Agents, IReadOnlyList<Call> Calls, IReadOnlyList<NodeId>? Nodes);

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true)]
[JsonSerializable(typeof(JournalRecord))]
internal sealed partial class JournalJson : JsonSerializerContext;
