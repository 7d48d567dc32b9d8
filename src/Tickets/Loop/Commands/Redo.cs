namespace Hotline.Tickets.Loop;

/// <summary>重新办理: back to the unit, with a clock of its own (REV-05).</summary>
/// <param name="By">Who.</param>
/// <param name="Wish">Id of the wish.</param>
/// <param name="Cause">Why.</param>
/// <param name="Note">In words.</param>
public sealed record Redo(TicketActor By, string Wish, RevisitFinding Cause, string Note) : LoopCommand(By, Wish)
{
    public override LoopVerb Verb => LoopVerb.Redo;

    internal override LoopDecision Decide(LoopMove move) =>
        (RedoRules.IsFault(Cause) ? LoopForm.Needs((LoopField.Note, Note)) : Refuse(LoopRefusal.FindingContradicts, LoopField.Finding))
        ?? (LoopDecision)RedoRules.Again(move, move.Before, By, Cause, Note);
}
