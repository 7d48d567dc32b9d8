namespace Hotline.Tickets.Loop;

/// <summary>退单: a unit gives its task back (RET-01).</summary>
/// <param name="By">Who.</param>
/// <param name="Wish">Id of the wish.</param>
/// <param name="Reason">Why.</param>
/// <param name="Basis">The law or list of duties it stands on.</param>
/// <param name="SuggestedUnit">Who should get it.</param>
/// <param name="Scan">Scan with signature and seal, on an order of the group (RET-05).</param>
public sealed record RequestReturn(
    TicketActor By, string Wish, string Reason, string Basis, string SuggestedUnit, string? Scan)
    : LoopCommand(By, Wish)
{
    public override LoopVerb Verb => LoopVerb.RequestReturn;

    internal override LoopDecision Decide(LoopMove move) => Refuse(LoopRefusal.NotInThisState);
}
