using Hotline.Routing.Numbers;

namespace Hotline.Routing;

/// <summary>Why this agent was rung for this call: kept with the call and in the journal.</summary>
public sealed record Decision
{
    /// <summary>The number of the input that led to it, counted over the floor's life: its place in the journal.</summary>
    public long Input { get; init; }

    /// <summary>Index of the plan's step, and what that step asks for.</summary>
    public int Step { get; init; }
    public string Asks { get; init; } = SkillExpressionText.Any;

    /// <summary>How one of several was chosen.</summary>
    public ChoiceOrder Order { get; init; }

    /// <summary>The first of those who were fit and free, the chosen one before the others; at most three.</summary>
    public IReadOnlyList<Candidate> Candidates { get; init; } = [];

    /// <summary>Agents free on the node at that moment, fit or not.</summary>
    public int IdleAgents { get; init; }

    /// <summary>Calls that waited at that moment, this one with them.</summary>
    public int WaitingCalls { get; init; }

    /// <summary>How long the caller had waited.</summary>
    public TimeSpan Waited { get; init; }

    /// <summary>True where the call went before the others because we had cut it off.</summary>
    public bool Front { get; init; }

    /// <summary>True where the call was kept for its own agent.</summary>
    public bool Resume { get; init; }
}

/// <summary>One who could have been rung.</summary>
/// <param name="Agent">Who.</param>
/// <param name="Idle">How long without an offer.</param>
/// <param name="Level">His level of the first skill asked for; 0 where none is.</param>
public sealed record Candidate(AgentId Agent, TimeSpan Idle, int Level);
