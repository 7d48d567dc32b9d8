namespace Hotline.Tickets.Loop;

/// <summary>To the coordination group (CRD-02 to CRD-05).</summary>
/// <param name="By">Who.</param>
/// <param name="Wish">Id of the wish.</param>
/// <param name="Reason">Why.</param>
/// <param name="Report">一事一报.</param>
public sealed record SendToCoordination(TicketActor By, string Wish, CoordinationReason Reason, string Report) : LoopCommand(By, Wish)
{
    public override LoopVerb Verb => LoopVerb.SendToCoordination;

    internal override LoopDecision Decide(LoopMove move) =>
        (Reason is CoordinationReason.ReturnDispute or CoordinationReason.RepeatedRedo
            ? Refuse(LoopRefusal.WrongOrder, LoopField.Reason)
            : LoopForm.Needs((LoopField.Report, Report)))
        ?? (LoopDecision)move.To(CoordinationRules.Sent(move.Before, move, By, Reason, Report), Report, TicketState.CoordinationPending);
}
