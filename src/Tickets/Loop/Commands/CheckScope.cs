namespace Hotline.Tickets.Loop;

/// <summary>What came of the question (ACC-10, ACC-14).</summary>
/// <param name="By">Who.</param>
/// <param name="Wish">Id of the wish.</param>
/// <param name="Verdict">What.</param>
/// <param name="ReasonCode">Of a refusal or referral.</param>
/// <param name="Guidance">What the caller was told then.</param>
public sealed record CheckScope(TicketActor By, string Wish, ScopeVerdict Verdict, string? ReasonCode, string? Guidance) : LoopCommand(By, Wish)
{
    public override LoopVerb Verb => LoopVerb.CheckScope;

    internal override LoopDecision Decide(LoopMove move)
    {
        var before = move.Before;
        var decided = before with
        {
            ScopeQuestions = Tasks.Put(
                before.ScopeQuestions, before.ScopeQuestions.Count, before.ScopeQuestions[^1] with { Verdict = Verdict, DecidedBy = By.Id }),
        };
        if (Verdict == ScopeVerdict.Accept)
        {
            return move.To(decided with { BackAtHotlineAt = move.Now }, "", TicketState.Accepted);
        }

        var refused = Verdict == ScopeVerdict.NotAccepted;
        var ended = decided with
        {
            Ticket = decided.Ticket with
            {
                Outcome = refused ? OutcomeKind.NotAccepted : OutcomeKind.Referral,
                ReasonCode = StorableText.OrNull(ReasonCode),
                Summary = StorableText.Of(Guidance),
            },
        };
        return LoopForm.Needs((LoopField.ReasonCode, ReasonCode), (LoopField.Guidance, Guidance))
            ?? LoopForm.NotTooLong(TicketLimits.CodeMax, (LoopField.ReasonCode, ReasonCode))
            ?? LoopForm.NotTooLong(TicketLimits.SummaryMax, (LoopField.Guidance, Guidance))
            ?? (LoopDecision)move.To(ended, ReasonCode!, refused ? TicketState.NotAccepted : TicketState.Referred);
    }
}
