using Hotline.Routing.Numbers;

namespace Hotline.Routing;

/// <summary>The idle agents of one node, found by what they can do: only holders of a skill that is asked for are looked at.</summary>
internal sealed class IdleDesks
{
    /// <summary>So many candidates are kept for the explanation of a decision.</summary>
    public const int CandidatesMax = 3;
    private readonly SortedSet<Agent> _all = new(Comparer<Agent>.Create(ByIdleness));
    private readonly Dictionary<AgentSkill, SortedSet<Agent>> _bySkill = [];
    private SortedSet<Agent>? _byOccupation; // made when a plan first asks for it

    public int Count => _all.Count;

    public void Add(Agent agent)
    {
        _all.Add(agent);
        _byOccupation?.Add(agent);
        foreach (var skill in agent.Profile.Skills)
        {
            if (!_bySkill.TryGetValue(skill, out var holders))
            {
                _bySkill.Add(skill, holders = new SortedSet<Agent>(_all.Comparer));
            }
            holders.Add(agent);
        }
    }

    public void Remove(Agent agent)
    {
        _all.Remove(agent);
        _byOccupation?.Remove(agent);
        foreach (var skill in agent.Profile.Skills)
        {
            _bySkill[skill].Remove(agent);
        }
    }

    public void ForgetOccupation() => _byOccupation = null;

    /// <summary>Up to <see cref="CandidatesMax"/> agents who may be rung for a call, the one to be rung first.</summary>
    public void Find(Call call, SkillNeed need, ChoiceOrder order, DateTimeOffset now, List<Agent> found)
    {
        found.Clear();
        if (_all.Count == 0)
        {
            return;
        }
        if (order == ChoiceOrder.LeastOccupied)
        {
            Take(ByOccupation(), call, need, now, found, found.Count);
        }
        else if (need.Expression.Anchors is { Count: > 0 } anchors)
        {
            TakeHolders(anchors, order == ChoiceOrder.BestLevel, call, need, now, found);
        }
        else
        {
            Take(_all, call, need, now, found, found.Count);
        }
    }

    private void TakeHolders(IReadOnlyList<AgentSkill> anchors, bool bestFirst, Call call, SkillNeed need, DateTimeOffset now, List<Agent> found)
    {
        for (var level = AgentSkill.LevelMax; level >= AgentSkill.LevelMin; level--)
        {
            var better = bestFirst ? found.Count : 0;
            for (var i = 0; i < anchors.Count; i++) // by hand: an enumerator of an interface lies on the heap
            {
                if (level >= anchors[i].Level && _bySkill.TryGetValue(anchors[i] with { Level = level }, out var holders))
                {
                    Take(holders, call, need, now, found, better);
                }
            }
        }
    }

    /// <summary>Puts the first fit agents of a set among those found from <paramref name="from"/> on, in its order.</summary>
    private static void Take(SortedSet<Agent> set, Call call, SkillNeed need, DateTimeOffset now, List<Agent> found, int from)
    {
        if (set.Count == 0)
        {
            return;
        }
        if (set.Count == 1)
        {
            Put(set.Min!, set.Comparer, found, from, Fits(set.Min!, call, need, now));
            return;
        }
        var taken = 0;
        foreach (var agent in set)
        {
            if (Fits(agent, call, need, now))
            {
                Put(agent, set.Comparer, found, from, true);
                if (++taken == CandidatesMax)
                {
                    return;
                }
            }
        }
    }

    private static void Put(Agent agent, IComparer<Agent> order, List<Agent> found, int from, bool fits)
    {
        var at = from;
        while (at < found.Count && order.Compare(found[at], agent) < 0)
        {
            at++;
        }
        if (fits && at < CandidatesMax && (at == found.Count || found[at] != agent))
        {
            found.Insert(at, agent);
            if (found.Count > CandidatesMax)
            {
                found.RemoveAt(CandidatesMax);
            }
        }
    }

    private static bool Fits(Agent agent, Call call, SkillNeed need, DateTimeOffset now) => need.Fits(agent.Profile) && !call.Bars(agent.Id, now);

    private SortedSet<Agent> ByOccupation() => _byOccupation ??= new SortedSet<Agent>(_all, Comparer<Agent>.Create(
        (a, b) => a.OccupiedToday.CompareTo(b.OccupiedToday) is not 0 and var less ? less : ByIdleness(a, b)));

    private static int ByIdleness(Agent a, Agent b)
    {
        var idle = a.IdleSince.CompareTo(b.IdleSince);
        return idle != 0 ? idle : string.CompareOrdinal(a.Id.Value, b.Id.Value);
    }
}
