namespace Hotline.Tickets.Loop;

/// <summary>督办 of the supervisor on an open ticket; the state stays.</summary>
/// <param name="By">Who.</param>
/// <param name="Wish">Id of the wish.</param>
/// <param name="Demand">What is asked of the unit.</param>
public sealed record Supervise(TicketActor By, string Wish, string Demand) : LoopCommand(By, Wish)
{
    public override LoopVerb Verb => LoopVerb.Supervise;

    internal override LoopDecision Decide(LoopMove move) =>
        LoopForm.Needs((LoopField.Text, Demand))
        ?? (LoopDecision)move.Stay(
            move.Before with { Supervisions = [.. move.Before.Supervisions, new SupervisionNote(By.Id, move.Now, StorableText.Of(Demand))] }, Demand);
}
