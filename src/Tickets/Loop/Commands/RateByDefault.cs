using Hotline.Tickets.Deadlines;

namespace Hotline.Tickets.Loop;

/// <summary>Nobody rated in time: 基本满意 (REV-04).</summary>
/// <param name="By">Who.</param>
/// <param name="Wish">Id of the wish.</param>
public sealed record RateByDefault(TicketActor By, string Wish) : LoopCommand(By, Wish)
{
    public override LoopVerb Verb => LoopVerb.RateByDefault;

    internal override LoopDecision Decide(LoopMove move)
    {
        var before = move.Before;
        var told = before.Revisits.LastOrDefault(revisit => revisit.Round == before.Round && revisit.Ratings != Ratings.None)?.Ratings
            ?? Ratings.None;
        if (Fault(move, told) is { } refused)
        {
            return refused;
        }

        const Satisfaction Default = Satisfaction.BasicallySatisfied;
        var ratings = new Ratings(told.HotlineService ?? Default, told.UnitContact ?? Default, told.Result ?? Default);
        var closed = before with { End = new CaseEnd(move.Now, CaseEndKind.Defaulted, ratings, RatingSource.Default) };
        return move.Context.Policy.FilesDefaults
            ? move.To(closed, "", TicketState.Closed, TicketState.Archived)
            : move.To(closed, "", TicketState.Closed);
    }

    // Who was not asked has not kept silent; who complained has not either.
    private static LoopDecision.Refused? Fault(LoopMove move, Ratings told) =>
        told.Dissatisfied ? Refuse(LoopRefusal.FindingMissing)
        : move.Before.State == TicketState.Revisit && !CaseTimers.Asked(move.Before) ? Refuse(LoopRefusal.TooEarly)
        : move.Context.Clock.Due(move.Before, null, DeadlineTimer.Rating) is not { } due ? Refuse(LoopRefusal.DueUnknown)
        : move.Now <= due ? Refuse(LoopRefusal.TooEarly)
        : null;
}
