using Hotline.Routing.Numbers;

namespace Hotline.Routing;

/// <summary>What makes waiting calls alike: whoever may take one of them may take all, and the first of them is always the one to be taken.</summary>
internal readonly record struct ClassKey(NodeId Node, SkillExpression Asks, ChoiceOrder Order, int Priority, RoutingWeights Weights);

/// <summary>Calls that wait for the same, the next to be served first.</summary>
internal sealed class WaitingClass(ClassKey key, SkillNeed need)
{
    public ClassKey Key { get; } = key;
    public SkillNeed Need { get; } = need;
    public SortedSet<Call> Calls { get; } = new(Comparer<Call>.Create(Turn.Within));

    /// <summary>Its place among the classes in which somebody waits; -1 while nobody does.</summary>
    public int Slot { get; set; } = -1;

    /// <summary>The first call that this agent may be rung for.</summary>
    public Call? FirstFor(Agent agent, DateTimeOffset now)
    {
        if (!Need.Fits(agent.Profile) || Calls.Min is not { } first)
        {
            return null;
        }
        if (!first.Bars(agent.Id, now))
        {
            return first;
        }
        foreach (var call in Calls)
        {
            if (!call.Bars(agent.Id, now))
            {
                return call;
            }
        }
        return null;
    }
}
