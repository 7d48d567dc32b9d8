namespace Hotline.Tickets.Loop;

/// <summary>Sets the urgency (URG-01 to URG-03).</summary>
/// <param name="By">Who.</param>
/// <param name="Wish">Id of the wish.</param>
/// <param name="Urgency">Which.</param>
/// <param name="Reason">Why.</param>
public sealed record MarkUrgent(TicketActor By, string Wish, Urgency Urgency, string Reason) : LoopCommand(By, Wish)
{
    public override LoopVerb Verb => LoopVerb.MarkUrgent;

    internal override LoopDecision Decide(LoopMove move)
    {
        var ticket = move.Before.Ticket;
        return (Urgency == ticket.Form.Urgency ? Refuse(LoopRefusal.SameUrgency) : LoopForm.Needs((LoopField.Reason, Reason)))
            ?? (LoopDecision)move.Stay(
                move.Before with
                {
                    Ticket = ticket with { Form = ticket.Form with { Urgency = Urgency } },
                    UrgencyMarks = [.. move.Before.UrgencyMarks, new UrgencyMark(By.Id, move.Now, Urgency, StorableText.Of(Reason))],
                },
                Reason);
    }
}
