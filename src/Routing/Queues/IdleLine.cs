namespace Hotline.Routing;

/// <summary>Everybody who may be offered a call, by node; and who is new since the last decision.</summary>
internal sealed class IdleLine
{
    private readonly Dictionary<NodeId, IdleDesks> _nodes = [];

    public int Count { get; private set; }

    /// <summary>Agents for whom a call may wait: all others were looked at before.</summary>
    public List<Agent> Fresh { get; } = [];

    public IdleDesks On(NodeId node)
    {
        if (!_nodes.TryGetValue(node, out var desks))
        {
            _nodes.Add(node, desks = new IdleDesks());
        }
        return desks;
    }

    /// <summary>The order of occupation is drawn anew when it is next asked for.</summary>
    public void ForgetOccupation()
    {
        foreach (var desks in _nodes.Values)
        {
            desks.ForgetOccupation();
        }
    }

    public void Add(Agent agent)
    {
        if (agent.IdleAt is null)
        {
            agent.IdleAt = On(agent.Phone.Node);
            agent.IdleAt.Add(agent);
            Count++;
            Fresh.Add(agent);
        }
    }

    public void Remove(Agent agent)
    {
        if (agent.IdleAt is { } desks)
        {
            desks.Remove(agent);
            agent.IdleAt = null;
            Count--;
        }
    }
}
