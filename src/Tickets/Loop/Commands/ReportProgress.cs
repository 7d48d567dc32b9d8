namespace Hotline.Tickets.Loop;

/// <summary>A report on a temporary closure (TMP-04), or the feedback on an urgent matter (URG-01).</summary>
/// <param name="By">Who.</param>
/// <param name="Wish">Id of the wish.</param>
/// <param name="Text">How far it is.</param>
public sealed record ReportProgress(TicketActor By, string Wish, string Text) : LoopCommand(By, Wish)
{
    public override LoopVerb Verb => LoopVerb.ReportProgress;

    internal override LoopDecision Decide(LoopMove move) => Refuse(LoopRefusal.NotInThisState);
}
