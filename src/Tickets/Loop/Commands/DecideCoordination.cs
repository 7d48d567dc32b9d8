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

    internal override LoopDecision Decide(LoopMove move)
    {
        var matter = move.Before.Coordinations[^1];
        if (Fault(move, matter) is { } refused)
        {
            return refused;
        }

        var order = new CoordinationOrder
        {
            Kind = Kind,
            By = By.Id,
            At = move.Now,
            SignedOffBy = StorableText.Of(SignedOffBy),
            Document = StorableText.Of(Document),
            Attendees = [.. Attendees],
            Lead = Lead,
            CoHandlers = [.. CoHandlers],
        };
        var given = Tasks.Give(move, Lead, CoHandlers, matter.No);
        given = given with
        {
            Coordinations = Tasks.Put(given.Coordinations, matter.No, matter with { Order = order }),
            Restricted = given.Restricted || Kind == CoordinationOrderKind.SpecialPiece,
        };
        return move.To(given, Document, given.Lead!.State == AssignmentState.SignedFor ? TicketState.Handling : TicketState.Dispatched);
    }

    private LoopDecision.Refused? Fault(LoopMove move, CoordinationMatter matter) =>
        LoopForm.Needs((LoopField.SignedOffBy, SignedOffBy), (LoopField.Document, Document), (LoopField.Lead, Lead))
        ?? (!CoordinationRules.Follows(matter.Reason, Kind) ? Refuse(LoopRefusal.WrongOrder)
            : Kind == CoordinationOrderKind.Meeting && Attendees.All(string.IsNullOrWhiteSpace)
                ? Refuse(LoopRefusal.FieldsMissing, LoopField.Attendees)
            : UnitRules.Fault(move, Lead, CoHandlers));
}
