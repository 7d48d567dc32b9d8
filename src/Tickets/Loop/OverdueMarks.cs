using Hotline.Tickets.Deadlines;

namespace Hotline.Tickets.Loop;

/// <summary>How a ticket becomes an overdue one. A mark stands once for each clock, and stays.</summary>
public static class OverdueMarks
{
    /// <summary>The mark of a clock that ran out; null where it has none.</summary>
    public static OverdueMark? Of(TicketCase subject, Assignment task, OverdueCause cause, DateTimeOffset due)
    {
        ArgumentNullException.ThrowIfNull(subject);
        ArgumentNullException.ThrowIfNull(task);

        // Each report and each promise has a clock of its own; of the others there is one in a round.
        return subject.OverdueMarks.FirstOrDefault(mark => mark.Cause == cause && mark.Task == task.No && mark.Round == subject.Round
            && (mark.Due == due || cause is not (OverdueCause.Report or OverdueCause.Promise)));
    }

    /// <summary>The case with the mark of the hotline itself, which dispatched late: once for each time that it had to dispatch.</summary>
    internal static TicketCase WithDispatch(TicketCase subject, DateTimeOffset due, DateTimeOffset now) => HasDispatch(subject, due)
        ? subject
        : subject with { OverdueMarks = [.. subject.OverdueMarks, new OverdueMark(OverdueCause.Dispatch, 0, "", subject.Round, due, now)] };

    /// <summary>Whether this very time to dispatch has its mark.</summary>
    internal static bool HasDispatch(TicketCase subject, DateTimeOffset due) =>
        subject.OverdueMarks.Any(mark => mark.Cause == OverdueCause.Dispatch && mark.Due == due);

    internal static TicketCase With(TicketCase subject, Assignment task, OverdueCause cause, DateTimeOffset due, DateTimeOffset now) =>
        Of(subject, task, cause, due) is not null
            ? subject
            : subject with { OverdueMarks = [.. subject.OverdueMarks, new OverdueMark(cause, task.No, task.Unit, subject.Round, due, now)] };
}
