namespace Hotline.Tickets.Loop;

/// <summary>延期审核.</summary>
/// <param name="By">Who.</param>
/// <param name="Wish">Id of the wish.</param>
/// <param name="Application">Its number.</param>
/// <param name="GrantedDays">How many working days; null: rejected.</param>
/// <param name="Note">Why.</param>
public sealed record DecideExtension(TicketActor By, string Wish, int Application, int? GrantedDays, string Note) : LoopCommand(By, Wish)
{
    public override LoopVerb Verb => LoopVerb.DecideExtension;

    internal override LoopDecision Decide(LoopMove move) => Refuse(LoopRefusal.NotInThisState);
}
