namespace Hotline.Tickets.Import;

/// <summary>A ticket of a system of before, as far as it was understood. All moments are UTC.</summary>
public sealed record ImportedTicket
{
    /// <summary>Where it stood in the file.</summary>
    public required int Line { get; init; }

    /// <summary>The number in the system of before.</summary>
    public required string SourceNumber { get; init; }

    public required TicketForm Form { get; init; }

    /// <summary>The rule set goes by it, and so does the ticket's number here.</summary>
    public required DateTimeOffset AcceptedAt { get; init; }

    /// <summary>Accepted, dispatched, handling or archived.</summary>
    public required TicketState State { get; init; }

    public DateTimeOffset? DispatchedAt { get; init; }
    public DateTimeOffset? SignedAt { get; init; }
    public DateTimeOffset? ClosedAt { get; init; }
}
