using Hotline.Routing;
using Hotline.Routing.Numbers;

namespace Hotline.Simulator.Scenarios;

/// <summary>What is simulated: who calls, who answers, and the plan between them. Read from a file (docs/simulate.md).</summary>
public sealed record Scenario
{
    public required string Name { get; init; }

    /// <summary>The same seed gives the same figures.</summary>
    public required int Seed { get; init; }

    /// <summary>The moment at which the simulated time begins, by the city's clock: shifts are times of its days.</summary>
    public required DateTimeOffset Start { get; init; }

    /// <summary>Not counted: the floor fills.</summary>
    public required TimeSpan WarmUp { get; init; }

    /// <summary>Counted: calls that arrive in it.</summary>
    public required TimeSpan Horizon { get; init; }

    /// <summary>Independent runs; the confidence intervals come from their differences.</summary>
    public required int Replications { get; init; }

    public required RoutingSettings Router { get; init; }
    public required IReadOnlyList<CallClass> Classes { get; init; }
    public required IReadOnlyList<AgentGroup> Groups { get; init; }

    /// <summary>The end of the counted time.</summary>
    public TimeSpan End => WarmUp + Horizon;
}

/// <summary>Calls that are alike.</summary>
/// <param name="Name">As the results name it.</param>
/// <param name="Plan">Who is asked for them, in order.</param>
/// <param name="Arrivals">When they come.</param>
/// <param name="Talk">How long the agent talks.</param>
/// <param name="AfterCall">How long he writes afterwards; null where he is free at once.</param>
/// <param name="Patience">How long a caller waits before he gives up; null where he never does.</param>
public sealed record CallClass(string Name, RoutingPlan Plan, Arrivals Arrivals, Distribution Talk, Distribution? AfterCall, Distribution? Patience);

/// <summary>Agents who are alike.</summary>
/// <param name="Name">As the results name it.</param>
/// <param name="Count">How many.</param>
/// <param name="Skills">What they can do.</param>
/// <param name="Shifts">When they work, each day; empty where always.</param>
/// <param name="Answer">From ring to answer; longer than the ring's limit is a missed ring. Null where at once.</param>
public sealed record AgentGroup(string Name, int Count, IReadOnlyList<AgentSkill> Skills, IReadOnlyList<Shift> Shifts, Distribution? Answer);

/// <summary>A span of each day; one that ends before it begins goes over midnight.</summary>
public readonly record struct Shift(TimeOnly From, TimeOnly To)
{
    public bool Holds(TimeOnly at) => at.IsBetween(From, To);
}
