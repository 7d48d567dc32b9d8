namespace Hotline.Tickets.Loop;

/// <summary>A co-handler gives its part to the lead (JNT-01).</summary>
/// <param name="By">Who.</param>
/// <param name="Wish">Id of the wish.</param>
/// <param name="Text">What.</param>
public sealed record GiveOpinion(TicketActor By, string Wish, string Text) : LoopCommand(By, Wish)
{
    public override LoopVerb Verb => LoopVerb.GiveOpinion;

    internal override LoopDecision Decide(LoopMove move) => Refuse(LoopRefusal.NotInThisState);
}
