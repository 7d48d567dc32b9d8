namespace Hotline.Tickets;

/// <summary>One transition of a ticket, written once and never changed.</summary>
/// <param name="TicketId">The ticket.</param>
/// <param name="Number">1 for the opening, then without gaps.</param>
/// <param name="By">Who did it, in which role.</param>
/// <param name="From">State before; null for the opening.</param>
/// <param name="To">State after.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Reason">Why, where a reason was asked for; otherwise empty.</param>
public sealed record TicketStep(
    string TicketId, int Number, TicketActor By, TicketState? From, TicketState To, DateTimeOffset At, string Reason);
