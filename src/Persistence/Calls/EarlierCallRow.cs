namespace Hotline.Persistence;

/// <summary>A call in the history of a caller.</summary>
public sealed class EarlierCallRow
{
    public string CallId { get; init; } = "";
    public string Dialled { get; init; } = "";
    public string NumberName { get; init; } = "";
    public DateTimeOffset InvitedAt { get; init; }
    public string? AgentId { get; init; }

    /// <summary>Code of the outcome, from the ledger or else from the ticket.</summary>
    public string? Outcome { get; init; }

    /// <summary>The title of the call's ticket; empty where it has none.</summary>
    public string Title { get; init; } = "";
}
