namespace Hotline.Tickets.Loop;

/// <summary>The hotline files the declaration, or does not (REP-02).</summary>
/// <param name="By">Who.</param>
/// <param name="Wish">Id of the wish.</param>
/// <param name="Accepted">Whether.</param>
/// <param name="Note">Why.</param>
public sealed record AcceptFinal(TicketActor By, string Wish, bool Accepted, string Note) : LoopCommand(By, Wish)
{
    public override LoopVerb Verb => LoopVerb.AcceptFinal;

    internal override LoopDecision Decide(LoopMove move) => Refuse(LoopRefusal.NotInThisState);
}
