using System.Diagnostics.CodeAnalysis;

namespace Hotline.Routing;

/// <summary>The ledger's row of one call as it stands: a copy, safe to hand to another thread.</summary>
public sealed record CallRecord
{
    private readonly CallTimes _times;

    public required CallId Call { get; init; }
    public required long Revision { get; init; }
    public required LegId Leg { get; init; }
    public required TicketId Ticket { get; init; }
    public required string Trunk { get; init; }
    public required string Dialled { get; init; }
    public required string NumberName { get; init; }
    public required Numbers.MergeMode Mode { get; init; }
    public required string Caller { get; init; }

    /// <summary>What the network said, where that is not <see cref="Caller"/>. A withheld number only where the city keeps them.</summary>
    public string? CallerSent { get; init; }
    public required string SipCallId { get; init; }
    public required AgentId? Agent { get; init; }
    public required DateTimeOffset InvitedAt
    {
        get => _times.InvitedAt;
        init => _times = _times with { InvitedAt = value };
    }
    public required DateTimeOffset? AnsweredBySystemAt
    {
        get => _times.AnsweredBySystemAt;
        init => _times = _times with { AnsweredBySystemAt = value };
    }
    public required DateTimeOffset HumanAskedAt
    {
        get => _times.HumanAskedAt;
        init => _times = _times with { HumanAskedAt = value };
    }
    public required DateTimeOffset QueuedAt
    {
        get => _times.QueuedAt;
        init => _times = _times with { QueuedAt = value };
    }
    public required DateTimeOffset? AgentAnsweredAt
    {
        get => _times.AgentAnsweredAt;
        init => _times = _times with { AgentAnsweredAt = value };
    }
    public required DateTimeOffset? AnnouncementEndedAt
    {
        get => _times.AnnouncementEndedAt;
        init => _times = _times with { AnnouncementEndedAt = value };
    }
    public required DateTimeOffset? PartyAnsweredAt
    {
        get => _times.PartyAnsweredAt;
        init => _times = _times with { PartyAnsweredAt = value };
    }
    public required string? PartyTarget { get; init; }
    public required DateTimeOffset? EndedAt
    {
        get => _times.EndedAt;
        init => _times = _times with { EndedAt = value };
    }
    public required EndedBy? EndedBy { get; init; }
    public required TerminalState? Terminal { get; init; }
    public required bool Recorded { get; init; }
    public required IReadOnlyList<Ring> Rings { get; init; }

    /// <summary>Every leg that it has or had. Empty in what was set down before they were kept.</summary>
    public IReadOnlyList<CallLeg> Legs { get; init; } = [];

    /// <summary>A row to be filled.</summary>
    public CallRecord() { }

    [SetsRequiredMembers]
    internal CallRecord(Call call, bool keepsWithheld)
    {
        Call = call.Id;
        Revision = call.Revision;
        Leg = call.Leg;
        Ticket = call.Ticket;
        Trunk = call.Trunk;
        Dialled = call.Dialled;
        NumberName = call.Policy.Name;
        Mode = call.Policy.Mode;
        Caller = call.Caller;
        CallerSent = call.Caller.Length > 0 || keepsWithheld ? call.CallerSent : null;
        SipCallId = call.SipCallId;
        Agent = call.Agent;
        _times = call.Times;
        PartyTarget = call.PartyTarget;
        EndedBy = call.EndedBy;
        Terminal = call.Terminal;
        Recorded = call.Recording;
        Rings = call.Rings;
        Legs = call.Legs;
    }
}
