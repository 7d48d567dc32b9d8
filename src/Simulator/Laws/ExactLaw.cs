using Hotline.Routing.Numbers;
using Hotline.Simulator.Results;
using Hotline.Simulator.Scenarios;

namespace Hotline.Simulator.Laws;

/// <summary>Lays a result beside the exact law, for scenarios that fulfil the conditions of one: Erlang C, Erlang A, or FCFS-ALIS.</summary>
public static class ExactLaw
{
    /// <summary>All orders of the agents are summed: beyond this it takes too long.</summary>
    private const int AgentsMax = 7;

    /// <summary>Empty where no law is known for the scenario.</summary>
    public static IReadOnlyList<LawFigure> Of(Scenario scenario, SimulationResult result)
    {
        var arrivals = scenario.Classes.Select(c => c.Arrivals).OfType<Arrivals.PerHour>().Select(a => a.Rate / 3600).ToArray();
        var talks = scenario.Classes.Select(c => c.Talk).OfType<Distribution.Exponential>().Distinct().ToList();
        var plain = arrivals.Length == scenario.Classes.Count && arrivals.All(a => a > 0)
            && scenario.Classes.All(c => c is { AfterCall: null, Talk: Distribution.Exponential } && IsPlain(c.Plan))
            && talks.Count == 1 && scenario.Groups.All(g => g is { Shifts.Count: 0, Answer: null });
        if (!plain)
        {
            return [];
        }
        var serves = Serves(scenario);
        var patience = scenario.Classes.Select(c => c.Patience).Distinct().ToList();
        return scenario.Groups.Count == 1 && Enumerable.Range(0, arrivals.Length).All(c => serves[c][0])
            ? OnePool(scenario, result, arrivals.Sum(), 1 / talks[0].Mean, patience)
            : patience is [null] && scenario.Groups.Sum(g => g.Count) <= AgentsMax ? Graph(scenario, result, arrivals, 1 / talks[0].Mean, serves)
            : [];
    }

    private static bool IsPlain(RoutingPlan plan) =>
        plan.Weights == RoutingWeights.Fcfs && plan.Steps is [{ Order: ChoiceOrder.LongestIdle, Priority: 0 }];

    private static bool[][] Serves(Scenario scenario) =>
        [.. scenario.Classes.Select(c => scenario.Groups.Select(g => c.Plan.Steps[0].Asks.Fits(new Routing.SkillProfile(g.Skills))).ToArray())];

    private static List<LawFigure> OnePool(Scenario scenario, SimulationResult result, double arrival, double service, List<Distribution?> patience)
    {
        var agents = scenario.Groups[0].Count;
        if (patience is [Distribution.Exponential limit])
        {
            var (waits, abandons) = Erlang.WithPatience(arrival, service, 1 / limit.Mean, agents);
            return [.. result.Classes.SelectMany(c => new LawFigure[]
            {
                new($"P(wait > 0), {c.Class}", waits, c.ShareWaited, "Erlang A"),
                new($"P(abandon), {c.Class}", abandons, c.ShareAbandoned, "Erlang A"),
            })];
        }
        return patience is not [null] || arrival >= service * agents ? [] : [.. result.Classes.SelectMany(c => new LawFigure[]
        {
            new($"P(wait > 0), {c.Class}", Erlang.Waits(arrival, service, agents), c.ShareWaited, "Erlang C"),
            new($"P(answered ≤ 15 s), {c.Class}", Erlang.WaitsAtMost(arrival, service, agents, 15), c.ShareInTarget, "Erlang C"),
            new($"mean wait in s, {c.Class}", Erlang.Waits(arrival, service, agents) / ((agents * service) - arrival), c.MeanWait, "Erlang C"),
        })];
    }

    private static List<LawFigure> Graph(Scenario scenario, SimulationResult result, double[] arrivals, double service, bool[][] serves)
    {
        // Each agent is a server of his own; the figures are of groups.
        int[] groupOf = [.. scenario.Groups.SelectMany((g, i) => Enumerable.Repeat(i, g.Count))];
        bool[][] each = [.. serves.Select(c => groupOf.Select(g => c[g]).ToArray())];
        var law = new FcfsAlis(arrivals, [.. groupOf.Select(_ => service)], each);
        if (!law.IsStable)
        {
            return [];
        }
        var shares = law.Shares();
        return [.. from c in Enumerable.Range(0, arrivals.Length)
            from g in Enumerable.Range(0, scenario.Groups.Count)
            where serves[c][g]
            select new LawFigure(
                $"{scenario.Classes[c].Name} → {scenario.Groups[g].Name}", Enumerable.Range(0, groupOf.Length).Where(s => groupOf[s] == g)
                .Sum(s => shares[c][s]),
                result.Matching[(c * scenario.Groups.Count) + g].Share, "FCFS-ALIS")];
    }
}
