namespace Hotline.Tickets.Loop;

/// <summary>回访: one attempt to ask the citizen, and what came of it (REV-01 to REV-06).</summary>
/// <param name="By">Who.</param>
/// <param name="Wish">Id of the wish.</param>
/// <param name="Way">How.</param>
/// <param name="Connected">The citizen was reached.</param>
/// <param name="Ratings">What was rated.</param>
/// <param name="Solved">Whether it is solved, as the citizen says.</param>
/// <param name="Finding">What the hotline found.</param>
/// <param name="Note">In words.</param>
public sealed record RecordRevisit(
    TicketActor By, string Wish, RevisitWay Way, bool Connected, Ratings Ratings, bool? Solved, RevisitFinding? Finding, string Note)
    : LoopCommand(By, Wish)
{
    public override LoopVerb Verb => LoopVerb.RecordRevisit;

    internal override LoopDecision Decide(LoopMove move) => Refuse(LoopRefusal.NotInThisState);
}
