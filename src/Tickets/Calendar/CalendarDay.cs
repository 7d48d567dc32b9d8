namespace Hotline.Tickets.Calendar;

/// <summary>What a day is, and why.</summary>
public enum DayKind
{
    /// <summary>An ordinary working day.</summary>
    Working,

    /// <summary>A Saturday or Sunday on which is worked, in exchange for a day of a holiday (调休上班).</summary>
    MakeUp,

    /// <summary>A day of those who work every day, round the clock.</summary>
    RoundTheClock,

    /// <summary>Saturday or Sunday.</summary>
    Weekend,

    /// <summary>A day of a holiday, with the weekend days that it embraces.</summary>
    Holiday,
}

/// <summary>One day of a calendar.</summary>
/// <param name="Date">In the city.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Name">The holiday's name, also for a make-up day the one that it makes up for; else empty.</param>
public readonly record struct CalendarDay(DateOnly Date, DayKind Kind, string Name)
{
    /// <summary>True where office hours are kept.</summary>
    public bool IsWorking => Kind is DayKind.Working or DayKind.MakeUp or DayKind.RoundTheClock;
}
