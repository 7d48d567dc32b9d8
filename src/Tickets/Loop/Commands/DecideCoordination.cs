namespace Hotline.Tickets.Loop;

/// <summary>What the group decided: an order, and who handles it (CRD-02 to CRD-06).</summary>
/// <param name="By">Who.</param>
/// <param name="Wish">Id of the wish.</param>
/// <param name="Kind">Which instrument.</param>
/// <param name="SignedOffBy">Who signed.</param>
/// <param name="Document">The signed paper or the minutes.</param>
/// <param name="Attendees">Who met; of a meeting.</param>
/// <param name="Lead">Code of the lead.</param>
/// <param name="CoHandlers">Codes of the co-handlers.</param>
public sealed record DecideCoordination(
    TicketActor By, string Wish, CoordinationOrderKind Kind, string SignedOffBy, string Document, IReadOnlyList<string> Attendees, string Lead,
    IReadOnlyList<string> CoHandlers)
    : LoopCommand(By, Wish)
{
    public override LoopVerb Verb => LoopVerb.DecideCoordination;

    internal override LoopDecision Decide(LoopMove move) => Refuse(LoopRefusal.NotInThisState);
}
