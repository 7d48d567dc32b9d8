using System.Text.Json.Serialization;

namespace Hotline.Routing;

/// <summary>One signed-in agent. Changed only by <see cref="AgentDesk"/>.</summary>
public sealed class Agent
{
    public required AgentId Id { get; init; }
    [JsonInclude] public string Name { get; internal set; } = "";
    [JsonInclude] public IReadOnlyList<AgentSkill> Skills { get; internal set; } = [];
    [JsonInclude] public PhoneAddress Phone { get; internal set; }
    [JsonInclude] public bool PhoneRegistered { get; internal set; }
    [JsonInclude] public AgentState State { get; internal set; }
    [JsonInclude] public DateTimeOffset Since { get; internal set; }

    /// <summary>Reason of a break or of being set aside.</summary>
    [JsonInclude] public string? Reason { get; internal set; }

    /// <summary>The state that a person asked for while busy; it begins when the call's work is done.</summary>
    [JsonInclude] public AgentState? Next { get; internal set; }
    [JsonInclude] public string? NextReason { get; internal set; }

    /// <summary>What to go back to when a lost phone returns.</summary>
    [JsonInclude] public AgentState? BeforePhoneLost { get; internal set; }
    [JsonInclude] public string? ReasonBeforePhoneLost { get; internal set; }

    /// <summary>The call that rings, talks, or waits for its outcome here. At most one.</summary>
    [JsonInclude] public CallId? Call { get; internal set; }

    /// <summary>Calls that are over and whose outcome only he can write (CALL-07): they come to him one by one when his hands are free.</summary>
    [JsonInclude] public IReadOnlyList<CallId> Owes { get; internal set; } = [];

    /// <summary>Since when nothing was offered: the longest idle comes first.</summary>
    [JsonInclude] public DateTimeOffset IdleSince { get; internal set; }
    [JsonInclude] public DateTimeOffset? WrapUpUntil { get; internal set; }
    [JsonInclude] public int WrapUpExtensions { get; internal set; }

    /// <summary>Talk and after-call work on <see cref="OccupiedOn"/>, the city's day.</summary>
    [JsonInclude] public TimeSpan OccupiedToday { get; internal set; }
    [JsonInclude] public DateOnly OccupiedOn { get; internal set; }

    /// <summary>The skills as the floor's index knows them.</summary>
    internal SkillProfile Profile { get; set; } = null!;

    /// <summary>Where the agent stands while idle; null while he does not.</summary>
    internal IdleDesks? IdleAt { get; set; }
}
