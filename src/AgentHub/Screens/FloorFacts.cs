using Hotline.Routing;
using Hotline.Routing.Numbers;

namespace Hotline.AgentHub.Screens;

// What screens show of the floor, as copies that nobody changes: taken on the floor's thread, between two facts, and drawn elsewhere.

/// <summary>One agent at one moment.</summary>
public sealed record AgentFacts
{
    public required AgentId Id { get; init; }
    public required string Name { get; init; }
    public required AgentState State { get; init; }
    public required DateTimeOffset Since { get; init; }
    public required string? Reason { get; init; }
    public required AgentState? Next { get; init; }
    public required string? NextReason { get; init; }
    public required bool PhoneRegistered { get; init; }
    public required IReadOnlyList<AgentSkill> Skills { get; init; }
    public required CallId? Call { get; init; }
    public required DateTimeOffset? WrapUpUntil { get; init; }
    public required int WrapUpExtensions { get; init; }

    public static AgentFacts Of(Agent agent) => new()
    {
        Id = agent.Id,
        Name = agent.Name,
        State = agent.State,
        Since = agent.Since,
        Reason = agent.Reason,
        Next = agent.Next,
        NextReason = agent.Next == AgentState.Break ? agent.NextReason : null,
        PhoneRegistered = agent.PhoneRegistered,
        Skills = agent.Skills, // replaced as a whole, never changed
        Call = agent.Call,
        WrapUpUntil = agent.WrapUpUntil,
        WrapUpExtensions = agent.WrapUpExtensions,
    };
}

/// <summary>One call at one moment.</summary>
public sealed record CallFacts
{
    public required CallId Id { get; init; }
    public required TicketId Ticket { get; init; }
    public required CallState State { get; init; }
    public required NumberPolicy Policy { get; init; }
    public required RoutingStep Step { get; init; }
    public required DateTimeOffset? StepUntil { get; init; }
    public required string Dialled { get; init; }
    public required string Caller { get; init; }
    public required AgentId? Agent { get; init; }

    /// <summary>The name of the agent who is rung or has it; null where he is not signed in.</summary>
    public required string? AgentName { get; init; }
    public required Offer? Offer { get; init; }
    public required DateTimeOffset InvitedAt { get; init; }
    public required DateTimeOffset QueuedAt { get; init; }

    /// <summary>When the agent who has it, or had it last, began to talk: not the one before, who gave it on.</summary>
    public required DateTimeOffset? AgentAnsweredAt { get; init; }

    /// <summary>Who had it before and gave it on.</summary>
    public required HandedOn? HandedOn { get; init; }
    public required DateTimeOffset? HeldSince { get; init; }
    public required DateTimeOffset? EndedAt { get; init; }
    public required EndedBy? EndedBy { get; init; }
    public required PartyFacts? Party { get; init; }
    public required PartyFailure? PartyFailure { get; init; }
    public required bool Recording { get; init; }
    public required string? Outcome { get; init; }

    /// <summary>Why the last agent was rung.</summary>
    public required Decision? Why { get; init; }

    /// <summary>Its node can be commanded.</summary>
    public required bool NodeUp { get; init; }

    public bool Live => State != CallState.Ended;

    /// <summary>Since when the citizen waits, or waited, for the agent that he has or will have: a talk before is no waiting.</summary>
    public DateTimeOffset WaitsSince => HandedOn?.At ?? QueuedAt;

    public static CallFacts Of(Call call, CallDistributor floor) => new()
    {
        Id = call.Id,
        Ticket = call.Ticket,
        State = call.State,
        Policy = call.Policy,
        Step = call.Plan.Steps[call.Step],
        StepUntil = call.StepUntil,
        Dialled = call.Dialled,
        Caller = call.Caller,
        Agent = call.Agent,
        AgentName = (call.Offer?.Agent ?? call.Agent) is { } id && floor.Agents.TryGetValue(id, out var agent) ? agent.Name : null,
        Offer = call.Offer,
        InvitedAt = call.Times.InvitedAt,
        QueuedAt = call.Times.QueuedAt,
        AgentAnsweredAt = HandedOn.AnsweredByTheLast(call),
        HandedOn = HandedOn.Of(call, floor),
        HeldSince = call.HeldSince,
        EndedAt = call.Times.EndedAt,
        EndedBy = call.EndedBy,
        Party = call.Party is { } p ? new PartyFacts(p.Target, p.Name, p.State, p.Since) : null,
        PartyFailure = call.PartyFailure,
        Recording = call.Recording,
        Outcome = call.Outcome,
        Why = call.Why,
        NodeUp = floor.NodeIsUp(call.Leg.Node),
    };
}

/// <summary>An agent who gave a call on (转接).</summary>
/// <param name="Agent">Who.</param>
/// <param name="Name">Null where he is not signed in any more.</param>
/// <param name="TalkedSince">When he had answered it.</param>
/// <param name="At">When he gave it on.</param>
public sealed record HandedOn(AgentId Agent, string? Name, DateTimeOffset TalkedSince, DateTimeOffset At)
{
    /// <summary>Null where nobody gave it on. A leg that was lost and came back is the same talk.</summary>
    public static HandedOn? Of(Call call, CallDistributor floor)
    {
        if (call.Requeued is null)
        {
            return null;
        }
        var has = call.State == CallState.Waiting ? null : call.Agent;
        CallLeg? last = null;
        foreach (var leg in call.Legs)
        {
            if (leg is { Role: LegRole.Agent, AnsweredAt: not null, EndedAt: not null } && leg.Agent != has)
            {
                last = leg;
            }
        }
        if (last is not { Agent: { } agent, EndedAt: { } at })
        {
            return null;
        }
        var since = call.Legs.First(leg => leg.Role == LegRole.Agent && leg.Agent == agent && leg.AnsweredAt is not null).AnsweredAt!.Value;
        return new HandedOn(agent, floor.Agents.TryGetValue(agent, out var known) ? known.Name : null, since, at);
    }

    /// <summary>The call's own time is that of its first answer, which is what answer rates are counted by.</summary>
    public static DateTimeOffset? AnsweredByTheLast(Call call) => call.Requeued is null || call.State == CallState.Waiting
        ? call.Times.AgentAnsweredAt
        : call.Legs.FirstOrDefault(leg => leg.Role == LegRole.Agent && leg.Agent == call.Agent && leg.AnsweredAt is not null).AnsweredAt
            ?? call.Times.AgentAnsweredAt;
}

/// <summary>A third party at one moment.</summary>
public sealed record PartyFacts(string Target, string Name, PartyState State, DateTimeOffset Since);

/// <summary>How many wait for one skill; null stands for those whose number asks for none.</summary>
public sealed record QueueFacts(SkillId? Skill, int Waiting, DateTimeOffset LongestSince);

/// <summary>What one agent's desk shows.</summary>
public sealed record DeskFacts(DateTimeOffset Now, bool Telephony, AgentFacts Agent, CallFacts? Call, int WrapUpExtensionsMax,
    IReadOnlyList<QueueFacts> Queues);

/// <summary>What the shift leader's floor shows.</summary>
public sealed record FloorFacts(
    DateTimeOffset Now, bool Telephony, IReadOnlyList<AgentFacts> Agents, IReadOnlyList<CallFacts> Waiting, IReadOnlyList<CallFacts> Calls);
