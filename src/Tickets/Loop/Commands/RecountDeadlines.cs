namespace Hotline.Tickets.Loop;

/// <summary>The calendar was changed, and the clocks that run are counted again (TKT, part C): a step says from when to when each moved.</summary>
/// <param name="By">Who.</param>
/// <param name="Wish">Id of the wish: one for each change of the calendar, so that a case is counted once for it.</param>
/// <param name="Clocks">The clocks as they stood before.</param>
/// <param name="Reason">Which change.</param>
public sealed record RecountDeadlines(TicketActor By, string Wish, IReadOnlyList<CaseTimer> Clocks, string Reason) : LoopCommand(By, Wish)
{
    public override LoopVerb Verb => LoopVerb.RecountDeadlines;

    internal override LoopDecision Decide(LoopMove move) =>
        CaseRecount.Moved(Clocks, move.Before, move.Context.Clock).Count == 0 ? Refuse(LoopRefusal.NothingMoves) : move.Recounted(Clocks, Reason);
}
