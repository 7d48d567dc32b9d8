using Hotline.Tickets.Deadlines;

namespace Hotline.Tickets.Loop;

/// <summary>A report on a temporary closure (TMP-04), or the feedback on an urgent matter (URG-01).</summary>
/// <param name="By">Who.</param>
/// <param name="Wish">Id of the wish.</param>
/// <param name="Text">How far it is.</param>
public sealed record ReportProgress(TicketActor By, string Wish, string Text) : LoopCommand(By, Wish)
{
    public override LoopVerb Verb => LoopVerb.ReportProgress;

    internal override LoopDecision Decide(LoopMove move)
    {
        var before = move.Before;
        var lead = before.Lead!;
        var ofClosure = before.Closure is not null;
        if ((!ofClosure && before.Ticket.Form.Urgency == Urgency.Normal ? Refuse(LoopRefusal.NotUrgent) : LoopForm.Needs((LoopField.Text, Text)))
            is { } refused)
        {
            return refused;
        }

        var late = ofClosure ? move.MarkedIfLate(before, lead, DeadlineTimer.Report, OverdueCause.Report) : before;
        if (CaseTimers.OfTask(before, lead).Contains(DeadlineTimer.Feedback))
        {
            late = move.MarkedIfLate(late, lead, DeadlineTimer.Feedback, OverdueCause.Handle);
        }

        return move.Stay(late with
        {
            Reports =
            [
                .. late.Reports, new ProgressReport
                {
                    No = late.Reports.Count + 1,
                    Task = lead.No,
                    Round = late.Round,
                    By = By.Id,
                    At = move.Now,
                    Text = StorableText.Of(Text),
                    OfClosure = ofClosure,
                },
            ],
        });
    }
}
