namespace Hotline.Tickets.Loop;

/// <summary>甄别 (REV-06).</summary>
/// <param name="By">Who.</param>
/// <param name="Wish">Id of the wish.</param>
/// <param name="Objective">The reasons are objective. Else it is done again.</param>
/// <param name="Note">Why.</param>
public sealed record Screen(TicketActor By, string Wish, bool Objective, string Note) : LoopCommand(By, Wish)
{
    public override LoopVerb Verb => LoopVerb.Screen;

    internal override LoopDecision Decide(LoopMove move) => Refuse(LoopRefusal.NotInThisState);
}
