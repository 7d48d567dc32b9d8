namespace Hotline.Tickets.Loop;

/// <summary>并单: the same matter has another ticket (REP-04, URG-06).</summary>
/// <param name="By">Who.</param>
/// <param name="Wish">Id of the wish.</param>
/// <param name="Target">Id of that ticket.</param>
/// <param name="Reason">Why.</param>
public sealed record MergeInto(TicketActor By, string Wish, string Target, string Reason) : LoopCommand(By, Wish)
{
    public override LoopVerb Verb => LoopVerb.MergeInto;

    internal override LoopDecision Decide(LoopMove move) =>
        LoopForm.Needs((LoopField.Target, Target), (LoopField.Reason, Reason))
        ?? (Target == move.Before.Ticket.Id ? Refuse(LoopRefusal.TargetIsItself, LoopField.Target)
            : move.Context.MergeTarget is not { } target || target.Id != Target ? Refuse(LoopRefusal.TargetUnknown, LoopField.Target)
            : !target.IsOpen ? Refuse(LoopRefusal.TargetEnded, LoopField.Target)
            : (LoopDecision)move.To(move.Before with { MergedInto = Target }, Reason, TicketState.Merged));
}
