namespace Hotline.Tickets.Loop;

/// <summary>签收: a unit signs for its task (TKT-04).</summary>
/// <param name="By">Who.</param>
/// <param name="Wish">Id of the wish.</param>
public sealed record Sign(TicketActor By, string Wish) : LoopCommand(By, Wish)
{
    public override LoopVerb Verb => LoopVerb.Sign;

    internal override LoopDecision Decide(LoopMove move) => Refuse(LoopRefusal.NotInThisState);
}
