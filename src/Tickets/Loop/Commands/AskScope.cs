namespace Hotline.Tickets.Loop;

/// <summary>Whether a demand is in scope is asked of a unit (ACC-10).</summary>
/// <param name="By">Who.</param>
/// <param name="Wish">Id of the wish.</param>
/// <param name="Unit">Code of the unit.</param>
/// <param name="Question">What.</param>
public sealed record AskScope(TicketActor By, string Wish, string Unit, string Question) : LoopCommand(By, Wish)
{
    public override LoopVerb Verb => LoopVerb.AskScope;

    internal override LoopDecision Decide(LoopMove move) => Refuse(LoopRefusal.NotInThisState);
}
