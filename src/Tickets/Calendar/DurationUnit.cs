namespace Hotline.Tickets.Calendar;

/// <summary>In what a limit is counted. Written in rule sets in camel case, as <c>workingHours</c>.</summary>
public enum DurationUnit
{
    /// <summary>Minutes by the clock, round the clock.</summary>
    ClockMinutes,

    /// <summary>Hours by the clock, round the clock (自然小时).</summary>
    ClockHours,

    /// <summary>Hours of office time (工作小时).</summary>
    WorkingHours,

    /// <summary>Halves of a working day: its office time before noon, and after it (0.5 个工作日).</summary>
    HalfWorkingDays,

    /// <summary>Working days, make-up days among them (工作日).</summary>
    WorkingDays,

    /// <summary>Days by the calendar (自然日).</summary>
    CalendarDays,

    /// <summary>Months by the calendar; a day that the last month does not have becomes its last day.</summary>
    CalendarMonths,
}
