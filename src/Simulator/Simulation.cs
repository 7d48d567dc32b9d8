using Hotline.Simulator.Laws;
using Hotline.Simulator.Results;
using Hotline.Simulator.Running;
using Hotline.Simulator.Scenarios;

namespace Hotline.Simulator;

/// <summary>Runs a scenario as often as it asks for and lays the runs together.</summary>
public static class Simulation
{
    /// <param name="scenario">What to run.</param>
    /// <param name="done">Told after each run how many are done.</param>
    /// <param name="cancellationToken">Stops between two events.</param>
    public static SimulationResult Run(Scenario scenario, Action<int>? done = null, CancellationToken cancellationToken = default)
    {
        var runs = new Tally[scenario.Replications];
        var finished = 0;
        Parallel.For(0, runs.Length,
            new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount }, i =>
        {
            runs[i] = new VirtualCity(scenario, i).Run(cancellationToken);
            done?.Invoke(Interlocked.Increment(ref finished));
        });
        var result = Summary(scenario, runs);
        return result with { Laws = ExactLaw.Of(scenario, result) };
    }

    private static SimulationResult Summary(Scenario scenario, Tally[] runs)
    {
        Estimate Over(Func<Tally, double> figure) => Estimate.Of(runs.Select(figure));
        Estimate OfClass(int c, Func<ClassTally, double> figure) => Over(r => figure(r.Classes[c]));
        return new SimulationResult(
            scenario.Name, scenario.Replications,
            [.. scenario.Classes.Select((one, c) => new ClassResult(
                one.Name, OfClass(c, t => t.Arrivals), OfClass(c, t => t.AnswerWaits.Count), OfClass(c, t => t.Abandoned), OfClass(c, t => t.Refused),
                OfClass(c, t => t.HandedOn),
                OfClass(c, t => t.Share(t.Abandoned)), OfClass(c, t => t.Share(t.Waited)), OfClass(c, t => t.Share(t.InTarget)),
                OfClass(c, t => t.AnswerWaits.Count == 0 ? double.NaN : t.AnswerWaits.Average()), OfClass(c, t => t.WaitAt(95)),
                OfClass(c, t => t.WaitAt(99))))],
            [.. scenario.Groups.Select((group, g) => new GroupResult(
                group.Name, group.Count, Over(r => r.Classes.Sum(c => c.ByGroup[g])), Over(r => r.Groups[g].Mean), Over(r => r.Groups[g].Spread)))],
            [.. from c in Enumerable.Range(0, scenario.Classes.Count)
                from g in Enumerable.Range(0, scenario.Groups.Count)
                select new MatchingResult(
                    scenario.Classes[c].Name, scenario.Groups[g].Name,
                    OfClass(c, t => t.AnswerWaits.Count == 0 ? double.NaN : (double)t.ByGroup[g] / t.AnswerWaits.Count),
                    OfClass(c, t => t.ByGroup[g] / scenario.Horizon.TotalHours))]);
    }
}
