namespace Hotline.Tickets.Loop;

/// <summary>归档 (TKT-16).</summary>
/// <param name="By">Who.</param>
/// <param name="Wish">Id of the wish.</param>
public sealed record Archive(TicketActor By, string Wish) : LoopCommand(By, Wish)
{
    public override LoopVerb Verb => LoopVerb.Archive;

    internal override LoopDecision Decide(LoopMove move) =>
        move.Before.FinalDeclarations.Any(declared => declared.Decision is null)
            ? Refuse(LoopRefusal.ApplicationPending)
            : move.To(move.Before, "", TicketState.Archived);
}
