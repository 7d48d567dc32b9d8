using Hotline.Tickets;

namespace Hotline.Persistence;

/// <summary>One page of a search, newest first.</summary>
/// <param name="Items">The tickets of this page.</param>
/// <param name="Total">How many there are in all, counted no further than <see cref="TicketSearch.TotalMax"/>.</param>
/// <param name="IsCapped">True where there may be more than <paramref name="Total"/>.</param>
public sealed record TicketPage(IReadOnlyList<Ticket> Items, int Total, bool IsCapped);
