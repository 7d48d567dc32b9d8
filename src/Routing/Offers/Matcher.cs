using Hotline.Routing.Numbers;

namespace Hotline.Routing;

/// <summary>
/// Brings waiting calls and idle agents together. After each input no eligible pair waits on both sides, so the next one can
/// only arise from what that input changed: a call new in its class, or an agent newly idle. Nothing else is looked at.
/// </summary>
internal sealed class Matcher(Floor floor, Offers offers)
{
    private readonly List<Agent> _found = [];

    public void Run()
    {
        var (calls, agents) = (floor.Waiting.Fresh, floor.Idle.Fresh);
        if (floor.Idle.Count > 0 && floor.Waiting.Count > 0)
        {
            if (calls.Count > 1)
            {
                calls.Sort(Compare);
            }
            Match(calls, agents);
        }
        calls.Clear();
        agents.Clear();
    }

    private void Match(List<Call> calls, List<Agent> agents)
    {
        for (var next = 0; ;)
        {
            while (next < calls.Count && !MayBeOffered(calls[next]))
            {
                next++;
            }
            var call = next < calls.Count ? calls[next] : null;
            foreach (var agent in agents)
            {
                if (agent.IdleAt is not null && BestFor(agent) is { } best && (call is null || Compare(best, call) < 0))
                {
                    call = best;
                }
            }
            if (call is null)
            {
                return;
            }
            if (!Offer(call))
            {
                next++; // nobody for this one; were it an agent's best, there would be him
            }
        }
    }

    /// <summary>The call whose turn it is among all that the agent may take.</summary>
    private Call? BestFor(Agent agent)
    {
        if (!floor.Nodes.Contains(agent.Phone.Node))
        {
            return null;
        }
        Call? best = null;
        var idle = floor.Now - agent.IdleSince;
        var occupied = floor.Waiting.Occupied;
        for (var i = 0; i < occupied.Count; i++)
        {
            if (occupied[i].Key.Node == agent.Phone.Node && occupied[i].FirstFor(agent, floor.Now) is { } first)
            {
                best = best is { } other && Turn.Compare(other, first, floor.Now, floor.Settings.PriorityAgeing, idle) < 0 ? other : first;
            }
        }
        return best;
    }

    private bool Offer(Call call)
    {
        var waiting = call.Class!;
        var desks = floor.Idle.On(call.Leg.Node);
        desks.Find(call, waiting.Need, waiting.Key.Order, floor.Now, _found);
        if (waiting.Key.Order == ChoiceOrder.PreviousHandler)
        {
            PutPreviousHandlerFirst(call, waiting.Need);
        }
        if (_found.Count == 0)
        {
            return false;
        }
        var chosen = _found[0];
        waiting.NoteServed(call, floor.Now);
        offers.Make(call, chosen, new Decision
        {
            Input = floor.Inputs,
            Step = call.Step,
            Asks = waiting.Need.Expression.Text,
            Order = waiting.Key.Order,
            Candidates = Candidates(waiting.Need),
            IdleAgents = desks.Count,
            WaitingCalls = floor.Waiting.Count,
            Waited = floor.Now - call.Times.QueuedAt,
            Front = call.Front,
        });
        return true;
    }

    private Candidate[] Candidates(SkillNeed need)
    {
        var candidates = new Candidate[_found.Count];
        for (var i = 0; i < candidates.Length; i++)
        {
            candidates[i] = new Candidate(_found[i].Id, floor.Now - _found[i].IdleSince, need.LevelOf(_found[i].Profile));
        }
        return candidates;
    }

    private void PutPreviousHandlerFirst(Call call, SkillNeed need)
    {
        if (call.PreviousHandler is { } id && floor.Agents.TryGetValue(id, out var agent) && agent.IdleAt is not null
            && agent.Phone.Node == call.Leg.Node && need.Fits(agent.Profile) && !call.Bars(id, floor.Now))
        {
            _found.Remove(agent);
            _found.Insert(0, agent);
            if (_found.Count > IdleDesks.CandidatesMax)
            {
                _found.RemoveAt(IdleDesks.CandidatesMax);
            }
        }
    }

    private bool MayBeOffered(Call call) => call.Class is not null && floor.Nodes.Contains(call.Leg.Node);

    // Calls that left the line since they were noted stand anywhere: they are passed over.
    private int Compare(Call a, Call b) => a.Class is null || b.Class is null ? (a.Class is null).CompareTo(b.Class is null)
        : Turn.Compare(a, b, floor.Now, floor.Settings.PriorityAgeing, TimeSpan.Zero);
}
