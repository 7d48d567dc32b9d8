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

    internal override LoopDecision Decide(LoopMove move) => Refuse(LoopRefusal.NotInThisState);
}
