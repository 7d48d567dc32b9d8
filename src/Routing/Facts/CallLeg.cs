namespace Hotline.Routing;

/// <summary>What a leg is to its call: it decides who hears of it when it is answered, ends, or fails.</summary>
public enum LegRole
{
    /// <summary>The citizen who called; one for each call.</summary>
    Citizen,

    /// <summary>An agent's phone: rung for the call, talking, or kept on hold.</summary>
    Agent,

    /// <summary>A third party in the call's bridge (XFER-02).</summary>
    Party,

    /// <summary>Somebody whom the agent asks while the citizen does not hear it.</summary>
    Consult,

    /// <summary>A leader who listens or whispers (SUP-*).</summary>
    Monitor,

    /// <summary>A citizen whom we called.</summary>
    Outward,
}

/// <summary>
/// One leg of a call and what became of it: the row of <c>call_legs</c>. A value that is replaced when something happens to it, so that a
/// copy of the list may be handed to another thread; and small, since a busy floor keeps tens of thousands.
/// </summary>
public readonly record struct CallLeg
{
    private readonly string? _agent;
    private readonly Moment _startedAt, _rangAt, _answeredAt, _endedAt;

    public required LegId Id { get; init; }

    /// <summary>Whose phone it is; null for citizens and parties.</summary>
    public AgentId? Agent { get => _agent is null ? null : new AgentId(_agent); init => _agent = value?.Value; }

    /// <summary>The number at its far end: the caller's (empty where withheld), the party's, or the agent's phone.</summary>
    public required string Number { get; init; }

    /// <summary>The trunk it goes by; empty for phones of ours.</summary>
    public required string Trunk { get; init; }
    public required LegRole Role { get; init; }

    public required DateTimeOffset StartedAt { get => _startedAt.Time; init => _startedAt = value; }
    public DateTimeOffset? RangAt { get => _rangAt; init => _rangAt = value; }

    /// <summary>When it was up; null where nobody answered.</summary>
    public DateTimeOffset? AnsweredAt { get => _answeredAt; init => _answeredAt = value; }
    public DateTimeOffset? EndedAt { get => _endedAt; init => _endedAt = value; }

    /// <summary>Why it ended (Q.850); null while it stands, and where nobody knows.</summary>
    public int? Cause { get; init; }

    internal bool Stands => EndedAt is null;
}
