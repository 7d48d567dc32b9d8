namespace Hotline.Tickets.Loop;

/// <summary>延期申请 (EXT).</summary>
/// <param name="By">Who.</param>
/// <param name="Wish">Id of the wish.</param>
/// <param name="WorkingDays">By how many working days.</param>
/// <param name="Reason">Why.</param>
/// <param name="CallerToldAt">When it was explained to the caller (EXT-03).</param>
/// <param name="CallerToldBy">How.</param>
/// <param name="Scan">Scan with signature and seal, on an order of the group (RET-05).</param>
public sealed record RequestExtension(
    TicketActor By, string Wish, int WorkingDays, string Reason, DateTimeOffset? CallerToldAt, ContactWay CallerToldBy, string? Scan)
    : LoopCommand(By, Wish)
{
    public override LoopVerb Verb => LoopVerb.RequestExtension;

    internal override LoopDecision Decide(LoopMove move) => Refuse(LoopRefusal.NotInThisState);
}
