namespace Hotline.Simulator.Results;

/// <summary>What a scenario showed over its replications.</summary>
/// <param name="Scenario">Its name.</param>
/// <param name="Replications">How many runs.</param>
/// <param name="Classes">In the order of the file.</param>
/// <param name="Groups">In the order of the file.</param>
/// <param name="Matching">Class × group.</param>
public sealed record SimulationResult(
    string Scenario, int Replications, IReadOnlyList<ClassResult> Classes, IReadOnlyList<GroupResult> Groups, IReadOnlyList<MatchingResult> Matching)
{
    /// <summary>What an exact law says of the same; empty where none is known.</summary>
    public IReadOnlyList<LawFigure> Laws { get; init; } = [];
}

/// <summary>Calls of one class. Shares are of the arrivals; waits are of the answered calls, in seconds.</summary>
/// <param name="Class">Its name.</param>
/// <param name="Arrivals">Per run.</param>
/// <param name="Answered">Per run.</param>
/// <param name="Abandoned">Callers who gave up, per run.</param>
/// <param name="Refused">Callers who heard the busy announcement, per run.</param>
/// <param name="HandedOn">Callers whom the plan connected to a sub-centre, per run.</param>
/// <param name="ShareAbandoned">P(abandon).</param>
/// <param name="ShareWaited">P(wait &gt; 0): not answered at once.</param>
/// <param name="ShareInTarget">P(answered within 15 s) (CALL-01).</param>
/// <param name="MeanWait">Mean wait.</param>
/// <param name="P95Wait">95 % waited no longer.</param>
/// <param name="P99Wait">99 % waited no longer.</param>
public sealed record ClassResult(
    string Class, Estimate Arrivals, Estimate Answered, Estimate Abandoned, Estimate Refused, Estimate HandedOn, Estimate ShareAbandoned,
    Estimate ShareWaited, Estimate ShareInTarget,
    Estimate MeanWait, Estimate P95Wait, Estimate P99Wait);

/// <summary>Agents of one group.</summary>
/// <param name="Group">Its name.</param>
/// <param name="Agents">How many.</param>
/// <param name="Answered">Calls of all classes, per run.</param>
/// <param name="Occupancy">Share of the time at work in which an agent rang, talked or wrote.</param>
/// <param name="Spread">Its standard deviation between agents of the group.</param>
public sealed record GroupResult(string Group, int Agents, Estimate Answered, Estimate Occupancy, Estimate Spread);

/// <summary>How often a class was served by a group.</summary>
/// <param name="Class">The class.</param>
/// <param name="Group">The group.</param>
/// <param name="Share">Of the answered calls of the class.</param>
/// <param name="PerHour">Calls an hour.</param>
public sealed record MatchingResult(string Class, string Group, Estimate Share, Estimate PerHour);
