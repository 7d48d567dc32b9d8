namespace Hotline.Persistence;

/// <summary>A draft, by its two names.</summary>
internal sealed class DraftRow
{
    public long RowNo { get; init; }
    public string TicketId { get; init; } = "";
}
