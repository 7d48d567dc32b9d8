using System.Globalization;
using System.Text.RegularExpressions;
using Hotline.Routing;
using Hotline.Routing.Numbers;

namespace Hotline.Routing.Tests;

/// <summary>
/// The router as one would write it without indexes: all calls in the order of their turn, for each of them all agents. After each
/// input the real router's offers must be these.
/// </summary>
internal sealed partial class NaiveRouter
{
    public void Check(CallDistributor floor, DateTimeOffset now, IReadOnlyList<Effect> effects)
    {
        var made = effects.OfType<Effect.RingAgent>().Where(r => !r.Resume).ToDictionary(r => r.Call, r => r.Agent);
        var offered = made.Keys.Select(id => floor.Calls[id]).ToList();
        // Matching is the last thing of an input: what it took away is put back.
        var idle = floor.Agents.Values.Where(a => a.State == AgentState.Ready || made.ContainsValue(a.Id)).ToList();
        var expected = Match(floor, now, [.. floor.Waiting, .. offered], idle);
        made.OrderBy(p => p.Key.Value).ShouldBe(expected.OrderBy(p => p.Key.Value));
    }

    private Dictionary<CallId, AgentId> Match(CallDistributor floor, DateTimeOffset now, List<Call> waiting, List<Agent> idle)
    {
        Dictionary<CallId, AgentId> pairs = [];
        waiting.Sort((a, b) => Turn(floor.Settings, now, a, b));
        foreach (var call in waiting.Where(c => floor.NodeIsUp(c.Leg.Node)))
        {
            if (Choose(call, now, idle) is { } agent)
            {
                pairs.Add(call.Id, agent.Id);
                idle.Remove(agent);
            }
        }
        return pairs;
    }

    private Agent? Choose(Call call, DateTimeOffset now, List<Agent> idle)
    {
        var step = call.Plan.Steps[call.Step];
        var fit = idle
            .Where(a => a.Phone.Node == call.Leg.Node && step.Asks.Fits(new SkillProfile(a.Skills))
                && !(call.NotAgainUntil.TryGetValue(a.Id.Value, out var until) && until > now))
            .OrderBy(a => a.IdleSince).ThenBy(a => a.Id.Value, StringComparer.Ordinal).ToList();
        return step.Order switch
        {
            ChoiceOrder.BestLevel => fit.MaxBy(a => Level(step.Asks, a)),
            ChoiceOrder.LeastOccupied => fit.MinBy(a => a.OccupiedToday),
            ChoiceOrder.PreviousHandler => fit.Find(a => a.Id == call.PreviousHandler) ?? fit.FirstOrDefault(),
            _ => fit.FirstOrDefault(),
        };
    }

    private static int Turn(RoutingSettings settings, DateTimeOffset now, Call a, Call b)
    {
        if (a.Front == b.Front)
        {
            var byPriority = Priority(b).CompareTo(Priority(a));
            var byWeight = byPriority != 0 ? byPriority : a.Plan.Weights == b.Plan.Weights ? 0 : Score(b).CompareTo(Score(a));
            if (byWeight != 0)
            {
                return byWeight;
            }
        }
        return (-(a.Front ? 1 : 0), a.Times.QueuedAt).CompareTo((-(b.Front ? 1 : 0), b.Times.QueuedAt)) is not 0 and var turn
            ? turn
            : string.CompareOrdinal(a.Id.Value, b.Id.Value);

        long Priority(Call c) => c.Plan.Steps[c.Step].Priority + ((now - c.Times.QueuedAt).Ticks / settings.PriorityAgeing.Ticks);
        double Score(Call c) => c.Plan.Weights.Score(now - c.Times.QueuedAt, TimeSpan.Zero);
    }

    /// <summary>Of the terms joined by "or", the best that the agent meets.</summary>
    private static int Level(SkillExpression asks, Agent agent) => Term().Matches(asks.Text)
        .Select(
            t => (Skill: new SkillId(t.Groups[1].Value), Least: t.Groups[2].Success ? int.Parse(t.Groups[2].Value, CultureInfo.InvariantCulture) : 1))
        .Select(t => agent.Skills.FirstOrDefault(s => s.Skill == t.Skill).Level is var level && level >= t.Least ? level : 0).DefaultIfEmpty().Max();

    [GeneratedRegex(@"\b(?!or\b|and\b|not\b|any\b)([a-z\-]+)(?:>=(\d))?")]
    private static partial Regex Term();
}
