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

    /// <summary>Adds to an open ticket what its citizen said in a later call, or his asking for it (补充, 催办).</summary>
    /// <param name="By">Who took that call.</param>
    /// <param name="Kind">What he wants.</param>
    /// <param name="CallId">The later call.</param>
    /// <param name="Words">What he said; may be empty where he only asks.</param>
    public sealed record FollowUp(TicketActor By, FollowUpKind Kind, string CallId, string Words) : TicketCommand(By);
}
