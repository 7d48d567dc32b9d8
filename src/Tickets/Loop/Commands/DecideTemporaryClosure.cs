namespace Hotline.Tickets.Loop;

/// <summary>Decides about a temporary closure or a new promise.</summary>
/// <param name="By">Who.</param>
/// <param name="Wish">Id of the wish.</param>
/// <param name="Application">Its number.</param>
/// <param name="Granted">Whether.</param>
/// <param name="Note">Why.</param>
public sealed record DecideTemporaryClosure(TicketActor By, string Wish, int Application, bool Granted, string Note) : LoopCommand(By, Wish)
{
    public override LoopVerb Verb => LoopVerb.DecideTemporaryClosure;

    internal override LoopDecision Decide(LoopMove move) => Refuse(LoopRefusal.NotInThisState);
}
