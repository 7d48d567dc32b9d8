namespace Hotline.Tickets.Loop;

/// <summary>办结审核 of the hotline (TKT-14).</summary>
/// <param name="By">Who.</param>
/// <param name="Wish">Id of the wish.</param>
/// <param name="Missing">What the reply lacks; empty: it is complete. Else it is done again.</param>
/// <param name="Note">In words.</param>
public sealed record ReviewClosing(TicketActor By, string Wish, IReadOnlyList<ReplyElement> Missing, string Note) : LoopCommand(By, Wish)
{
    public override LoopVerb Verb => LoopVerb.ReviewClosing;

    internal override LoopDecision Decide(LoopMove move) => Refuse(LoopRefusal.NotInThisState);
}
