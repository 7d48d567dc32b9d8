namespace Hotline.Routing;

/// <summary>A channel as the node listed it, translated into our words.</summary>
public sealed record FoundLeg
{
    public required LegId Leg { get; init; }
    public required FoundRole Role { get; init; }

    /// <summary>The call it belongs to, from the channel's id (agents, parties) or its mark (citizens).</summary>
    public CallId? Call { get; init; }

    /// <summary>Answered.</summary>
    public required bool Up { get; init; }

    /// <summary>Stands in the bridge of its call.</summary>
    public bool InBridge { get; init; }

    /// <summary>The mark that this call was given when it was last under our control.</summary>
    public CallMark? Mark { get; init; }

    public string Trunk { get; init; } = "";
    public string Dialled { get; init; } = "";
    public string Caller { get; init; } = "";

    /// <summary>As <see cref="Input.CallArrived.CallerSent"/>.</summary>
    public string? CallerSent { get; init; }
    public string SipCallId { get; init; } = "";
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>The agent of an agent's leg.</summary>
    public AgentId? Agent { get; init; }

    /// <summary>A fresh call id and ticket id, for a citizen that nobody knew.</summary>
    public CallId NewCall { get; init; }
    public TicketId NewTicket { get; init; }
}

/// <summary>What a channel is to us.</summary>
public enum FoundRole { Citizen, Agent, Party }
