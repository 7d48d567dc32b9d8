namespace Hotline.Tickets;

/// <summary>Where a ticket stands while something is still to be done for it: a draft is not accepted yet, and the others are over.</summary>
public static class OpenStates
{
    public static readonly IReadOnlyList<TicketState> All =
    [
        TicketState.ScopeCheck, TicketState.Accepted, TicketState.CoordinationPending, TicketState.Dispatched, TicketState.ReturnReview,
        TicketState.Handling, TicketState.ExtensionReview, TicketState.TemporaryClosureReview, TicketState.TemporarilyClosed, TicketState.Replied,
        TicketState.Redo, TicketState.Revisit, TicketState.Screening,
    ];
}
