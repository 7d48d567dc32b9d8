using Hotline.Tickets.Deadlines;

namespace Hotline.Tickets.Loop;

/// <summary>临时办结申请, or a new promise on a ticket that is temporarily closed (TMP-02, TMP-06).</summary>
/// <param name="By">Who.</param>
/// <param name="Wish">Id of the wish.</param>
/// <param name="Ground">Why it may be.</param>
/// <param name="Progress">办理进展.</param>
/// <param name="NextSteps">下步打算.</param>
/// <param name="PromisedFor">承诺办结时限, city-local.</param>
/// <param name="Filing">The paper of the opened case.</param>
public sealed record RequestTemporaryClosure(
    TicketActor By, string Wish, ClosureGround Ground, string Progress, string NextSteps, DateOnly? PromisedFor, string? Filing)
    : LoopCommand(By, Wish)
{
    public override LoopVerb Verb => LoopVerb.RequestTemporaryClosure;

    internal override LoopDecision Decide(LoopMove move)
    {
        var lead = move.Before.Lead!;
        if (Fault(move, lead) is { } refused)
        {
            return refused;
        }

        // A promise that was not kept is a new overdue, and a new promise does not heal it (TMP-06).
        var late = move.Before.State == TicketState.TemporarilyClosed
            ? move.MarkedIfLate(move.Before, lead, DeadlineTimer.Promise, OverdueCause.Promise)
            : move.Before;
        var asked = late with
        {
            Closures =
            [
                .. late.Closures, new ClosureApplication
                {
                    No = late.Closures.Count + 1,
                    Task = lead.No,
                    Round = late.Round,
                    By = By.Id,
                    At = move.Now,
                    From = move.Before.State,
                    Ground = Ground,
                    Progress = StorableText.Of(Progress),
                    NextSteps = StorableText.Of(NextSteps),
                    PromisedFor = PromisedFor!.Value,
                    Filing = StorableText.OrNull(Filing),
                },
            ],
        };
        return move.To(asked, NextSteps, TicketState.TemporaryClosureReview);
    }

    private LoopDecision.Refused? Fault(LoopMove move, Assignment lead) =>
        LoopForm.Needs((LoopField.Progress, Progress), (LoopField.NextSteps, NextSteps), (LoopField.PromisedFor, PromisedFor is null ? "" : "given"))
        ?? (Ground == ClosureGround.CaseFiled && string.IsNullOrWhiteSpace(Filing) ? Refuse(LoopRefusal.FilingMissing, LoopField.Filing)
            : PromisedFor < TicketNumber.CityDate(move.Now, move.Context.CityOffset) ? Refuse(LoopRefusal.WrongTime, LoopField.PromisedFor)
            : move.Before.State == TicketState.TemporarilyClosed ? null
            : move.Context.Clock.Due(move.Before, lead, DeadlineTimer.Handle) is not { } due ? Refuse(LoopRefusal.DueUnknown)
            : move.Now > due ? Refuse(LoopRefusal.ClosureTooLate)
            : null);
}
