namespace Hotline.Tickets.Loop;

/// <summary>回访: one attempt to ask the citizen, and what came of it (REV-01 to REV-06).</summary>
/// <param name="By">Who.</param>
/// <param name="Wish">Id of the wish.</param>
/// <param name="Way">How.</param>
/// <param name="Connected">The citizen was reached.</param>
/// <param name="Ratings">What was rated.</param>
/// <param name="Solved">Whether it is solved, as the citizen says.</param>
/// <param name="Finding">What the hotline found.</param>
/// <param name="Note">In words.</param>
public sealed record RecordRevisit(
    TicketActor By, string Wish, RevisitWay Way, bool Connected, Ratings Ratings, bool? Solved, RevisitFinding? Finding, string Note)
    : LoopCommand(By, Wish)
{
    public override LoopVerb Verb => LoopVerb.RecordRevisit;

    internal override LoopDecision Decide(LoopMove move)
    {
        if (Fault(move) is { } refused)
        {
            return refused;
        }

        var visited = move.Before with
        {
            Revisits =
            [
                .. move.Before.Revisits, new Revisit
                {
                    No = move.Before.Revisits.Count + 1,
                    Round = move.Before.Round,
                    By = By.Id,
                    At = move.Now,
                    Way = Way,
                    Connected = Connected,
                    Ratings = Ratings,
                    Solved = Solved,
                    Finding = Finding,
                    Note = StorableText.Of(Note),
                },
            ],
        };
        return OnTheSpot(move) ? Ratings == Ratings.None ? move.Stay(visited) : Closed(move, visited, CaseEndKind.Rated)
            : Finding is { } fault && RedoRules.IsFault(fault) ? RedoRules.Again(move, visited, By, fault, Note)
            : Ratings.Satisfied ? Closed(move, visited, CaseEndKind.Rated)
            : Finding == RevisitFinding.LawfulAnswer ? Closed(move, visited, CaseEndKind.Lawful)
            : Finding is not null ? move.To(visited, Note, TicketState.Screening)
            : move.Stay(visited);
    }

    private LoopDecision.Refused? Fault(LoopMove move) =>
        !Connected && (Ratings != Ratings.None || Solved is not null) ? Refuse(LoopRefusal.NotConnected, LoopField.Ratings)
        : Finding is { } finding ? FaultOf(move, finding)
        : Ratings is { Dissatisfied: true, Satisfied: false } && By.Role != TicketRole.System && !OnTheSpot(move)
            ? Refuse(LoopRefusal.FindingMissing, LoopField.Finding)
        : LoopForm.NotTooLong(TicketLimits.TextMax, (LoopField.Note, Note));

    private LoopDecision.Refused? FaultOf(LoopMove move, RevisitFinding finding) =>
        By.Role == TicketRole.System || OnTheSpot(move) ? Refuse(LoopRefusal.FindingContradicts, LoopField.Finding)
        : !Connected && !(Way == RevisitWay.OnSite && RedoRules.IsFault(finding)) ? Refuse(LoopRefusal.NotConnected, LoopField.Finding)
        : Ratings.Satisfied && finding is RevisitFinding.HandlingFault or RevisitFinding.LawfulAnswer
            ? Refuse(LoopRefusal.FindingContradicts, LoopField.Finding)
        : (Ratings.Satisfied || !Ratings.Dissatisfied) && !RedoRules.IsFault(finding) && finding != RevisitFinding.LawfulAnswer
            ? Refuse(LoopRefusal.FindingContradicts, LoopField.Finding)
        : LoopForm.Needs((LoopField.Note, Note));

    // Answered in the call, and rated for that: nothing was handled that could be done again.
    private static bool OnTheSpot(LoopMove move) => move.Before.State is TicketState.AnsweredDirect or TicketState.AnsweredByWording;

    private LoopDecision.Changed Closed(LoopMove move, TicketCase visited, CaseEndKind kind) =>
        move.To(visited with { End = new CaseEnd(move.Now, kind, Ratings, RatingSource.Caller) }, Note, TicketState.Closed);
}
