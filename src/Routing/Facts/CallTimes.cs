namespace Hotline.Routing;

/// <summary>
/// The times of a call, kept apart: every formula of an answer rate (GB/T 33358's 15 s, the variants of domain B2) is a
/// choice among them.
/// </summary>
public readonly record struct CallTimes
{
    private readonly Moment _invited, _answeredBySystem, _humanAsked, _queued, _agentAnswered, _announcementEnded, _partyAnswered, _ended;

    /// <summary>The INVITE.</summary>
    public required DateTimeOffset InvitedAt { get => _invited.Time; init => _invited = value; }

    /// <summary>The system answered the line.</summary>
    public DateTimeOffset? AnsweredBySystemAt { get => _answeredBySystem; init => _answeredBySystem = value; }

    /// <summary>The citizen asked for a human: at once, since there is no menu.</summary>
    public required DateTimeOffset HumanAskedAt { get => _humanAsked.Time; init => _humanAsked = value; }

    /// <summary>Its place in time.</summary>
    public required DateTimeOffset QueuedAt { get => _queued.Time; init => _queued = value; }
    public DateTimeOffset? AgentAnsweredAt { get => _agentAnswered; init => _agentAnswered = value; }

    /// <summary>End of the agent-number announcement (工号播报).</summary>
    public DateTimeOffset? AnnouncementEndedAt { get => _announcementEnded; init => _announcementEnded = value; }
    public DateTimeOffset? PartyAnsweredAt { get => _partyAnswered; init => _partyAnswered = value; }
    public DateTimeOffset? EndedAt { get => _ended; init => _ended = value; }
}
