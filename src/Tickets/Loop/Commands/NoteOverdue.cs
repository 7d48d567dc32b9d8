using Hotline.Tickets.Deadlines;

namespace Hotline.Tickets.Loop;

/// <summary>A clock ran out and nobody did what it asks for (part D, on expiry).</summary>
/// <param name="By">Who.</param>
/// <param name="Wish">Id of the wish.</param>
/// <param name="Timer">Which.</param>
/// <param name="Task">Number of the task.</param>
public sealed record NoteOverdue(TicketActor By, string Wish, DeadlineTimer Timer, int Task) : LoopCommand(By, Wish)
{
    public override LoopVerb Verb => LoopVerb.NoteOverdue;

    internal override LoopDecision Decide(LoopMove move)
    {
        if (Timer == DeadlineTimer.Dispatch)
        {
            return OfDispatch(move);
        }

        if (Tasks.At(move.Before.Assignments, Task) is not { } task || CauseOf(Timer) is not { } cause
            || !CaseTimers.OfTask(move.Before, task).Contains(Timer) || WaitsForTheHotline(move.Before, task)
            || CaseTimers.DueOf(move.Context.Clock, move.Before, task, Timer) is not { } due || move.Now <= due)
        {
            return Refuse(LoopRefusal.NotOverdue);
        }

        return OverdueMarks.Of(move.Before, task, cause, due) is not null
            ? Refuse(LoopRefusal.AlreadyMarked)
            : move.Stay(OverdueMarks.With(move.Before, task, cause, due, move.Now));
    }

    private static LoopDecision OfDispatch(LoopMove move) => move.Before.State != TicketState.Accepted
        || CaseTimers.DueOf(move.Context.Clock, move.Before, null, DeadlineTimer.Dispatch) is not { } due || move.Now <= due
            ? Refuse(LoopRefusal.NotOverdue)
        : OverdueMarks.HasDispatch(move.Before, due) ? Refuse(LoopRefusal.AlreadyMarked)
        : move.Stay(OverdueMarks.WithDispatch(move.Before, due, move.Now));

    // What was asked for in time may move the limit of handling: its decision says whether the ticket is late.
    private bool WaitsForTheHotline(TicketCase subject, Assignment task) => Timer == DeadlineTimer.Handle && task.Kind != AssignmentKind.CoHandler
        && (subject.State is TicketState.ExtensionReview or TicketState.TemporaryClosureReview);

    // Not to give back in time is no fault: then it is handled.
    private static OverdueCause? CauseOf(DeadlineTimer timer) => timer switch
    {
        DeadlineTimer.Sign => OverdueCause.Sign,
        DeadlineTimer.FirstResponse => OverdueCause.FirstResponse,
        DeadlineTimer.Feedback or DeadlineTimer.Handle => OverdueCause.Handle,
        DeadlineTimer.Report => OverdueCause.Report,
        DeadlineTimer.Promise => OverdueCause.Promise,
        _ => null,
    };
}
