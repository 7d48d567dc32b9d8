using System.Text.Json.Serialization;

namespace Hotline.Telephony.Ari;

/// <summary>
/// One event of ARI: the union of the fields that we use. Unknown fields and unknown types are passed over, since Asterisk
/// adds some with each release.
/// </summary>
/// <remarks>What has a value where it is left out has a setter: the generated reader gives a null to one with <c>init</c>.</remarks>
internal sealed record AriEvent
{
    public string Type { get; set; } = "";
    public string[] Args { get; set; } = [];
    public AriChannel? Channel { get; init; }
    public AriPlayback? Playback { get; init; }
    public int Cause { get; init; }

    /// <summary>The status of the SIP answer that ended it; 0 where an older Asterisk does not say.</summary>
    [JsonPropertyName("tech_cause")]
    public int TechCause { get; init; }
    public string? Digit { get; init; }

    /// <summary>When it happened, by Asterisk's clock.</summary>
    public string? Timestamp { get; init; }
}

internal sealed record AriChannel
{
    public required string Id { get; init; }
    public string Name { get; set; } = "";
    public string State { get; set; } = "";
    public AriCaller? Caller { get; init; }
    public AriDialplan? Dialplan { get; init; }
    public string Creationtime { get; set; } = "";
    public Dictionary<string, string?>? Channelvars { get; init; }

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

    public string? Variable(string name) =>
        Channelvars is not null && Channelvars.TryGetValue(name, out var value) && value is { Length: > 0 } ? value : null;
}

internal sealed record AriCaller(string? Number);

internal sealed record AriDialplan
{
    public string Context { get; set; } = "";
    public string Exten { get; set; } = "";

    [JsonPropertyName("app_name")]
    public string AppName { get; set; } = "";

    [JsonPropertyName("app_data")]
    public string AppData { get; set; } = "";
}

internal sealed record AriPlayback
{
    public required string Id { get; init; }
}

internal sealed record AriBridge
{
    public string Id { get; set; } = "";
    public string[] Channels { get; set; } = [];
}

internal sealed record AriEndpoint(string Resource, string? State);

internal sealed record AriPing(string Timestamp);

internal sealed record AriValue(string? Value);

internal sealed record AriInfo(AriStatus? Status);

internal sealed record AriStatus
{
    [JsonPropertyName("startup_time")]
    public string StartupTime { get; set; } = "";
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
    public string? ChannelId { get; init; }
    public string? Whisper { get; init; }
    public Dictionary<string, string>? Variables { get; init; }
    public AriField[]? Fields { get; init; }
    public AriTypeName[]? Allowed { get; init; }
}

internal sealed record AriField(string Attribute, string Value);

internal sealed record AriTypeName(string Type);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true)]
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
