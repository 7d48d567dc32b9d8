namespace Hotline.Tickets.Calendar;

/// <summary>How urgent it is that the next year's holidays are there.</summary>
public enum CalendarAlarm
{
    /// <summary>The days ahead are covered.</summary>
    None,

    /// <summary>They are not, and nobody can help it: the notice comes in autumn.</summary>
    Expected,

    /// <summary>The notice is out by now and should be there.</summary>
    Warning,

    /// <summary>Deadlines cannot be counted, or soon can't.</summary>
    Critical,
}

/// <summary>How far the calendar reaches, seen from a day.</summary>
/// <param name="Alarm">How urgent that is.</param>
/// <param name="CoveredUntil">The last day of which it is known whether it is worked; null where today itself is not.</param>
/// <param name="MissingYear">The first year that is not there.</param>
public readonly record struct CalendarOutlook(CalendarAlarm Alarm, DateOnly? CoveredUntil, int MissingYear);

/// <summary>
/// When it is said that a year's holidays are missing: long before the year begins, and not before anybody can know them. The State Council
/// publishes them in the first half of November.
/// </summary>
/// <param name="DaysAhead">So many days are to be covered; at least <see cref="DaysAheadMin"/>, so that the two days below come inside them.</param>
/// <param name="WarnFrom">From this day of the year before it is a warning.</param>
/// <param name="CriticalFrom">From this day of the year before it is critical.</param>
public sealed record CalendarWatch(int DaysAhead, MonthDay WarnFrom, MonthDay CriticalFrom)
{
    /// <summary>The year's end is seen from before the first of November.</summary>
    public const int DaysAheadMin = 62;

    /// <summary>90 days, 15 November and 15 December.</summary>
    public static readonly CalendarWatch Usual = new(90, new MonthDay(11, 15), new MonthDay(12, 15));

    /// <summary>How it stands on a day.</summary>
    /// <param name="book">The holidays.</param>
    /// <param name="today">The day in the city.</param>
    public CalendarOutlook At(HolidayBook book, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(book);
        if (book.CoveredUntil(today) is not { } until)
        {
            return new CalendarOutlook(CalendarAlarm.Critical, null, today.Year);
        }

        var alarm = today.AddDays(DaysAhead) <= until ? CalendarAlarm.None
            : today >= DayOf(CriticalFrom, until.Year) ? CalendarAlarm.Critical
            : today >= DayOf(WarnFrom, until.Year) ? CalendarAlarm.Warning
            : CalendarAlarm.Expected;
        return new CalendarOutlook(alarm, until, until.Year + 1);
    }

    private static DateOnly DayOf(MonthDay day, int year) => new(year, day.Month, day.Day);
}
