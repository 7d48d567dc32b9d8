using Hotline.Tickets.Deadlines;

namespace Hotline.Tickets.Loop;

/// <summary>The unit answered the citizen, and writes it down for the review inside the unit (TKT-12).</summary>
/// <param name="By">Who.</param>
/// <param name="Wish">Id of the wish.</param>
/// <param name="Text">What was answered.</param>
/// <param name="Way">How the citizen was reached.</param>
/// <param name="ContactedAt">When.</param>
/// <param name="Solved">Whether it is solved.</param>
/// <param name="Explanation">Why it could not be solved (TKT-13).</param>
/// <param name="MayBePublished">谁公开 (TKT-21).</param>
/// <param name="WithoutOpinions">Why the lead does not wait for its co-handlers.</param>
/// <param name="Scan">Scan with signature and seal, on an order of the group (RET-05).</param>
public sealed record SubmitReply(
    TicketActor By, string Wish, string Text, ContactWay Way, DateTimeOffset? ContactedAt, bool Solved, string? Explanation, bool MayBePublished,
    string? WithoutOpinions, string? Scan)
    : LoopCommand(By, Wish)
{
    public override LoopVerb Verb => LoopVerb.SubmitReply;

    internal override LoopDecision Decide(LoopMove move)
    {
        var lead = move.Before.Lead!;
        if (Fault(move, lead) is { } refused)
        {
            return refused;
        }

        var subject = move.Mine is { Kind: AssignmentKind.Nested, State: AssignmentState.Open } nested
            ? move.MarkedIfLate(move.Before, nested, DeadlineTimer.Sign, OverdueCause.Sign)
            : move.Before;
        return move.Stay(subject with
        {
            Replies =
            [
                .. subject.Replies, new Reply
                {
                    No = subject.Replies.Count + 1,
                    Task = lead.No,
                    Round = subject.Round,
                    Author = By.Id,
                    Unit = move.Mine!.Unit,
                    At = move.Now,
                    Text = StorableText.Of(Text),
                    Way = Way,
                    ContactedAt = ContactedAt!.Value,
                    Solved = Solved,
                    Explanation = StorableText.Of(Explanation),
                    MayBePublished = MayBePublished,
                    WithoutOpinions = StorableText.Of(WithoutOpinions),
                    Scan = StorableText.OrNull(Scan),
                },
            ],
        });
    }

    private LoopDecision.Refused? Fault(LoopMove move, Assignment lead) =>
        move.Before.Reply is not null ? Refuse(LoopRefusal.ReplyPending)
        : LoopForm.Needs((LoopField.Text, Text), (LoopField.ContactedAt, ContactedAt is null ? "" : "given"))
            ?? move.Behind(LoopField.ContactedAt, ContactedAt!.Value)
            ?? (ContactedAt < Since(move.Before, lead) ? Refuse(LoopRefusal.WrongTime, LoopField.ContactedAt)
                : !Solved && string.IsNullOrWhiteSpace(Explanation) ? Refuse(LoopRefusal.ExplanationMissing, LoopField.Explanation)
                : OpinionsAreMissing(move.Before) && string.IsNullOrWhiteSpace(WithoutOpinions)
                    ? Refuse(LoopRefusal.OpinionsMissing, LoopField.WithoutOpinions)
                : LoopForm.ScanOf(lead, Scan));

    // A redo is answered anew: what was said before does not count (REV-05).
    private static DateTimeOffset Since(TicketCase subject, Assignment lead) =>
        subject.Rounds is [.., var round] && round.StartedAt > lead.DispatchedAt ? round.StartedAt : lead.DispatchedAt;

    private static bool OpinionsAreMissing(TicketCase subject) => subject.Assignments.Any(
        task => task is { Kind: AssignmentKind.CoHandler, State: AssignmentState.Open or AssignmentState.SignedFor });
}
