using Hotline.Routing;
using Hotline.Tickets;

namespace Hotline.Persistence;

/// <summary>One leg of a call in the ledger, also while it stands.</summary>
public sealed class CallLegRow
{
    public string CallId { get; init; } = "";

    /// <summary>Its channel in Asterisk, on the call's node.</summary>
    public string Leg { get; init; } = "";

    /// <summary>Code of <see cref="LegRole"/>.</summary>
    public string Role { get; init; } = "";
    public string? AgentId { get; init; }

    /// <summary>The number at its far end; empty where withheld.</summary>
    public string Number { get; init; } = "";

    /// <summary>Empty for phones of ours.</summary>
    public string Trunk { get; init; } = "";
    public DateTimeOffset StartedAt { get; init; }
    public DateTimeOffset? RangAt { get; init; }
    public DateTimeOffset? AnsweredAt { get; init; }
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Q.850; null while it stands, and where nobody knows.</summary>
    public int? Cause { get; init; }

    internal static CallLegRow Of(CallId call, CallLeg leg) => new()
    {
        CallId = call.Value,
        Leg = Clip.To(Clip.LinkedIdMax, leg.Id.Channel),
        Role = Code.Of(leg.Role),
        AgentId = leg.Agent?.Value,
        Number = Clip.To(Clip.IdMax, leg.Number),
        Trunk = Clip.To(Clip.IdMax, leg.Trunk),
        StartedAt = leg.StartedAt,
        RangAt = leg.RangAt,
        AnsweredAt = leg.AnsweredAt,
        EndedAt = leg.EndedAt,
        Cause = leg.Cause,
    };
}
