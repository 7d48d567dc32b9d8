namespace Hotline.Persistence;

/// <summary>Of what kind of thing a search term is. The number stands in the table and, for searches that lead with it, in their SQL.</summary>
internal enum SearchKind
{
    Ticket = 1,
}
