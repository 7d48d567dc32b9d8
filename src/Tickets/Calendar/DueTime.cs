namespace Hotline.Tickets.Calendar;

/// <summary>What a day was to a limit that was counted over it.</summary>
public enum DayUse
{
    /// <summary>The day it starts on, where that one is not counted.</summary>
    StartDay,

    /// <summary>Counted, whole or in part.</summary>
    Counted,

    /// <summary>No working day.</summary>
    Rest,

    /// <summary>A working day whose hours were over.</summary>
    AfterHours,

    /// <summary>The day on which the office opens or closes next, where the end was put off to that.</summary>
    PutOffTo,
}

/// <summary>One day on the way to a due time, in order, none left out.</summary>
/// <param name="Day">The day.</param>
/// <param name="Use">What it was.</param>
/// <param name="Number">How many days (or half days) were counted with it; 0 where it is not counted by number.</param>
/// <param name="Parts">For limits of hours: the counted times of the day.</param>
public sealed record CountedDay(CalendarDay Day, DayUse Use, int Number, IReadOnlyList<OfficeInterval> Parts);

/// <summary>When a limit ends, or that nobody can know yet. A case must be said by whoever shows it.</summary>
public abstract record DueTime
{
    private DueTime()
    {
    }

    /// <summary>It ends then.</summary>
    /// <param name="At">In the city's own time. Whoever acts at this very moment is in time.</param>
    /// <param name="Days">How it was counted; empty for a limit by the clock that touches no calendar.</param>
    public sealed record Known(DateTimeOffset At, IReadOnlyList<CountedDay> Days) : DueTime;

    /// <summary>It depends on a year whose holidays are not known.</summary>
    /// <param name="Year">The first such year.</param>
    public sealed record Unknown(int Year) : DueTime;
}

/// <summary>How much office time lies between two moments, or that nobody can know yet.</summary>
public abstract record OfficeSpan
{
    private OfficeSpan()
    {
    }

    /// <summary>So much; negative where the second moment was before the first.</summary>
    public sealed record Known(TimeSpan Length) : OfficeSpan;

    /// <summary>It depends on a year whose holidays are not known.</summary>
    public sealed record Unknown(int Year) : OfficeSpan;
}
