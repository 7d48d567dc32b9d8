using System.Globalization;
using System.Text.Json;
using Hotline.Routing;
using Hotline.Tickets.Calendar;
using Hotline.Tickets.Duty;

namespace Hotline.AgentHub.Config;

/// <summary>Reads settings.json and checks that each value is one the floor can live with.</summary>
internal sealed class SettingsReader
{
    private const string FileName = "settings.json";

    /// <summary>GB/T 33358: of those who ask for a human, so many seconds are counted as soon enough.</summary>
    private const int AnsweredSoonSeconds = 15;

    private const string OfAutumn = "is no day of November or December; write it as 11-15";

    private static readonly RoutingSettings Usual = new();
    private static readonly DutyLimits UsualDuty = new();
    private readonly string _file;
    private readonly string _text;
    private readonly List<ConfigurationProblem> _problems;

    private SettingsReader(string file, string text, List<ConfigurationProblem> problems)
    {
        _file = file;
        _text = text;
        _problems = problems;
    }

    /// <returns>Null when the file cannot be read at all.</returns>
    public static CitySettings? Read(CityFiles files)
    {
        var file = files.Find(FileName);
        if (CsvTable.ReadText(file, files.Problems) is not { } text)
        {
            return null;
        }

        try
        {
            var settings = JsonSerializer.Deserialize(text, SettingsJson.Default.CitySettings)
                ?? throw new JsonException("is null; write the settings of the city");
            new SettingsReader(file, text, files.Problems).Check(settings);
            return settings;
        }
        catch (JsonException e)
        {
            var line = (int)(e.LineNumber ?? -1) + 1;
            files.Problems.Add(new ConfigurationProblem(file, line, (e.Path ?? "").TrimStart('$', '.'), Sentence(e.Message)));
            return null;
        }
    }

    public static RoutingSettings Floor(RoutingSection routing) => new()
    {
        PriorityAgeing = routing.PriorityAgeingSeconds is { } ageing ? TimeSpan.FromSeconds(ageing) : Usual.PriorityAgeing,
        RepeatMatterSpan = routing.RepeatMatterDays is { } days ? TimeSpan.FromDays(days) : Usual.RepeatMatterSpan,
        RequeueStep = routing.RequeueSeconds is { } requeue ? TimeSpan.FromSeconds(requeue) : Usual.RequeueStep,
        PlaceKeptFor = routing.PlaceKeptMinutes is { } minutes ? TimeSpan.FromMinutes(minutes) : Usual.PlaceKeptFor,
        PlaceAfter = routing.PlaceAnnouncedAfterSeconds is { } after ? TimeSpan.FromSeconds(after) : Usual.PlaceAfter,
        PlaceEvery = routing.PlaceAnnouncedEverySeconds is { } every ? TimeSpan.FromSeconds(every) : Usual.PlaceEvery,
        RingTimeout = TimeSpan.FromSeconds(routing.RingTimeoutSeconds),
        ReturnTimeout = TimeSpan.FromSeconds(routing.ReturnTimeoutSeconds),
        NotAgainFor = TimeSpan.FromSeconds(routing.NotAgainForSeconds),
        PartyRingTimeout = TimeSpan.FromSeconds(routing.PartyRingTimeoutSeconds),
        AfterCallWorkTarget = TimeSpan.FromSeconds(routing.AfterCallWorkTargetSeconds),
        AfterCallWorkExtension = TimeSpan.FromSeconds(routing.AfterCallWorkExtensionSeconds),
        AfterCallWorkExtensionsMax = routing.AfterCallWorkExtensionsMax,
        WaitingCallsMax = routing.WaitingCallsMax,
        Greeting = routing.Greeting,
        AgentNumberAnnouncement = routing.AgentNumberAnnouncement,
        Music = routing.Music,
        Recording = routing.Recording,
        KeepWithheldNumbers = routing.KeepWithheldNumbers ?? Usual.KeepWithheldNumbers,
    };

    /// <summary>How duty phones are rung in this city.</summary>
    public static DutyLimits Duty(CitySettings settings) => new()
    {
        Ring = settings.Duty?.RingSeconds is { } ring ? TimeSpan.FromSeconds(ring) : UsualDuty.Ring,
        Pause = settings.Duty?.PauseSeconds is { } pause ? TimeSpan.FromSeconds(pause) : UsualDuty.Pause,
        Rounds = settings.Duty?.Rounds ?? UsualDuty.Rounds,
        Lines = settings.Duty?.Lines ?? UsualDuty.Lines,
    };

    /// <summary>How soon an answer is soon enough in this city.</summary>
    public static TimeSpan AnsweredSoon(CitySettings settings) => TimeSpan.FromSeconds(settings.AnsweredSoonSeconds ?? AnsweredSoonSeconds);

    /// <summary>When it is said that a year's holidays are missing.</summary>
    public static CalendarWatch Watch(CalendarSection? calendar) => new(
        calendar?.DaysAhead ?? CalendarWatch.Usual.DaysAhead, Day(calendar?.WarnFrom) ?? CalendarWatch.Usual.WarnFrom,
        Day(calendar?.CriticalFrom) ?? CalendarWatch.Usual.CriticalFrom);

    /// <summary>"+08:00" as an offset; null when it is none.</summary>
    public static TimeSpan? Offset(string text) =>
        text.Length == 6 && text[0] is '+' or '-'
        && TimeSpan.TryParseExact(text[1..], @"hh\:mm", CultureInfo.InvariantCulture, out var offset) && offset.TotalHours <= 14
            ? text[0] == '-' ? -offset : offset
            : null;

    // In November or December: sooner nobody can know, and later is too late.
    private static MonthDay? Day(string? text) =>
        DateOnly.TryParseExact("2024-" + text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Month >= 11
            ? MonthDay.Of(day)
            : null;

    private void Check(CitySettings settings)
    {
        Demand(settings.Tenant.Length == 6 && settings.Tenant.All(char.IsAsciiDigit), "tenant",
            "must be the city's area code, six digits, as 410200");
        Demand(settings.Name.Length > 0, "name", "must not be empty");
        Demand(settings.DialPrefix.All(char.IsAsciiDigit), "dialPrefix", "must be digits, as 0371, or empty");
        Demand(Offset(settings.TimeZone) is not null, "timeZone", "must be an offset to UTC, as +08:00");
        var watch = Watch(settings.Calendar);
        Range(watch.DaysAhead, CalendarWatch.DaysAheadMin, 366, "daysAhead");
        Demand(settings.Calendar?.WarnFrom is null || Day(settings.Calendar.WarnFrom) is not null, "warnFrom", OfAutumn);
        Demand(settings.Calendar?.CriticalFrom is null || Day(settings.Calendar.CriticalFrom) is not null, "criticalFrom", OfAutumn);
        Demand(watch.WarnFrom <= watch.CriticalFrom, "warnFrom", "is later than criticalFrom; first it is a warning");
        Range(settings.AnsweredSoonSeconds ?? AnsweredSoonSeconds, 1, 300, "answeredSoonSeconds");
        Range(settings.Duty?.RingSeconds ?? 30, 5, 120, "ringSeconds");
        Range(settings.Duty?.PauseSeconds ?? 300, 5, 3600, "pauseSeconds");
        Range(settings.Duty?.Rounds ?? 1, 1, 20, "rounds");
        Range(settings.Duty?.Lines ?? 1, 1, 100, "lines");
        var r = settings.Routing;
        Range(r.RingTimeoutSeconds, 5, 120, "ringTimeoutSeconds");
        Range(r.ReturnTimeoutSeconds, 1, 120, "returnTimeoutSeconds");
        Range(r.NotAgainForSeconds, 0, 3600, "notAgainForSeconds");
        Range(r.PartyRingTimeoutSeconds, 5, 180, "partyRingTimeoutSeconds");
        Range(r.AfterCallWorkTargetSeconds, 5, 3600, "afterCallWorkTargetSeconds");
        Range(r.AfterCallWorkExtensionSeconds, 5, 3600, "afterCallWorkExtensionSeconds");
        Range(r.AfterCallWorkExtensionsMax, 0, 20, "afterCallWorkExtensionsMax");
        Range(r.WaitingCallsMax, 1, 100_000, "waitingCallsMax");
        Range(r.PriorityAgeingSeconds ?? 0, 0, 3600, "priorityAgeingSeconds");
        Range(r.RepeatMatterDays ?? 0, 0, 90, "repeatMatterDays");
        Range(r.RequeueSeconds ?? 1, 1, 3600, "requeueSeconds");
        Range(r.PlaceKeptMinutes ?? 0, 0, 60, "placeKeptMinutes");
        Range(r.PlaceAnnouncedAfterSeconds ?? 0, 0, 3600, "placeAnnouncedAfterSeconds");
        Range(r.PlaceAnnouncedEverySeconds ?? 60, 15, 3600, "placeAnnouncedEverySeconds");
    }

    private void Range(int value, int least, int most, string name) =>
        Demand(value >= least && value <= most, name, Invariant($"is {value}; write a whole number from {least} to {most}"));

    private void Demand(bool holds, string name, string text)
    {
        if (!holds)
        {
            var at = _text.IndexOf($"\"{name}\"", StringComparison.Ordinal);
            _problems.Add(new ConfigurationProblem(_file, at < 0 ? 0 : 1 + _text.AsSpan(0, at).Count('\n'), name, text));
        }
    }

    // The serializer's message ends in "Path: … | LineNumber: …", which we say in our own way, and names .NET types.
    private static string Sentence(string message)
    {
        var text = message.Split(" Path: ")[0];
        return text.Replace("JSON deserialization for type 'Hotline.AgentHub.Config.CitySettings' was", "the settings are", StringComparison.Ordinal)
            .Replace("JSON deserialization for type 'Hotline.AgentHub.Config.DutySection' was", "the section duty is", StringComparison.Ordinal)
            .Replace("JSON deserialization for type 'Hotline.AgentHub.Config.RoutingSection' was", "the section routing is",
                StringComparison.Ordinal);
    }
}
