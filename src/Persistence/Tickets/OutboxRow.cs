namespace Hotline.Persistence;

/// <summary>One step that one consumer has to be told of.</summary>
public sealed class OutboxRow
{
    public long RowNo { get; init; }
    public string TicketId { get; init; } = "";
    public int StepNo { get; init; }

    /// <summary>How often it was tried in vain.</summary>
    public int Attempts { get; init; }
}
