namespace Hotline.Routing;

/// <summary>What is remembered of a call whose citizen was not to be seen any more.</summary>
/// <param name="Call">Which.</param>
/// <param name="Ticket">Its ticket.</param>
/// <param name="QueuedAt">Its place in time.</param>
internal readonly record struct EndedCall(CallId Call, TicketId Ticket, DateTimeOffset QueuedAt);
