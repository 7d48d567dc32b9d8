namespace Hotline.Tickets.Calendar;

/// <summary>
/// The working time of one office: its holidays, its hours, its zone. Computes when limits end and how much time lies between two moments.
/// A year that the holidays do not cover gives a result of its own, never a guess.
/// </summary>
public sealed class WorkingCalendar
{
    private readonly HolidayBook _holidays;
    private readonly OfficeHours _hours;
    private readonly TimeSpan _offset;

    /// <param name="holidays">Of the country.</param>
    /// <param name="hours">Of the city, or of a unit with hours of its own.</param>
    /// <param name="offset">From UTC: China has one zone, without summer time.</param>
    public WorkingCalendar(HolidayBook holidays, OfficeHours hours, TimeSpan offset)
    {
        ArgumentNullException.ThrowIfNull(holidays);
        ArgumentNullException.ThrowIfNull(hours);
        (_holidays, _hours, _offset) = (holidays, hours, offset);
    }

    /// <summary>True where every moment is office time.</summary>
    public bool IsRoundTheClock => _hours.IsRoundTheClock;

    /// <summary>The last day up to which it can count from a day on; null where that one is not covered. No end for who works every day.</summary>
    public DateOnly? CoveredUntil(DateOnly from) => IsRoundTheClock ? DateOnly.MaxValue : _holidays.CoveredUntil(from);

    /// <summary>The day; null where its year is not covered.</summary>
    public CalendarDay? DayOf(DateOnly date) =>
        IsRoundTheClock ? new CalendarDay(date, DayKind.RoundTheClock, "") : _holidays.DayOf(date);

    /// <summary>The hours of a day: none where it is no working day, null where its year is not covered.</summary>
    public IReadOnlyList<OfficeInterval>? OpenOn(DateOnly date) =>
        DayOf(date) is { } day ? day.IsWorking ? _hours.On(date) : [] : null;

    /// <summary>When a limit ends.</summary>
    /// <param name="start">When it begins.</param>
    /// <param name="limit">How long it is.</param>
    /// <param name="counting">How it is counted.</param>
    public DueTime Due(DateTimeOffset start, Limit limit, Counting counting) => new DueCount(this).Forward(start, limit, counting);

    /// <summary>
    /// The last moment that is still so long before another: "1 working day before the due time" (EXT-01) is the same time of the working day before.
    /// </summary>
    /// <param name="due">The later moment.</param>
    /// <param name="lead">How long before; not in half days.</param>
    public DueTime Before(DateTimeOffset due, Limit lead) => new DueCount(this).Backward(due, lead);

    /// <summary>The moment at which so much office time has passed.</summary>
    public DueTime After(DateTimeOffset start, TimeSpan officeTime) => new DueCount(this).Forward(start, officeTime);

    /// <summary>The office time from one moment to a later one; none where it is not later.</summary>
    public OfficeSpan Worked(DateTimeOffset from, DateTimeOffset to)
    {
        var sum = TimeSpan.Zero;
        DateTime begin = Local(from), end = Local(to);
        for (var date = DateOnly.FromDateTime(begin); date.ToDateTime(default) < end; date = date.AddDays(1))
        {
            if (OpenOn(date) is not { } intervals)
            {
                return new OfficeSpan.Unknown(date.Year);
            }

            var midnight = date.ToDateTime(default);
            foreach (var interval in intervals)
            {
                var opens = Later(midnight + interval.From, begin);
                var closes = Earlier(midnight + interval.To, end);
                sum += closes > opens ? closes - opens : TimeSpan.Zero;
            }
        }

        return new OfficeSpan.Known(sum);
    }

    /// <summary>The office time that is left; negative, and what has passed since, where it is over.</summary>
    public OfficeSpan Left(DateTimeOffset now, DateTimeOffset due) =>
        now <= due ? Worked(now, due)
        : Worked(due, now) is OfficeSpan.Known over ? new OfficeSpan.Known(-over.Length)
        : Worked(due, now);

    /// <summary>A moment as the city's clocks show it.</summary>
    public DateTime Local(DateTimeOffset at) => at.ToOffset(_offset).DateTime;

    internal DateTimeOffset At(DateTime local) => new(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), _offset);

    private static DateTime Later(DateTime a, DateTime b) => a > b ? a : b;

    private static DateTime Earlier(DateTime a, DateTime b) => a < b ? a : b;
}
