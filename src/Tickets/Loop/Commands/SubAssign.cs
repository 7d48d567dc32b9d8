namespace Hotline.Tickets.Loop;

/// <summary>A county's work station passes its task on to a department of the county, or to another one (JUR-05).</summary>
/// <param name="By">Who.</param>
/// <param name="Wish">Id of the wish.</param>
/// <param name="Unit">Code of the department.</param>
public sealed record SubAssign(TicketActor By, string Wish, string Unit) : LoopCommand(By, Wish)
{
    public override LoopVerb Verb => LoopVerb.SubAssign;

    internal override LoopDecision Decide(LoopMove move) => Refuse(LoopRefusal.NotInThisState);
}
