namespace Hotline.Tickets.Loop;

/// <summary>催办: the state stays.</summary>
/// <param name="By">Who.</param>
/// <param name="Wish">Id of the wish.</param>
/// <param name="Note">What was said.</param>
public sealed record Urge(TicketActor By, string Wish, string Note) : LoopCommand(By, Wish)
{
    public override LoopVerb Verb => LoopVerb.Urge;

    internal override LoopDecision Decide(LoopMove move) =>
        LoopForm.Needs((LoopField.Note, Note))
        ?? (LoopDecision)move.Stay(
            move.Before with { Urgings = [.. move.Before.Urgings, new Urging(By.Id, move.Now, StorableText.Of(Note))] }, Note);
}
