using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Hotline.Tickets;
using Hotline.Tickets.Duty;
using Hotline.Tickets.Loop;

namespace Hotline.Persistence;

/// <summary>The document of a case. The ticket itself is not in it twice: it has its own row, which is read beside the document.</summary>
internal static class CaseJson
{
    private static readonly CaseJsonContext Readable =
        new(new JsonSerializerOptions(CaseJsonContext.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public static string Of(TicketCase subject) => JsonSerializer.Serialize(subject with { Ticket = Bare(subject.Ticket) }, Readable.TicketCase);

    public static TicketCase CaseOf(string document, Ticket ticket) =>
        JsonSerializer.Deserialize(document, Readable.TicketCase)! with { Ticket = ticket };

    public static string? Of(IReadOnlyList<CaseTimer> timers) =>
        timers.Count == 0 ? null : JsonSerializer.Serialize(timers, Readable.IReadOnlyListCaseTimer);

    public static IReadOnlyList<CaseTimer> TimersOf(string? text) =>
        text is null ? [] : JsonSerializer.Deserialize(text, Readable.IReadOnlyListCaseTimer)!;

    public static string Of(DutyCall call) => JsonSerializer.Serialize(call, Readable.DutyCall);

    public static DutyCall DutyCallOf(string document) => JsonSerializer.Deserialize(document, Readable.DutyCall)!;

    private static Ticket Bare(Ticket ticket) => new()
    {
        Id = ticket.Id,
        Tenant = ticket.Tenant,
        Version = ticket.Version,
        LastStep = ticket.LastStep,
        State = ticket.State,
        CreatedAt = ticket.CreatedAt,
        SavedAt = ticket.SavedAt,
    };
}

[JsonSourceGenerationOptions(UseStringEnumConverter = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(TicketCase))]
[JsonSerializable(typeof(IReadOnlyList<CaseTimer>))]
[JsonSerializable(typeof(DutyCall))]
internal sealed partial class CaseJsonContext : JsonSerializerContext;
