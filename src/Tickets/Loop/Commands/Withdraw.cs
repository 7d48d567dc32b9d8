namespace Hotline.Tickets.Loop;

/// <summary>The caller takes it back (撤回).</summary>
/// <param name="By">Who.</param>
/// <param name="Wish">Id of the wish.</param>
/// <param name="Note">How he said so.</param>
public sealed record Withdraw(TicketActor By, string Wish, string Note) : LoopCommand(By, Wish)
{
    public override LoopVerb Verb => LoopVerb.Withdraw;

    internal override LoopDecision Decide(LoopMove move) =>
        LoopForm.Needs((LoopField.Note, Note))
        ?? (LoopDecision)move.To(
            move.Before.Withdrawn(task => task.State == AssignmentState.Done) with
            {
                End = new CaseEnd(move.Now, CaseEndKind.Withdrawn, Ratings.None, null),
            },
            Note,
            TicketState.Closed);
}
