namespace Hotline.Tickets.Loop;

/// <summary>办结审核 of the hotline (TKT-14).</summary>
/// <param name="By">Who.</param>
/// <param name="Wish">Id of the wish.</param>
/// <param name="Missing">What the reply lacks; empty: it is complete. Else it is done again.</param>
/// <param name="Note">In words.</param>
public sealed record ReviewClosing(TicketActor By, string Wish, IReadOnlyList<ReplyElement> Missing, string Note) : LoopCommand(By, Wish)
{
    public override LoopVerb Verb => LoopVerb.ReviewClosing;

    internal override LoopDecision Decide(LoopMove move)
    {
        if (Missing.Count > 0 && LoopForm.Needs((LoopField.Note, Note)) is { } refused)
        {
            return refused;
        }

        var review = new CloseReview(By.Id, move.Now, move.Before.Reply!.No, [.. Missing.Distinct()], StorableText.Of(Note));
        var reviewed = move.Before with { CloseReviews = [.. move.Before.CloseReviews, review] };
        return Missing.Count > 0
            ? RedoRules.Again(move, reviewed, By, RevisitFinding.ElementsMissing, Note)
            : move.To(reviewed, Note, TicketState.Revisit);
    }
}
