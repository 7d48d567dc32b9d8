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

    internal override LoopDecision Decide(LoopMove move) => Refuse(LoopRefusal.NotInThisState);
}
