using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Hotline.Tickets;
using Hotline.Tickets.Import;

namespace Hotline.Persistence;

/// <summary>What is left to import, and what was not understood, as they are written with an import.</summary>
public static class ImportJson
{
    private static readonly ImportJsonContext Readable =
        new(new JsonSerializerOptions(ImportJsonContext.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>The text of tickets.</summary>
    public static string Of(IReadOnlyList<ImportedTicket> tickets) => JsonSerializer.Serialize(tickets, Readable.IReadOnlyListImportedTicket);

    /// <summary>The tickets of a text.</summary>
    public static IReadOnlyList<ImportedTicket> TicketsOf(string text) => JsonSerializer.Deserialize(text, Readable.IReadOnlyListImportedTicket)!;

    /// <summary>The text of problems.</summary>
    public static string Of(IReadOnlyList<ImportProblem> problems) => JsonSerializer.Serialize(problems, Readable.IReadOnlyListImportProblem);

    /// <summary>The problems of a text.</summary>
    public static IReadOnlyList<ImportProblem> ProblemsOf(string text) => JsonSerializer.Deserialize(text, Readable.IReadOnlyListImportProblem)!;
}

[JsonSourceGenerationOptions(UseStringEnumConverter = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(IReadOnlyList<ImportedTicket>))]
[JsonSerializable(typeof(IReadOnlyList<ImportProblem>))]
internal sealed partial class ImportJsonContext : JsonSerializerContext;
