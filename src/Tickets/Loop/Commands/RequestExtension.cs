namespace Hotline.Tickets.Loop;

/// <summary>延期申请 (EXT).</summary>
/// <param name="By">Who.</param>
/// <param name="Wish">Id of the wish.</param>
/// <param name="WorkingDays">By how many working days.</param>
/// <param name="Reason">Why.</param>
/// <param name="CallerToldAt">When it was explained to the caller (EXT-03).</param>
/// <param name="CallerToldBy">How.</param>
/// <param name="Scan">Scan with signature and seal, on an order of the group (RET-05).</param>
public sealed record RequestExtension(
    TicketActor By, string Wish, int WorkingDays, string Reason, DateTimeOffset? CallerToldAt, ContactWay CallerToldBy, string? Scan)
    : LoopCommand(By, Wish)
{
    public override LoopVerb Verb => LoopVerb.RequestExtension;

    internal override LoopDecision Decide(LoopMove move)
    {
        var lead = move.Before.Lead!;
        if ((Incomplete(move) ?? LoopForm.ScanOf(lead, Scan) ?? Impossible(move, lead)) is { } refused)
        {
            return refused;
        }

        var asked = move.Before with
        {
            Extensions =
            [
                .. move.Before.Extensions, new ExtensionApplication
                {
                    No = move.Before.Extensions.Count + 1,
                    Task = lead.No,
                    Round = move.Before.Round,
                    By = By.Id,
                    At = move.Now,
                    WorkingDays = WorkingDays,
                    Reason = StorableText.Of(Reason),
                    CallerToldAt = CallerToldAt!.Value,
                    CallerToldBy = CallerToldBy,
                    Scan = StorableText.OrNull(Scan),
                    ByOverride = ByOverride,
                },
            ],
        };
        return move.To(asked, Reason, TicketState.ExtensionReview);
    }

    // The supervisor asks for what is not given as a rule; it is decided all the same, by another.
    private bool ByOverride => By.Role == TicketRole.Supervisor;

    private LoopDecision.Refused? Incomplete(LoopMove move) =>
        LoopForm.Needs(
            (LoopField.Reason, Reason), (LoopField.WorkingDays, WorkingDays > 0 ? "given" : ""),
            (LoopField.CallerToldAt, CallerToldAt is null ? "" : "given"))
        ?? move.Behind(LoopField.CallerToldAt, CallerToldAt!.Value);

    private LoopDecision.Refused? Impossible(LoopMove move, Assignment lead)
    {
        var terms = move.Context.Clock.ExtensionOf(move.Before, lead);
        var granted = move.Before.Extensions.Count(e => e.Task == lead.No && e.Round == move.Before.Round && e.GrantedDays > 0);
        return terms.CountMax == 0 && !(ByOverride && terms.MayOverride) ? Refuse(LoopRefusal.ExtensionNotForThisMatter)
            : granted >= Math.Max(terms.CountMax, 1) ? Refuse(LoopRefusal.ExtensionUsedUp)
            : terms.LastMoment is not { } last ? Refuse(LoopRefusal.DueUnknown)
            : move.Now > last ? Refuse(LoopRefusal.ExtensionTooLate)
            : null;
    }
}
