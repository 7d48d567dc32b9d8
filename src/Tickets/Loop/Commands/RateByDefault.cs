namespace Hotline.Tickets.Loop;

/// <summary>Nobody rated in time: 基本满意 (REV-04).</summary>
/// <param name="By">Who.</param>
/// <param name="Wish">Id of the wish.</param>
public sealed record RateByDefault(TicketActor By, string Wish) : LoopCommand(By, Wish)
{
    public override LoopVerb Verb => LoopVerb.RateByDefault;

    internal override LoopDecision Decide(LoopMove move) => Refuse(LoopRefusal.NotInThisState);
}
