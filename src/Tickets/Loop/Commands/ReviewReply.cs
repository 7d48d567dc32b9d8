using Hotline.Tickets.Deadlines;

namespace Hotline.Tickets.Loop;

/// <summary>The gate inside the unit: by another than the author (TKT-12).</summary>
/// <param name="By">Who.</param>
/// <param name="Wish">Id of the wish.</param>
/// <param name="Approved">Whether it goes out to the hotline.</param>
/// <param name="Note">What is to be bettered, where it does not.</param>
public sealed record ReviewReply(TicketActor By, string Wish, bool Approved, string Note) : LoopCommand(By, Wish)
{
    public override LoopVerb Verb => LoopVerb.ReviewReply;

    internal override LoopDecision Decide(LoopMove move)
    {
        if (move.Before.Reply is not { Review: null } reply)
        {
            return Refuse(LoopRefusal.NoReplyPending);
        }

        if ((reply.Author == By.Id ? Refuse(LoopRefusal.OwnReply) : Approved ? null : LoopForm.Needs((LoopField.Note, Note))) is { } refused)
        {
            return refused;
        }

        var reviewed = reply with { Review = new ReplyReview(By.Id, move.Now, Approved, StorableText.Of(Note)) };
        var subject = Approved ? Late(move) : move.Before;
        subject = subject with { Replies = Tasks.Put(subject.Replies, reply.No, reviewed) };
        return Approved ? move.To(Done(subject), Note, TicketState.Replied) : move.Stay(subject, Note);
    }

    // Returned to the hotline only now: whatever it should have met, it meets at this moment.
    private static TicketCase Late(LoopMove move)
    {
        var lead = move.Before.Lead!;
        var late = move.Before;
        foreach (var timer in CaseTimers.OfTask(move.Before, lead))
        {
            late = timer switch
            {
                DeadlineTimer.Handle or DeadlineTimer.Feedback => move.MarkedIfLate(late, lead, timer, OverdueCause.Handle),
                DeadlineTimer.FirstResponse => move.MarkedIfLate(late, lead, timer, OverdueCause.FirstResponse),
                DeadlineTimer.Promise => move.MarkedIfLate(late, lead, timer, OverdueCause.Promise),
                _ => late,
            };
        }

        return late;
    }

    // A co-handler for whom the lead did not wait has nothing more to do.
    private static TicketCase Done(TicketCase subject) => subject with
    {
        Assignments = [.. subject.Assignments.Select(task => task.IsOver || task.State == AssignmentState.Done ? task
            : task with { State = task.Kind == AssignmentKind.CoHandler ? AssignmentState.Withdrawn : AssignmentState.Done })],
    };
}
