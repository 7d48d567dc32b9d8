namespace Hotline.Tickets;

/// <summary>One transition of a ticket, or what a later call added to it, written once and never changed.</summary>
/// <param name="TicketId">The ticket.</param>
/// <param name="Number">1 for the opening, then without gaps.</param>
/// <param name="By">Who did it, in which role.</param>
/// <param name="From">State before; null for the opening.</param>
/// <param name="To">State after.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Reason">Why, where a reason was asked for; what the citizen said, where he called on; otherwise empty.</param>
/// <param name="FollowUp">What he wanted who called on; null for a transition.</param>
/// <param name="CallId">The call in which he did; null for a transition.</param>
public sealed record TicketStep(
    string TicketId, int Number, TicketActor By, TicketState? From, TicketState To, DateTimeOffset At, string Reason,
    FollowUpKind? FollowUp = null, string? CallId = null);
