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

    /// <summary>Callers beyond this place are not told it: nobody counts so far, and the line would have to be walked.</summary>
    public const int PlacesMax = 100;

    /// <summary>How long one place takes: of whoever was offered last.</summary>
    private TimeSpan? _pace;

    /// <summary>A call leaves the line for an agent.</summary>
    public void NoteServed(Call call, DateTimeOffset now) => _pace = PaceOf(call, now);

    /// <summary>
    /// Where a call stands and how long it will wait: the refined head-of-line estimator (Ibrahim and Whitt, "Real-time delay estimation
    /// based on delay history", M&amp;SOM 2009), with places that were counted where they estimate arrivals × time. Whoever was served
    /// last went so many places in so much time; who stands first and is slower than that knows it better.
    /// </summary>
    public QueuePlace PlaceOf(Call call, DateTimeOffset now)
    {
        var ahead = 0;
        foreach (var other in Calls)
        {
            if (other == call || ahead > PlacesMax)
            {
                break;
            }
            ahead++;
        }
        if (ahead > PlacesMax)
        {
            return new QueuePlace(null, null);
        }
        var head = PaceOf(Calls.Min!, now);
        return new QueuePlace(ahead, _pace is { } served ? (ahead + 1) * (head > served ? head : served) : null);
    }

    private static TimeSpan PaceOf(Call call, DateTimeOffset now) => (now - call.LinedAt) / Math.Max(1, call.LinedPlace);

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
