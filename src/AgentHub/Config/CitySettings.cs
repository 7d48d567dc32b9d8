using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hotline.AgentHub.Config;

/// <summary>settings.json as it is written.</summary>
internal sealed record CitySettings
{
    /// <summary>The area code of the city, six digits.</summary>
    public required string Tenant { get; init; }

    /// <summary>The office's name, as agents and citizens read it.</summary>
    public required string Name { get; init; }

    /// <summary>The area that callers without a dialling code belong to.</summary>
    public required string Area { get; init; }

    /// <summary>The dialling code; empty where the numbers carry it themselves.</summary>
    public required string DialPrefix { get; init; }

    /// <summary>Offset to UTC, as +08:00.</summary>
    public required string TimeZone { get; init; }

    /// <summary>Of those who ask for a human, who is answered within so many seconds counts as answered soon. May be left out: 15.</summary>
    public int? AnsweredSoonSeconds { get; init; }

    /// <summary>When it is said that the holidays of a year are missing. May be left out.</summary>
    public CalendarSection? Calendar { get; init; }

    public required RoutingSection Routing { get; init; }

    /// <summary>How duty phones are rung (URG-03). May be left out, as each of its values: the usual ones hold then.</summary>
    public DutySection? Duty { get; init; }
}

/// <summary>How duty phones are rung for urgent tickets.</summary>
internal sealed record DutySection
{
    public int? RingSeconds { get; init; }
    public int? PauseSeconds { get; init; }
    public int? Rounds { get; init; }
    public int? Lines { get; init; }
}

/// <summary>When it is said that the holidays of the next year are missing; what is left out is as usual.</summary>
internal sealed record CalendarSection
{
    /// <summary>So many days ahead are to be covered: 90.</summary>
    public int? DaysAhead { get; init; }

    /// <summary>From which day of the year it is a warning, as 11-15: the notice comes in the first half of November.</summary>
    public string? WarnFrom { get; init; }

    /// <summary>From which day of the year it is critical, as 12-15.</summary>
    public string? CriticalFrom { get; init; }
}

/// <summary>The limits of the floor, times in seconds.</summary>
internal sealed record RoutingSection
{
    public required int RingTimeoutSeconds { get; init; }
    public required int ReturnTimeoutSeconds { get; init; }
    public required int NotAgainForSeconds { get; init; }
    public required int PartyRingTimeoutSeconds { get; init; }
    public required int AfterCallWorkTargetSeconds { get; init; }
    public required int AfterCallWorkExtensionSeconds { get; init; }
    public required int AfterCallWorkExtensionsMax { get; init; }
    public required int WaitingCallsMax { get; init; }

    /// <summary>May be left out, as the next four: the floor's own value holds then.</summary>
    public int? PriorityAgeingSeconds { get; init; }
    public int? RepeatMatterDays { get; init; }
    public int? PlaceKeptMinutes { get; init; }
    public int? RequeueSeconds { get; init; }
    public int? PlaceAnnouncedAfterSeconds { get; init; }
    public int? PlaceAnnouncedEverySeconds { get; init; }
    public required bool Greeting { get; init; }
    public required bool AgentNumberAnnouncement { get; init; }
    public required bool Music { get; init; }
    public required bool Recording { get; init; }

    /// <summary>Whether the ledger keeps numbers that callers withhold, where the law allows it. May be left out: it does not.</summary>
    public bool? KeepWithheldNumbers { get; init; }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowDuplicateProperties = false,
    ReadCommentHandling = JsonCommentHandling.Skip,
    AllowTrailingCommas = true,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(CitySettings))]
internal sealed partial class SettingsJson : JsonSerializerContext;
