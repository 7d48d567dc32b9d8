namespace Hotline.Routing;

/// <summary>The ledger's row of one call as it stands: a copy, safe to hand to another thread.</summary>
public sealed record CallRecord
{
    public required CallId Call { get; init; }
    public required long Revision { get; init; }
    public required LegId Leg { get; init; }
    public required TicketId Ticket { get; init; }
    public required string Trunk { get; init; }
    public required string Dialled { get; init; }
    public required string NumberName { get; init; }
    public required Numbers.MergeMode Mode { get; init; }
    public required string Caller { get; init; }
    public required string SipCallId { get; init; }
    public required AgentId? Agent { get; init; }
    public required DateTimeOffset InvitedAt { get; init; }
    public required DateTimeOffset? AnsweredBySystemAt { get; init; }
    public required DateTimeOffset HumanAskedAt { get; init; }
    public required DateTimeOffset QueuedAt { get; init; }
    public required DateTimeOffset? AgentAnsweredAt { get; init; }
    public required DateTimeOffset? AnnouncementEndedAt { get; init; }
    public required DateTimeOffset? PartyAnsweredAt { get; init; }
    public required string? PartyTarget { get; init; }
    public required DateTimeOffset? EndedAt { get; init; }
    public required EndedBy? EndedBy { get; init; }
    public required TerminalState? Terminal { get; init; }
    public required bool Recorded { get; init; }
    public required IReadOnlyList<Ring> Rings { get; init; }

    /// <summary>Every leg that it has or had. Empty in what was set down before they were kept.</summary>
    public IReadOnlyList<CallLeg> Legs { get; init; } = [];

    internal static CallRecord Of(Call call) => new()
    {
        Call = call.Id,
        Revision = call.Revision,
        Leg = call.Leg,
        Ticket = call.Ticket,
        Trunk = call.Trunk,
        Dialled = call.Dialled,
        NumberName = call.Policy.Name,
        Mode = call.Policy.Mode,
        Caller = call.Caller,
        SipCallId = call.SipCallId,
        Agent = call.Agent,
        InvitedAt = call.Times.InvitedAt,
        AnsweredBySystemAt = call.Times.AnsweredBySystemAt,
        HumanAskedAt = call.Times.HumanAskedAt,
        QueuedAt = call.Times.QueuedAt,
        AgentAnsweredAt = call.Times.AgentAnsweredAt,
        AnnouncementEndedAt = call.Times.AnnouncementEndedAt,
        PartyAnsweredAt = call.Times.PartyAnsweredAt,
        PartyTarget = call.PartyTarget,
        EndedAt = call.Times.EndedAt,
        EndedBy = call.EndedBy,
        Terminal = call.Terminal,
        Recorded = call.Recording,
        Rings = call.Rings,
        Legs = call.Legs,
    };
}
