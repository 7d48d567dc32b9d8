namespace Hotline.Tickets.Loop;

/// <summary>The gate inside the unit: by another than the author (TKT-12).</summary>
/// <param name="By">Who.</param>
/// <param name="Wish">Id of the wish.</param>
/// <param name="Approved">Whether it goes out to the hotline.</param>
/// <param name="Note">What is to be bettered, where it does not.</param>
public sealed record ReviewReply(TicketActor By, string Wish, bool Approved, string Note) : LoopCommand(By, Wish)
{
    public override LoopVerb Verb => LoopVerb.ReviewReply;

    internal override LoopDecision Decide(LoopMove move) => Refuse(LoopRefusal.NotInThisState);
}
