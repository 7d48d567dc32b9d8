using Hotline.Tickets.Deadlines;

namespace Hotline.Tickets.Loop;

/// <summary>The first response to an urgent matter (初步响应意见, URG-01, URG-02).</summary>
/// <param name="By">Who.</param>
/// <param name="Wish">Id of the wish.</param>
/// <param name="Text">What.</param>
public sealed record RespondFirst(TicketActor By, string Wish, string Text) : LoopCommand(By, Wish)
{
    public override LoopVerb Verb => LoopVerb.RespondFirst;

    internal override LoopDecision Decide(LoopMove move)
    {
        var lead = move.Before.Lead!;
        return (move.Before.Ticket.Form.Urgency == Urgency.Normal ? Refuse(LoopRefusal.NotUrgent)
            : lead.FirstResponse is not null ? Refuse(LoopRefusal.AlreadyResponded)
            : LoopForm.Needs((LoopField.Text, Text)))
            ?? (LoopDecision)move.Stay(
                move.MarkedIfLate(move.Before, lead, DeadlineTimer.FirstResponse, OverdueCause.FirstResponse)
                    .With(lead with { FirstResponse = new UnitWord(By.Id, move.Now, StorableText.Of(Text)) }));
    }
}
