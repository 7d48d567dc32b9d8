using Hotline.Tickets.Deadlines;

namespace Hotline.Tickets.Loop;

/// <summary>A clock ran out and nobody did what it asks for (part D, on expiry).</summary>
/// <param name="By">Who.</param>
/// <param name="Wish">Id of the wish.</param>
/// <param name="Timer">Which.</param>
/// <param name="Task">Number of the task.</param>
public sealed record NoteOverdue(TicketActor By, string Wish, DeadlineTimer Timer, int Task) : LoopCommand(By, Wish)
{
    public override LoopVerb Verb => LoopVerb.NoteOverdue;

    internal override LoopDecision Decide(LoopMove move) => Refuse(LoopRefusal.NotInThisState);
}
