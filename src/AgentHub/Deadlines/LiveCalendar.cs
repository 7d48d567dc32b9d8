using Hotline.AgentHub.Config;
using Hotline.AgentHub.People;
using Hotline.AgentHub.Texts;
using Hotline.Persistence;
using Hotline.Tickets.Calendar;

namespace Hotline.AgentHub.Deadlines;

/// <summary>
/// The calendar as it is now: the city's files, and on them the changes that administrators made since, in their order. Who counts a due time
/// asks here each time, so that a change holds for all at once.
/// </summary>
public sealed class LiveCalendar : IReadAtOpening
{
    private readonly CityConfiguration _city;
    private readonly CalendarStore _store;
    private readonly Lock _turn = new();
    private volatile Standing _now;

    public LiveCalendar(CityConfiguration city, CalendarStore store)
    {
        (_city, _store) = (city, store);
        _now = new Standing(city.Times, []);
    }

    /// <summary>What deadlines are counted with.</summary>
    public CityTimes Times => _now.Times;

    /// <summary>The changes that were made, the oldest first.</summary>
    public IReadOnlyList<CalendarChangeRow> Changes => _now.Changes;

    /// <summary>The change for which clocks are still being counted again; null where none is.</summary>
    public CalendarChangeRow? Unfinished => _now.Changes.FirstOrDefault(change => change.DoneAt is null);

    /// <summary>How far it reaches, seen from a moment.</summary>
    public CalendarOutlook OutlookAt(DateTimeOffset now) => _city.CalendarWatch.At(Times.Holidays, _city.DateAt(now));

    /// <summary>What is to be said of a year that is missing, in a sentence; null while nobody need do anything.</summary>
    public string? AlarmAt(DateTimeOffset now) => OutlookAt(now) is { Alarm: CalendarAlarm.Warning or CalendarAlarm.Critical } outlook
        ? Sentence(outlook)
        : null;

    /// <summary>An outlook in a sentence.</summary>
    public static string Sentence(CalendarOutlook outlook) => Text.Of("calendar.outlook." + outlook.Alarm, outlook.MissingYear,
        outlook.CoveredUntil is { } until ? Invariant($"{until:yyyy-MM-dd}") : "");

    /// <summary>Reads the changes anew.</summary>
    public async Task ReadAsync(CancellationToken cancellationToken)
    {
        var changes = await _store.ChangesAsync(_city.Tenant, cancellationToken);
        var book = changes.Aggregate(_city.Times.Holidays, (before, row) => before.After(CalendarJson.Read(row.Change)));
        lock (_turn)
        {
            // Of two readings the one that saw more is the newer: a change is never taken away.
            if (changes.Count >= _now.Changes.Count)
            {
                _now = new Standing(_city.Times with { Holidays = book }, changes);
            }
        }
    }

    private sealed record Standing(CityTimes Times, IReadOnlyList<CalendarChangeRow> Changes);
}
