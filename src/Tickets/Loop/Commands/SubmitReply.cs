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

    internal override LoopDecision Decide(LoopMove move) => Refuse(LoopRefusal.NotInThisState);
}
