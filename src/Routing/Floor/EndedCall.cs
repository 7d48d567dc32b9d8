namespace Hotline.Routing;

/// <summary>What is remembered of a call that is over.</summary>
/// <param name="Call">Which.</param>
/// <param name="Ticket">Its ticket.</param>
/// <param name="QueuedAt">Its place in time.</param>
internal readonly record struct EndedCall(CallId Call, TicketId Ticket, DateTimeOffset QueuedAt);
