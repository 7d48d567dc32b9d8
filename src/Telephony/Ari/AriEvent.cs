using System.Text.Json.Serialization;

namespace Hotline.Telephony.Ari;

/// <summary>
/// One event of ARI: the union of the fields that we use. Unknown fields and unknown types are passed over, since Asterisk
/// adds some with each release.
/// </summary>
internal sealed record AriEvent
{
    public string Type { get; init; } = "";
    public string[] Args { get; init; } = [];
    public AriChannel? Channel { get; init; }
    public AriPlayback? Playback { get; init; }
    public int Cause { get; init; }
    public string? Digit { get; init; }
}

internal sealed record AriChannel
{
    public string Id { get; init; } = "";
    public string Name { get; init; } = "";
    public string State { get; init; } = "";
    public AriCaller? Caller { get; init; }
    public AriDialplan? Dialplan { get; init; }
    public string Creationtime { get; init; } = "";
    public Dictionary<string, string>? Channelvars { get; init; }

    /// <summary>The endpoint in the name: PJSIP/carrier-0000001a → carrier.</summary>
    [JsonIgnore]
    public string Endpoint
    {
        get
        {
            var slash = Name.IndexOf('/', StringComparison.Ordinal);
            var dash = Name.LastIndexOf('-');
            return slash >= 0 && dash > slash ? Name[(slash + 1)..dash] : Name;
        }
    }

    public string? Variable(string name) => Channelvars is not null && Channelvars.TryGetValue(name, out var value) && value.Length > 0 ? value : null;
}

internal sealed record AriCaller(string? Number);

internal sealed record AriDialplan
{
    public string Context { get; init; } = "";
    public string Exten { get; init; } = "";

    [JsonPropertyName("app_name")]
    public string AppName { get; init; } = "";

    [JsonPropertyName("app_data")]
    public string AppData { get; init; } = "";
}

internal sealed record AriPlayback(string Id);

internal sealed record AriBridge
{
    public string Id { get; init; } = "";
    public string[] Channels { get; init; } = [];
}

internal sealed record AriEndpoint(string Resource, string? State);

internal sealed record AriPing(string Timestamp);

internal sealed record AriValue(string? Value);

internal sealed record AriInfo(AriStatus? Status);

internal sealed record AriStatus
{
    [JsonPropertyName("startup_time")]
    public string StartupTime { get; init; } = "";
}

// ---- what we send ---------------------------------------------------------------------------------------------------

internal sealed record AriBody
{
    public string? Type { get; init; }
    public string? Channel { get; init; }
    public bool? InhibitConnectedLineUpdates { get; init; }
    public string[]? Media { get; init; }
    public string? Variable { get; init; }
    public string? Value { get; init; }
    public string? Endpoint { get; init; }
    public string? App { get; init; }
    public string? AppArgs { get; init; }
    public string? CallerId { get; init; }
    public int? Timeout { get; init; }
    public string? Originator { get; init; }
    public Dictionary<string, string>? Variables { get; init; }
    public AriField[]? Fields { get; init; }
    public AriTypeName[]? Allowed { get; init; }
}

internal sealed record AriField(string Attribute, string Value);

internal sealed record AriTypeName(string Type);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AriEvent))]
[JsonSerializable(typeof(AriChannel[]))]
[JsonSerializable(typeof(AriBridge[]))]
[JsonSerializable(typeof(AriEndpoint[]))]
[JsonSerializable(typeof(AriEndpoint))]
[JsonSerializable(typeof(AriPing))]
[JsonSerializable(typeof(AriInfo))]
[JsonSerializable(typeof(AriValue))]
[JsonSerializable(typeof(AriBody))]
internal sealed partial class AriJson : JsonSerializerContext;
