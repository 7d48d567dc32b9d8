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

    internal override LoopDecision Decide(LoopMove move) => Refuse(LoopRefusal.NotInThisState);
}
