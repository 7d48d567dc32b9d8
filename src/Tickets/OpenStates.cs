using static Hotline.Tickets.TicketState;

namespace Hotline.Tickets;

/// <summary>Where a ticket stands while something is still to be done for it: a draft is not accepted yet, and the others are over.</summary>
public static class OpenStates
{
    public static readonly IReadOnlyList<TicketState> All =
    [
        ScopeCheck, Accepted, CoordinationPending, Dispatched, ReturnReview, Handling, ExtensionReview, TemporaryClosureReview, TemporarilyClosed,
        Replied, TicketState.Redo, TicketState.Revisit, TicketState.Screening,
    ];
}
