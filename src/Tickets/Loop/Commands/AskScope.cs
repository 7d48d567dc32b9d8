namespace Hotline.Tickets.Loop;

/// <summary>Whether a demand is in scope is asked of a unit (ACC-10).</summary>
/// <param name="By">Who.</param>
/// <param name="Wish">Id of the wish.</param>
/// <param name="Unit">Code of the unit.</param>
/// <param name="Question">What.</param>
public sealed record AskScope(TicketActor By, string Wish, string Unit, string Question) : LoopCommand(By, Wish)
{
    public override LoopVerb Verb => LoopVerb.AskScope;

    internal override LoopDecision Decide(LoopMove move) =>
        LoopForm.Needs((LoopField.Unit, Unit), (LoopField.Question, Question))
        ?? UnitRules.Fault(move, Unit, LoopField.Unit)
        ?? (LoopDecision)move.To(
            move.Before with
            {
                ScopeQuestions = [.. move.Before.ScopeQuestions, new ScopeQuestion(By.Id, move.Now, Unit, StorableText.Of(Question))],
            },
            Question,
            TicketState.ScopeCheck);
}
