namespace Hotline.Routing;

/// <summary>
/// Brings the longest waiting call and the longest idle agent who may take it together. Chooses without side effects;
/// only the offer changes anything.
/// </summary>
internal sealed class Matcher(Floor floor, Offers offers)
{
    public void Run()
    {
        while (floor.Idle.Count > 0 && floor.Waiting.Count > 0 && Next() is var (call, agent, why))
        {
            offers.Make(call, agent, why);
        }
    }

    private (Call, Agent, Decision)? Next()
    {
        foreach (var call in floor.Waiting)
        {
            if (floor.Nodes.Contains(call.Leg.Node) && Choose(call) is var (agent, why))
            {
                return (call, agent, why);
            }
        }
        return null;
    }

    private (Agent, Decision)? Choose(Call call)
    {
        var skill = call.Policy.Plan.Steps[call.Step].Skill;
        Agent? best = null;
        var eligible = 0;
        foreach (var agent in floor.Idle)
        {
            if (agent.Has(skill) && agent.Phone.Node == call.Leg.Node && !IsBarred(call, agent))
            {
                best ??= agent;
                eligible++;
            }
        }
        return best is null ? null : (best, new Decision(skill, eligible, floor.Now - best.IdleSince, floor.Now - call.Times.QueuedAt));
    }

    private bool IsBarred(Call call, Agent agent) => call.NotAgainUntil.TryGetValue(agent.Id.Value, out var until) && until > floor.Now;
}
