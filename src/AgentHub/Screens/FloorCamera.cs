using Hotline.Routing;

namespace Hotline.AgentHub.Screens;

/// <summary>Takes the facts for the screens. On the floor's thread: it copies, and does nothing slow.</summary>
/// <param name="node">The node whose connection the desks show.</param>
public sealed class FloorCamera(NodeId node)
{
    private IReadOnlyList<QueueFacts> _queues = [];

    /// <summary>Null for somebody who is not signed in.</summary>
    public DeskFacts? Desk(AgentId id, CallDistributor floor, DateTimeOffset now) => floor.Agents.TryGetValue(id, out var agent)
        ? new DeskFacts(now, floor.NodeIsUp(node), AgentFacts.Of(agent),
            agent.Call is { } call && floor.Calls.TryGetValue(call, out var found) ? CallFacts.Of(found, floor) : null,
            floor.Settings.AfterCallWorkExtensionsMax, _queues)
        : null;

    public FloorFacts Floor(CallDistributor floor, DateTimeOffset now) => new(
        now, floor.NodeIsUp(node),
        [.. floor.Agents.Values.Select(AgentFacts.Of)],
        [.. floor.Waiting.Select(c => CallFacts.Of(c, floor))],
        [.. floor.Calls.Values.Where(c => c.Live && (c.State != CallState.Waiting || c.Offer is not null)).Select(c => CallFacts.Of(c, floor))]);

    /// <summary>Counts anew how many wait. Every desk shows the figures of the last count, so whoever counts shows them to all.</summary>
    /// <returns>False where nothing is new.</returns>
    public bool CountQueues(CallDistributor floor)
    {
        List<QueueFacts> now = [.. floor.Waiting.GroupBy(c => c.Policy.Skill).OrderBy(g => g.Key?.Value, StringComparer.Ordinal)
            .Select(g => new QueueFacts(g.Key, g.Count(), g.Min(c => c.Times.QueuedAt)))];
        var changed = !now.SequenceEqual(_queues);
        _queues = now;
        return changed;
    }
}
