namespace Hotline.Tickets.Loop;

/// <summary>转办: gives the ticket to a lead and its co-handlers (TKT-03, JNT-02).</summary>
/// <param name="By">Who.</param>
/// <param name="Wish">Id of the wish.</param>
/// <param name="Lead">Code of the lead.</param>
/// <param name="CoHandlers">Codes of the co-handlers; may be empty.</param>
/// <param name="SpecialReason">Why it is dispatched although the matter has a final case (REP-03); null where it has none.</param>
public sealed record Dispatch(
    TicketActor By, string Wish, string Lead, IReadOnlyList<string> CoHandlers, string? SpecialReason)
    : LoopCommand(By, Wish)
{
    public override LoopVerb Verb => LoopVerb.Dispatch;

    internal override LoopDecision Decide(LoopMove move) =>
        LoopForm.Needs((LoopField.Lead, Lead))
        ?? (!move.Context.CategoryIsKnown ? Refuse(LoopRefusal.CategoryUnknown) : null)
        ?? (move.Context.HasFinalCase && string.IsNullOrWhiteSpace(SpecialReason) ? Refuse(LoopRefusal.FinalCaseExists, LoopField.Reason) : null)
        ?? UnitRules.Fault(move, Lead, CoHandlers)
        ?? (LoopDecision)move.To(Tasks.Give(move, Lead, CoHandlers, order: null), SpecialReason ?? "", TicketState.Dispatched);
}
