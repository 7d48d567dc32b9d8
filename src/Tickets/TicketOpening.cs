namespace Hotline.Tickets;

/// <summary>
/// A call brought a draft into being, or gave it to an agent. The same fact may be told again, and late: the first one
/// makes the draft, each later one with an agent hands it to that agent.
/// </summary>
public sealed record TicketOpening
{
    public required string TicketId { get; init; }
    public required string Tenant { get; init; }
    public TicketChannel Channel { get; init; } = TicketChannel.Phone;
    public string? CallId { get; init; }
    public string Caller { get; init; } = "";
    public string Dialled { get; init; } = "";

    /// <summary>Whose draft it is from <see cref="At"/> on; null while nobody has the call.</summary>
    public string? AgentId { get; init; }

    /// <summary>When this became so, UTC. Of two agents the later one keeps the draft, in whatever order they are told.</summary>
    public required DateTimeOffset At { get; init; }
}
