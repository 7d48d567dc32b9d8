namespace Hotline.Tickets.Calendar;

/// <summary>Which day is the first of a limit in days. None of the documents says so: it is a setting (B7 of the domain).</summary>
public enum FirstDay
{
    /// <summary>The next (working) day after the one it starts on: the start's own day is not counted.</summary>
    Next,

    /// <summary>The day it starts on, if office time is left in it; else the next working day.</summary>
    Same,
}

/// <summary>When in its last day a limit of days ends.</summary>
public enum DayEnd
{
    /// <summary>With the last office hour of the day.</summary>
    EndOfOffice,

    /// <summary>At the time of day it started at (rolling).</summary>
    SameTime,

    /// <summary>At midnight.</summary>
    EndOfDay,
}

/// <summary>What happens where a limit by the clock ends outside office time.</summary>
public enum RollOver
{
    /// <summary>Nothing: it ends at night and on holidays, too.</summary>
    None,

    /// <summary>It ends when the office next opens.</summary>
    NextOpening,

    /// <summary>It ends when the office next closes.</summary>
    NextClosing,

    /// <summary>The clock stands still on days that are no working days, and goes through the nights of the others (Henan's 非工作日时间可顺延).</summary>
    SkipRestDays,
}

/// <summary>How a limit is counted.</summary>
/// <param name="From">For limits of days and of half days: which is the first.</param>
/// <param name="End">For limits of days: when in the last one.</param>
/// <param name="Roll">For limits by the clock, and those of days that end at the same time.</param>
public readonly record struct Counting(FirstDay From = FirstDay.Next, DayEnd End = DayEnd.EndOfOffice, RollOver Roll = RollOver.None)
{
    /// <summary>What is wrong with counting a limit like this, in a sentence; null where nothing is.</summary>
    public string? MistakeFor(Limit limit) =>
        End == DayEnd.SameTime && From == FirstDay.Same && limit.IsOfDays
            ? "counts the day it starts on and ends at the same time, so that one day would be none; "
                + "write \"end\": \"endOfOffice\" or \"from\": \"next\""
        : Roll != RollOver.None
            && (limit.Unit is DurationUnit.WorkingHours or DurationUnit.HalfWorkingDays || (limit.IsOfDays && End != DayEnd.SameTime))
            ? "always ends inside a day's office time, or with the day; leave \"roll\" out"
        : Roll == RollOver.SkipRestDays && limit.Unit is not (DurationUnit.ClockMinutes or DurationUnit.ClockHours)
            ? "is not counted by the clock; write another \"roll\" than \"skipRestDays\""
        : End == DayEnd.EndOfOffice && limit.Unit is (DurationUnit.CalendarDays or DurationUnit.CalendarMonths)
            ? "may end on a day without office hours; write \"end\": \"endOfDay\" or \"sameTime\""
        : null;
}
