namespace Hotline.Tickets;

/// <summary>
/// A ticket (工单) from its draft on. Ids are plain text here, since this project knows no other; times are UTC.
/// </summary>
public sealed record Ticket
{
    public required string Id { get; init; }

    /// <summary>Area code of the city.</summary>
    public required string Tenant { get; init; }

    /// <summary>Grows by one with every saved change; a save that expects another version is a lost race.</summary>
    public required int Version { get; init; }

    /// <summary>Number of the newest step; see <see cref="TicketStep"/>.</summary>
    public required int LastStep { get; init; }

    public required TicketState State { get; init; }

    /// <summary>What the citizen is told (<see cref="TicketNumber"/>); null until accepted.</summary>
    public string? Number { get; init; }

    public TicketChannel Channel { get; init; } = TicketChannel.Phone;

    /// <summary>The call it was opened for.</summary>
    public string? CallId { get; init; }

    /// <summary>The caller's whole number; empty when withheld.</summary>
    public string Caller { get; init; } = "";

    /// <summary>The number that was dialled, for example 12329.</summary>
    public string Dialled { get; init; } = "";

    /// <summary>The agent whose draft it is; null while nobody has taken the call.</summary>
    public string? AgentId { get; init; }

    public TicketForm Form { get; init; } = TicketForm.Empty;

    /// <summary>What became of the call; in a draft, what is chosen so far.</summary>
    public OutcomeKind? Outcome { get; init; }

    /// <summary>The answer given, the target of the transfer or the guidance given; see <see cref="CallOutcome"/>.</summary>
    public string Summary { get; init; } = "";

    /// <summary>Why it was not accepted, or whose it is to take up.</summary>
    public string? ReasonCode { get; init; }

    /// <summary>The ticket that the matter had already and that got what was said in this call; null for a matter of its own.</summary>
    public string? EarlierTicket { get; init; }

    /// <summary>How often its citizen asked for it (催办).</summary>
    public int Expedited { get; init; }

    /// <summary>When he last did.</summary>
    public DateTimeOffset? ExpeditedAt { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset SavedAt { get; init; }

    /// <summary>When it was accepted: the start of the dispatch deadline (TKT-03).</summary>
    public DateTimeOffset? AcceptedAt { get; init; }

    /// <summary>The draft that stands at the beginning of every ticket, with its first step.</summary>
    public static TicketDecision.Changed Open(TicketOpening opening)
    {
        ArgumentNullException.ThrowIfNull(opening);
        var ticket = new Ticket
        {
            Id = opening.TicketId,
            Tenant = opening.Tenant,
            Version = 1,
            LastStep = 1,
            State = TicketState.Draft,
            Channel = opening.Channel,
            CallId = opening.CallId,
            Caller = StorableText.Of(opening.Caller),
            Dialled = StorableText.Of(opening.Dialled),
            AgentId = opening.AgentId,
            CreatedAt = opening.At,
            SavedAt = opening.At,
        };
        var step = new TicketStep(ticket.Id, 1, TicketActor.System, null, TicketState.Draft, opening.At, "");
        return new TicketDecision.Changed(ticket, [step]);
    }
}
