namespace Hotline.Tickets.Loop;

/// <summary>退单审核: what becomes of a return (RET-02).</summary>
/// <param name="By">Who.</param>
/// <param name="Wish">Id of the wish.</param>
/// <param name="Application">Its number.</param>
/// <param name="Verdict">What.</param>
/// <param name="Note">Why.</param>
/// <param name="Improper">不当退单: counted (RET-03); only of what is rejected.</param>
public sealed record DecideReturn(
    TicketActor By, string Wish, int Application, ReturnVerdict Verdict, string Note, bool Improper)
    : LoopCommand(By, Wish)
{
    public override LoopVerb Verb => LoopVerb.DecideReturn;

    internal override LoopDecision Decide(LoopMove move)
    {
        if (Tasks.At(move.Before.Returns, Application) is not { } sent || Tasks.At(move.Before.Assignments, sent.Task) is not { IsOver: false } task)
        {
            return Refuse(LoopRefusal.NoSuchApplication);
        }

        if (Fault(sent, task) is { } refused)
        {
            return refused;
        }

        var decided = move.Before with
        {
            Returns = Tasks.Put(move.Before.Returns, sent.No, sent with
            {
                Verdict = Verdict,
                Improper = Improper,
                Decision = new ApplicationDecision(By.Id, move.Now, Verdict == ReturnVerdict.Accept, StorableText.Of(Note)),
            }),
        };
        var returned = decided.With(task with { State = AssignmentState.Returned });
        return (task.Kind, Verdict) switch
        {
            (AssignmentKind.Lead, ReturnVerdict.Accept) => move.To(
                returned.Withdrawn(_ => false) with { BackAtHotlineAt = move.Now }, Note, TicketState.Accepted),
            (AssignmentKind.Lead, ReturnVerdict.Reject) => move.To(decided, Note, sent.From),
            (AssignmentKind.Lead, _) => move.To(
                CoordinationRules.Sent(decided, move, By, CoordinationReason.ReturnDispute, Note), Note, TicketState.CoordinationPending),
            (_, ReturnVerdict.Accept) => move.Stay(returned, Note),
            _ => move.Stay(decided, Note),
        };
    }

    private LoopDecision.Refused? Fault(ReturnApplication sent, Assignment task) =>
        sent.Decision is not null ? Refuse(LoopRefusal.AlreadyDecided)
        : sent.By == By.Id ? Refuse(LoopRefusal.OwnApplication)
        : Improper && Verdict != ReturnVerdict.Reject ? Refuse(LoopRefusal.FindingContradicts)
        : Verdict == ReturnVerdict.Dispute && task.Kind != AssignmentKind.Lead ? Refuse(LoopRefusal.OnlyOfLead)
        : LoopForm.Needs((LoopField.Note, Note));
}
