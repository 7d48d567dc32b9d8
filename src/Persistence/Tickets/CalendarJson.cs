using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Hotline.Tickets.Calendar;

namespace Hotline.Persistence;

/// <summary>A change of the calendar as it is written in its row.</summary>
public static class CalendarJson
{
    private static readonly CalendarJsonContext Readable =
        new(new JsonSerializerOptions(CalendarJsonContext.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>Its text.</summary>
    public static string Of(CalendarChange change) => JsonSerializer.Serialize(change, Readable.CalendarChange);

    /// <summary>The change of a text.</summary>
    public static CalendarChange Read(string text) => JsonSerializer.Deserialize(text, Readable.CalendarChange)!;
}

[JsonSourceGenerationOptions(UseStringEnumConverter = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(CalendarChange))]
internal sealed partial class CalendarJsonContext : JsonSerializerContext;
