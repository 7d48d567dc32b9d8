namespace Hotline.Routing;

/// <summary>One signed-in agent. Changed only by <see cref="AgentDesk"/>.</summary>
public sealed class Agent
{
    public required AgentId Id { get; init; }
    public required string Name { get; set; }
    public required IReadOnlyList<AgentSkill> Skills { get; set; }
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

    /// <summary>Calls that are over and whose outcome only he can write (CALL-07): they come to him one by one when his hands are free.</summary>
    public IList<CallId> Owes { get; set; } = [];

    /// <summary>Since when nothing was offered: the longest idle comes first.</summary>
    public DateTimeOffset IdleSince { get; set; }
    public DateTimeOffset? WrapUpUntil { get; set; }
    public int WrapUpExtensions { get; set; }

    /// <summary>Talk and after-call work on <see cref="OccupiedOn"/>, the city's day.</summary>
    public TimeSpan OccupiedToday { get; set; }
    public DateOnly OccupiedOn { get; set; }

    /// <summary>The skills as the floor's index knows them.</summary>
    internal SkillProfile Profile { get; set; } = null!;

    /// <summary>Where the agent stands while idle; null while he does not.</summary>
    internal IdleDesks? IdleAt { get; set; }
}
