using Hotline.Tickets.Calendar;

namespace Hotline.Tickets.Deadlines;

/// <summary>How a clock stands.</summary>
public enum TimerState
{
    /// <summary>It runs, and no warning is due.</summary>
    Running,

    /// <summary>It runs, and has warned.</summary>
    Warned,

    /// <summary>It is over, and what it asks for has not been done.</summary>
    Overdue,

    /// <summary>It is over without harm: the window of returning, or of rating.</summary>
    Expired,

    /// <summary>Done in time.</summary>
    Met,

    /// <summary>Done, too late. The ticket stays an overdue one.</summary>
    MetLate,

    /// <summary>It runs, and nobody knows until when: the holidays of a year are missing. To be seen at once by whoever keeps the calendar.</summary>
    Unknown,
}

/// <summary>One clock of a ticket.</summary>
/// <param name="Timer">Which.</param>
/// <param name="State">How it stands.</param>
/// <param name="Due">Until when; a value of its own where nobody can know.</param>
/// <param name="WarnsAt">When it warns, in order; those that cannot be known are left out.</param>
/// <param name="DoneAt">When what it asks for was done.</param>
/// <param name="Cause">Why the ticket is an overdue one because of this clock; null where it is not, and for the hotline's own clocks.</param>
/// <param name="Left">
/// What is left of it in its own clock: office time for working hours and days. Negative once it is over; null where it is not running or not known.
/// </param>
/// <param name="Explanation">How the due time came about.</param>
public sealed record TicketTimer(
    DeadlineTimer Timer, TimerState State, DueTime Due, IReadOnlyList<DateTimeOffset> WarnsAt, DateTimeOffset? DoneAt, OverdueCause? Cause,
    TimeSpan? Left, DueExplanation Explanation)
{
    /// <summary>True where somebody still has to do something.</summary>
    public bool IsOpen => State is TimerState.Running or TimerState.Warned or TimerState.Overdue or TimerState.Unknown;
}

/// <summary>All clocks of a ticket at one moment.</summary>
/// <param name="RuleSetId">The set that it was born with.</param>
/// <param name="Age">Since it was accepted, by the clock: beside every unit's own time, since the citizen waits round the clock.</param>
/// <param name="Timers">Those that run and those that ran, in the order of the ticket's way; one of each kind, but each report has its own.</param>
public sealed record TimerSheet(string RuleSetId, TimeSpan Age, IReadOnlyList<TicketTimer> Timers)
{
    /// <summary>Why the ticket is an overdue one; empty where it is none.</summary>
    public IReadOnlyList<OverdueCause> Causes => [.. Timers.Select(timer => timer.Cause).OfType<OverdueCause>().Distinct().Order()];

    /// <summary>The next moment at which something changes by itself: a warning, a due time. Null where nothing will.</summary>
    /// <param name="now">Now.</param>
    public DateTimeOffset? NextChange(DateTimeOffset now)
    {
        DateTimeOffset[] ahead =
        [
            .. from timer in Timers
               where timer.DoneAt is null
               from moment in timer.Due is DueTime.Known due ? timer.WarnsAt.Append(due.At) : timer.WarnsAt
               where moment > now
               select moment,
        ];
        return ahead.Length > 0 ? ahead.Min() : null;
    }
}
