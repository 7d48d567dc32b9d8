using Hotline.Tickets.Deadlines;

namespace Hotline.Tickets.Loop;

/// <summary>A clock that is due at another time than before, because the calendar changed.</summary>
/// <param name="Timer">Which.</param>
/// <param name="Task">Number of the task it runs for; null where it is the hotline's.</param>
/// <param name="Before">Until when it was; null where nobody knew.</param>
/// <param name="After">Until when it is; null where nobody knows.</param>
public sealed record MovedTimer(DeadlineTimer Timer, int? Task, DateTimeOffset? Before, DateTimeOffset? After);

/// <summary>
/// Counts the clocks of a case again after the calendar changed. A function: facts and a clock go in, what moved comes out. Only clocks that run
/// are counted again: what is over keeps the time that it was measured by, and a mark of overdue stays.
/// </summary>
public static class CaseRecount
{
    /// <summary>The clocks that move.</summary>
    /// <param name="before">The clocks as they stood, in whole milliseconds as they are kept.</param>
    /// <param name="subject">The case.</param>
    /// <param name="clock">The clock of the calendar as it is now.</param>
    public static IReadOnlyList<MovedTimer> Moved(IReadOnlyList<CaseTimer> before, TicketCase subject, ICaseClock clock)
    {
        ArgumentNullException.ThrowIfNull(before);
        return
        [
            .. from running in CaseTimers.Running(subject, clock)
               join former in before on (running.Timer, running.Task) equals (former.Timer, former.Task)
               where Milliseconds(running.Due) != Milliseconds(former.Due)
               select new MovedTimer(running.Timer, running.Task, former.Due, running.Due),
        ];
    }

    private static long? Milliseconds(DateTimeOffset? at) => at?.ToUnixTimeMilliseconds();
}
