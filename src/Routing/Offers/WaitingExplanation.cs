namespace Hotline.Routing;

/// <summary>Why a caller still waits: what stood against each agent at that moment. Counts of signed-in agents on the call's node.</summary>
/// <param name="NodeUp">False while Asterisk is away: nobody can be rung.</param>
/// <param name="Asks">What the step of the plan asks for.</param>
/// <param name="NextStepAt">When the next step begins; null in the last one.</param>
/// <param name="Fit">Who has the skills.</param>
/// <param name="Ringing">Of them: a phone rings.</param>
/// <param name="Talking">Of them: in a call.</param>
/// <param name="AfterCallWork">Of them: writing.</param>
/// <param name="Away">Of them: not ready, or on a break.</param>
/// <param name="Barred">Of them: free, but let this call ring out a moment ago.</param>
/// <param name="Ahead">Calls that any of them would be given before this one.</param>
public sealed record WaitingExplanation(
    bool NodeUp, SkillExpression Asks, DateTimeOffset? NextStepAt, int Fit, int Ringing, int Talking, int AfterCallWork, int Away, int Barred,
    int Ahead);

/// <summary>Answers "why is this caller still waiting?". Asked by people, so it may look at everybody.</summary>
internal sealed class Explainer(Floor floor)
{
    /// <summary>Null for a call that does not wait.</summary>
    public WaitingExplanation? Of(Call call)
    {
        if (call.Class is not { } waiting)
        {
            return null;
        }
        int fit = 0, ringing = 0, talking = 0, writing = 0, away = 0, barred = 0;
        foreach (var agent in floor.Agents.Values)
        {
            if (agent.Phone.Node != call.Leg.Node || !waiting.Need.Fits(agent.Profile))
            {
                continue;
            }
            fit++;
            switch (agent.State)
            {
                case AgentState.Ringing: ringing++; break;
                case AgentState.Talking: talking++; break;
                case AgentState.AfterCallWork: writing++; break;
                case AgentState.NotReady or AgentState.Break: away++; break;
                case AgentState.Ready when call.Bars(agent.Id, floor.Now): barred++; break;
            }
        }
        return new WaitingExplanation(
            floor.Nodes.Contains(call.Leg.Node), waiting.Need.Expression, call.StepUntil, fit, ringing, talking, writing, away, barred,
            Ahead(call, waiting));
    }

    private int Ahead(Call call, WaitingClass mine)
    {
        var ahead = 0;
        foreach (var other in floor.Waiting.Occupied)
        {
            if (other.Key.Node == mine.Key.Node && floor.Agents.Values.Any(a => other.Need.Fits(a.Profile) && mine.Need.Fits(a.Profile)))
            {
                ahead += other.Calls.TakeWhile(c => c != call && Turn.Compare(c, call, floor.Now, floor.Settings.PriorityAgeing, TimeSpan.Zero) < 0)
                    .Count();
            }
        }
        return ahead;
    }
}
