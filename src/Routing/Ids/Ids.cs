namespace Hotline.Routing;

/// <summary>A city: its area code of six digits, for example 410200 for Kaifeng. One loop runs per tenant.</summary>
public readonly record struct TenantId(string Value) { public override string ToString() => Value; }

/// <summary>One Asterisk server, by its <c>systemname</c>.</summary>
public readonly record struct NodeId(string Value) { public override string ToString() => Value; }

/// <summary>One inbound call, from INVITE to its one terminal state. Made by us, ASCII, at most 24 characters.</summary>
public readonly record struct CallId(string Value) { public override string ToString() => Value; }

/// <summary>A channel of Asterisk: unique only together with its node.</summary>
public readonly record struct LegId(NodeId Node, string Channel)
{
    // Nodes are few: their names told apart nothing and are hashed with every event.
    public override int GetHashCode() => Channel?.GetHashCode(StringComparison.Ordinal) ?? 0;

    public override string ToString() => $"{Node}/{Channel}";
}

/// <summary>An agent, by the agent number (工号) that the caller hears.</summary>
public readonly record struct AgentId(string Value) { public override string ToString() => Value; }

/// <summary>The n-th ring of one call. An offer is a reservation of an agent for a call.</summary>
public readonly record struct OfferId(CallId Call, int Number) { public override string ToString() => $"{Call}#{Number}"; }

/// <summary>A ticket (工单), from its draft on. Not the ticket number that a citizen is told.</summary>
public readonly record struct TicketId(string Value) { public override string ToString() => Value; }

/// <summary>What an agent can do and a call may need, for example "law" or "housing-fund".</summary>
public readonly record struct SkillId(string Value) { public override string ToString() => Value; }

/// <summary>One command of a person, so that its answer finds the way back and a repeat is recognised.</summary>
public readonly record struct RequestId(string Value) { public override string ToString() => Value; }

/// <summary>An agent's phone: an endpoint of one node, made for one sign-in (PJSIP/<see cref="Endpoint"/>).</summary>
public readonly record struct PhoneAddress(NodeId Node, string Endpoint) { public override string ToString() => $"{Node}/{Endpoint}"; }
