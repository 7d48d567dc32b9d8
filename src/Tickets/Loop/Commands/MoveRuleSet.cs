namespace Hotline.Tickets.Loop;

/// <summary>Moves the ticket to another set of deadlines.</summary>
/// <param name="By">Who.</param>
/// <param name="Wish">Id of the wish.</param>
/// <param name="RuleSet">Its id.</param>
/// <param name="Reason">Why.</param>
public sealed record MoveRuleSet(TicketActor By, string Wish, string RuleSet, string Reason) : LoopCommand(By, Wish)
{
    public override LoopVerb Verb => LoopVerb.MoveRuleSet;

    internal override LoopDecision Decide(LoopMove move) =>
        LoopForm.Needs((LoopField.RuleSet, RuleSet), (LoopField.Reason, Reason))
        ?? (RuleSet == move.Before.RuleSet
            ? Refuse(LoopRefusal.SameRuleSet, LoopField.RuleSet)
            : (LoopDecision)move.Stay(move.Before with { RuleSet = RuleSet }, Reason));
}
