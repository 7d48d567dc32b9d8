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
/// copy of the list may be handed to another thread.
/// </summary>
public sealed record CallLeg
{
    public required LegId Id { get; init; }
    public required LegRole Role { get; init; }

    /// <summary>Whose phone it is; null for citizens and parties.</summary>
    public AgentId? Agent { get; init; }

    /// <summary>The number at its far end: the caller's (empty where withheld), the party's, or the agent's phone.</summary>
    public required string Number { get; init; }

    /// <summary>The trunk it goes by; empty for phones of ours.</summary>
    public required string Trunk { get; init; }
    public required DateTimeOffset StartedAt { get; init; }
    public DateTimeOffset? RangAt { get; init; }

    /// <summary>When it was up; null where nobody answered.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Why it ended (Q.850); null while it stands, and where nobody knows.</summary>
    public int? Cause { get; init; }

    internal bool Stands => EndedAt is null;
}
