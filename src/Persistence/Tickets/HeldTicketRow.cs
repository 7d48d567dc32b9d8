namespace Hotline.Persistence;

/// <summary>What a save compares with, read under a lock.</summary>
internal sealed class HeldTicketRow
{
    public long RowNo { get; init; }
    public int Version { get; init; }
    public string SearchText { get; init; } = "";
}
