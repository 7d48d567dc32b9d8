using Hotline.Tickets.Deadlines;

namespace Hotline.Tickets.Loop;

/// <summary>A co-handler gives its part to the lead (JNT-01).</summary>
/// <param name="By">Who.</param>
/// <param name="Wish">Id of the wish.</param>
/// <param name="Text">What.</param>
public sealed record GiveOpinion(TicketActor By, string Wish, string Text) : LoopCommand(By, Wish)
{
    public override LoopVerb Verb => LoopVerb.GiveOpinion;

    internal override LoopDecision Decide(LoopMove move)
    {
        var task = move.Mine!;
        if ((task.State == AssignmentState.Done ? Refuse(LoopRefusal.OpinionGiven)
            : move.Before.Returns.Any(sent => sent.Task == task.No && sent.Decision is null) ? Refuse(LoopRefusal.ApplicationPending)
            : LoopForm.Needs((LoopField.Text, Text))) is { } refused)
        {
            return refused;
        }

        var late = move.MarkedIfLate(move.Before, task, DeadlineTimer.Handle, OverdueCause.Handle);
        late = task.State == AssignmentState.Open ? move.MarkedIfLate(late, task, DeadlineTimer.Sign, OverdueCause.Sign) : late;
        return move.Stay(late.With(task with
        {
            State = AssignmentState.Done,
            Opinion = new UnitWord(By.Id, move.Now, StorableText.Of(Text)),
        }));
    }
}
