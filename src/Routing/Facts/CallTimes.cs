using System.Text.Json.Serialization;

namespace Hotline.Routing;

/// <summary>
/// The times of a call, kept apart: every formula of an answer rate (GB/T 33358's 15 s, the variants of domain B2) is a
/// choice among them.
/// </summary>
public sealed class CallTimes
{
    /// <summary>The INVITE.</summary>
    public required DateTimeOffset InvitedAt { get; init; }

    /// <summary>The system answered the line.</summary>
    [JsonInclude] public DateTimeOffset? AnsweredBySystemAt { get; internal set; }

    /// <summary>The citizen asked for a human: at once, since there is no menu.</summary>
    public required DateTimeOffset HumanAskedAt { get; init; }

    /// <summary>Its place in time.</summary>
    public required DateTimeOffset QueuedAt { get; init; }
    [JsonInclude] public DateTimeOffset? AgentAnsweredAt { get; internal set; }

    /// <summary>End of the agent-number announcement (工号播报).</summary>
    [JsonInclude] public DateTimeOffset? AnnouncementEndedAt { get; internal set; }
    [JsonInclude] public DateTimeOffset? PartyAnsweredAt { get; internal set; }
    [JsonInclude] public DateTimeOffset? EndedAt { get; internal set; }
}
