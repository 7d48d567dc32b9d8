using Hotline.Tickets;

namespace Hotline.Persistence;

/// <summary>One page of a search, newest first.</summary>
/// <param name="Items">The tickets of this page.</param>
/// <param name="Total">How many there are in all, counted up to <see cref="TicketSearch.TotalMax"/> and no further.</param>
public sealed record TicketPage(IReadOnlyList<Ticket> Items, int Total);
