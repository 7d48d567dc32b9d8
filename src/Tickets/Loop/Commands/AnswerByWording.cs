namespace Hotline.Tickets.Loop;

/// <summary>The matter has a final case: the caller is told its wording, and nothing is dispatched (REP-03).</summary>
/// <param name="By">Who.</param>
/// <param name="Wish">Id of the wish.</param>
/// <param name="Wording">What was told.</param>
public sealed record AnswerByWording(TicketActor By, string Wish, string Wording) : LoopCommand(By, Wish)
{
    public override LoopVerb Verb => LoopVerb.AnswerByWording;

    internal override LoopDecision Decide(LoopMove move) =>
        (move.Context.HasFinalCase ? LoopForm.Needs((LoopField.Wording, Wording)) : Refuse(LoopRefusal.NoFinalCase))
        ?? LoopForm.NotTooLong(TicketLimits.SummaryMax, (LoopField.Wording, Wording))
        ?? (LoopDecision)move.To(
            move.Before with { AnsweredAt = move.Now, Ticket = move.Before.Ticket with { Summary = StorableText.Of(Wording) } }, "",
            TicketState.AnsweredByWording);
}
