namespace Hotline.Tickets.Loop;

/// <summary>What may come of a matter before the group (CRD-02 to CRD-05).</summary>
internal static class CoordinationRules
{
    /// <summary>True where the order follows from the reason.</summary>
    public static bool Follows(CoordinationReason reason, CoordinationOrderKind kind) => reason switch
    {
        CoordinationReason.UnitUnknown => kind is CoordinationOrderKind.AssignmentOrder or CoordinationOrderKind.Meeting,
        CoordinationReason.ManyUnits => kind == CoordinationOrderKind.Meeting,
        CoordinationReason.StrongReaction => kind == CoordinationOrderKind.SupervisionOrder,
        CoordinationReason.AbnormalRisk => kind == CoordinationOrderKind.SpecialPiece,
        _ => kind != CoordinationOrderKind.SpecialPiece,
    };

    /// <summary>The case with a new matter for the group.</summary>
    public static TicketCase Sent(TicketCase subject, LoopMove move, TicketActor by, CoordinationReason reason, string report) => subject with
    {
        Coordinations =
        [
            .. subject.Coordinations,
            new CoordinationMatter
            {
                No = subject.Coordinations.Count + 1, Reason = reason, By = by.Id, At = move.Now, Report = StorableText.Of(report),
            },
        ],
    };
}
