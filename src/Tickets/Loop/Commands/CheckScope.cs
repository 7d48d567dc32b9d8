namespace Hotline.Tickets.Loop;

/// <summary>What came of the question (ACC-10, ACC-14).</summary>
/// <param name="By">Who.</param>
/// <param name="Wish">Id of the wish.</param>
/// <param name="Verdict">What.</param>
/// <param name="ReasonCode">Of a refusal or referral.</param>
/// <param name="Guidance">What the caller was told then.</param>
public sealed record CheckScope(TicketActor By, string Wish, ScopeVerdict Verdict, string? ReasonCode, string? Guidance) : LoopCommand(By, Wish)
{
    public override LoopVerb Verb => LoopVerb.CheckScope;

    internal override LoopDecision Decide(LoopMove move) => Refuse(LoopRefusal.NotInThisState);
}
