namespace Hotline.Tickets.Loop;

/// <summary>The first response to an urgent matter (初步响应意见, URG-01, URG-02).</summary>
/// <param name="By">Who.</param>
/// <param name="Wish">Id of the wish.</param>
/// <param name="Text">What.</param>
public sealed record RespondFirst(TicketActor By, string Wish, string Text) : LoopCommand(By, Wish)
{
    public override LoopVerb Verb => LoopVerb.RespondFirst;

    internal override LoopDecision Decide(LoopMove move) => Refuse(LoopRefusal.NotInThisState);
}
