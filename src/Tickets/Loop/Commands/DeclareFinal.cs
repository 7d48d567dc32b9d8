namespace Hotline.Tickets.Loop;

/// <summary>终结件: the lead declares a closed ticket final (REP-01, REP-02).</summary>
/// <param name="By">Who.</param>
/// <param name="Wish">Id of the wish.</param>
/// <param name="Opinion">The detailed opinion.</param>
/// <param name="Wording">解释答复口径.</param>
/// <param name="Attachment">The paper of it.</param>
/// <param name="CallerToldAt">When it was explained to the caller.</param>
public sealed record DeclareFinal(
    TicketActor By, string Wish, string Opinion, string Wording, string Attachment, DateTimeOffset? CallerToldAt)
    : LoopCommand(By, Wish)
{
    public override LoopVerb Verb => LoopVerb.DeclareFinal;

    internal override LoopDecision Decide(LoopMove move) =>
        (move.Before.End is not { Kind: not CaseEndKind.Withdrawn } ? Refuse(LoopRefusal.NotHandled)
            : move.Before.FinalDeclarations.Any(declared => declared.Decision is null) ? Refuse(LoopRefusal.ApplicationPending)
            : move.Context.EarlierClosed < move.Context.Policy.EarlierForFinal ? Refuse(LoopRefusal.EarlierTooFew)
            : LoopForm.Needs(
                (LoopField.Opinion, Opinion), (LoopField.Wording, Wording), (LoopField.Attachment, Attachment),
                (LoopField.CallerToldAt, CallerToldAt is null ? "" : "given")))
        ?? LoopForm.NotTooLong(TicketLimits.SummaryMax, (LoopField.Wording, Wording))
        ?? move.Behind(LoopField.CallerToldAt, CallerToldAt!.Value)
        ?? (LoopDecision)move.Stay(move.Before with
        {
            FinalDeclarations =
            [
                .. move.Before.FinalDeclarations,
                new FinalDeclaration(
                    By.Id, move.Now, StorableText.Of(Opinion), StorableText.Of(Wording), StorableText.Of(Attachment), CallerToldAt!.Value),
            ],
        });
}
