namespace Hotline.Routing;

/// <summary>One signed-in agent. Changed only by <see cref="AgentDesk"/>.</summary>
public sealed class Agent
{
    public required AgentId Id { get; init; }
    public required string Name { get; set; }
    public required IReadOnlyList<SkillId> Skills { get; set; }
    public required PhoneAddress Phone { get; set; }
    public bool PhoneRegistered { get; set; }
    public AgentState State { get; set; }
    public DateTimeOffset Since { get; set; }

    /// <summary>Reason of a break or of being set aside.</summary>
    public string? Reason { get; set; }

    /// <summary>The state that a person asked for while busy; it begins when the call's work is done.</summary>
    public AgentState? Next { get; set; }
    public string? NextReason { get; set; }

    /// <summary>What to go back to when a lost phone returns.</summary>
    public AgentState? BeforePhoneLost { get; set; }
    public string? ReasonBeforePhoneLost { get; set; }

    /// <summary>The call that rings, talks, or waits for its outcome here. At most one.</summary>
    public CallId? Call { get; set; }

    /// <summary>Since when nothing was offered: the longest idle comes first.</summary>
    public DateTimeOffset IdleSince { get; set; }
    public DateTimeOffset? WrapUpUntil { get; set; }
    public int WrapUpExtensions { get; set; }

    public bool Has(SkillId? skill) => skill is not { } wanted || Skills.Contains(wanted);
}
