namespace Hotline.Tickets;

/// <summary>What a person, or the system, wants of a ticket.</summary>
/// <param name="By">Who wants it.</param>
public abstract record TicketCommand(TicketActor By)
{
    /// <summary>Keeps what has been typed so far. Nothing needs to be complete, and no outcome is recorded by it.</summary>
    /// <param name="By">Who types.</param>
    /// <param name="Form">The form as it stands.</param>
    /// <param name="Outcome">The outcome that is being written; null where none is chosen.</param>
    public sealed record SaveDraft(TicketActor By, TicketForm Form, CallOutcome? Outcome = null) : TicketCommand(By);

    /// <summary>Ends the draft with one of the outcomes of CALL-07, with the form as it stands then.</summary>
    public sealed record RecordOutcome(TicketActor By, TicketForm Form, CallOutcome Outcome) : TicketCommand(By);

    /// <summary>
    /// Drops a draft that no agent's words belong to. It is no outcome: an agent cannot leave a call with it (CALL-07).
    /// </summary>
    public sealed record Discard(TicketActor By, string Reason) : TicketCommand(By);
}
