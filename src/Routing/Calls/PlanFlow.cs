using Hotline.Routing.Numbers;

namespace Hotline.Routing;

/// <summary>The way of a waiting call through its plan: the next step, the ending, a new plan by the agent who had it (ROUTE-06).</summary>
internal sealed class PlanFlow(Floor floor, AgentDesk agents, CallFlow calls, PartyFlow parties, CallMedia media)
{
    /// <summary>Nobody waits beside an agent who is ready and alone.</summary>
    private static readonly TimeSpan AloneAgainFor = TimeSpan.FromSeconds(10);

    /// <summary>A caller who waits on is asked again after this time.</summary>
    private static readonly TimeSpan OfferedAgainAfter = TimeSpan.FromMinutes(1);

    /// <summary>Where something else is being said at that moment, the offer follows so much later.</summary>
    private static readonly TimeSpan OfferedLater = TimeSpan.FromSeconds(5);

    /// <summary>The time of a step is over.</summary>
    public void Due(Call call)
    {
        if (call.State != CallState.Waiting || !(call.StepUntil <= floor.Now))
        {
            return;
        }
        if (call.Step < call.Plan.Steps.Count - 1)
        {
            calls.EnterStep(call, call.Step + 1);
        }
        else if (call.Offer is { } offer)
        {
            call.StepUntil = offer.Until; // one is rung for him: that is not taken back
        }
        else
        {
            End(call);
        }
        floor.Touch(call);
    }

    /// <summary>The agent gives the call back to the line, with another need; he himself is free, and is not rung for it again for a while: a
    /// short one where nobody else could be.</summary>
    public string? Requeue(Call call, Agent agent, RoutingPlan plan)
    {
        if (call.Party is not null)
        {
            return Refusals.PartyPresent;
        }
        media.BackIntoBridge(call);
        floor.Legs.HangUp(call, call.AgentLeg);
        call.State = CallState.Waiting;
        call.Requeued = plan; // an outcome that is on record stays: the next agent may add to it, and need not
        calls.EnterStep(call, 0);
        var alone = floor.Skills.NeedOf(call.Plan.Steps[call.Step].Asks).SignedIn == 1;
        var again = floor.Now + (alone && AloneAgainFor < floor.Settings.NotAgainFor ? AloneAgainFor : floor.Settings.NotAgainFor);
        call.Bar(agent.Id, again);
        floor.WakeAt(call, again);
        floor.Line(call, waits: true);
        media.AnnouncePlaceIn(call, floor.Settings.PlaceAfter);
        if (call.Playing is null)
        {
            media.StartMusic(call);
        }
        agents.HandedOn(agent);
        floor.Touch(call);
        return null;
    }

    /// <summary>A caller who was asked whether he wants to be called back, and still waits, says yes. Any other key means nothing.</summary>
    public void KeyPressed(Input.KeyPressed input)
    {
        if (input.Key != PlanEnding.CallBackKey || !floor.Legs.TryFind(input.Leg, out var call, out var leg)
            || leg.Role != LegRole.Citizen || !call.CallBackOffered || !call.IsInLine || !MayBeCalledBack(call))
        {
            return; // while a phone rings for him he is about to be answered
        }
        call.CallBackAskedAt = floor.Now;
        calls.TurnAway(call, Prompt.CallBackTaken);
        floor.Touch(call);
    }

    /// <summary>No step brought him to an agent.</summary>
    private void End(Call call)
    {
        call.StepUntil = null;
        if (call.Plan.Ending is not { } ending)
        {
            return;
        }
        if (ending.CallsBack)
        {
            OfferCallBack(call);
        }
        else if (ending.IsAnnouncement)
        {
            calls.TurnAway(call, Prompt.AllBusy);
        }
        else
        {
            floor.Line(call, waits: false);
            parties.Dial(call, ending.Target, ending.Name, ending.Trunk);
        }
    }

    /// <summary>Nobody can be called back who withheld his number; who had an agent already goes before all others instead.</summary>
    private static bool MayBeCalledBack(Call call) => call.Caller.Length > 0 && call.Times.AgentAnsweredAt is null;

    /// <summary>He keeps his place while he hears it.</summary>
    private void OfferCallBack(Call call)
    {
        if (!MayBeCalledBack(call))
        {
            return;
        }
        var said = call.Playing is null;
        call.StepUntil = floor.Now + (said ? OfferedAgainAfter : OfferedLater);
        floor.WakeAt(call, call.StepUntil.Value);
        if (said)
        {
            call.CallBackOffered = true;
            media.StopMusic(call);
            media.Play(call, Prompt.CallBackOffer);
        }
    }
}
