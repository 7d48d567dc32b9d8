using Hotline.Tickets.Deadlines;

namespace Hotline.Tickets.Loop;

/// <summary>退单: a unit gives its task back (RET-01).</summary>
/// <param name="By">Who.</param>
/// <param name="Wish">Id of the wish.</param>
/// <param name="Reason">Why.</param>
/// <param name="Basis">The law or list of duties it stands on.</param>
/// <param name="SuggestedUnit">Who should get it.</param>
/// <param name="Scan">Scan with signature and seal, on an order of the group (RET-05).</param>
public sealed record RequestReturn(
    TicketActor By, string Wish, string Reason, string Basis, string SuggestedUnit, string? Scan)
    : LoopCommand(By, Wish)
{
    public override LoopVerb Verb => LoopVerb.RequestReturn;

    internal override LoopDecision Decide(LoopMove move)
    {
        var task = move.Mine!;
        if (Fault(move, task) is { } refused)
        {
            return refused;
        }

        var late = move.MarkedIfLate(move.Before, task, DeadlineTimer.Return, OverdueCause.Return);
        var asked = late with
        {
            Returns =
            [
                .. late.Returns, new ReturnApplication
                {
                    No = late.Returns.Count + 1,
                    Task = task.No,
                    By = By.Id,
                    At = move.Now,
                    From = move.Before.State,
                    Reason = StorableText.Of(Reason),
                    Basis = StorableText.Of(Basis),
                    SuggestedUnit = StorableText.Of(SuggestedUnit),
                    Scan = StorableText.OrNull(Scan),
                },
            ],
        };
        return task.Kind == AssignmentKind.Lead ? move.To(asked, Reason, TicketState.ReturnReview) : move.Stay(asked, Reason);
    }

    private LoopDecision.Refused? Fault(LoopMove move, Assignment task) =>
        move.Before.Round > 0 ? Refuse(LoopRefusal.NotInRedo)
        : task.State == AssignmentState.Done ? Refuse(LoopRefusal.OpinionGiven)
        : task.ReturnForbidden ? Refuse(LoopRefusal.ReturnForbidden)
        : move.Before.Returns.Any(sent => sent.Task == task.No && sent.Decision is null) ? Refuse(LoopRefusal.ApplicationPending)
        : task.Kind == AssignmentKind.Lead && move.Before.Reply is not null ? Refuse(LoopRefusal.ReplyPending)
        : LoopForm.Needs((LoopField.Reason, Reason), (LoopField.Basis, Basis), (LoopField.SuggestedUnit, SuggestedUnit))
            ?? LoopForm.ScanOf(task, Scan);
}
