namespace Hotline.Routing;

/// <summary>
/// An offer is a reservation: one call, one agent, one ringing leg. It ends in exactly one way: answered, missed,
/// rejected, phone failed, withdrawn, or the caller gone.
/// </summary>
internal sealed class Offers(Floor floor, AgentDesk agents)
{
    public void Make(Call call, Agent agent, Decision why, bool resume = false)
    {
        var number = ++call.OfferCount;
        var leg = new LegId(call.Leg.Node, LegNames.Agent(call.Id, number, agent.Id));
        var until = resume && call.LostUntil is { } lost && lost > floor.Now ? lost : floor.Now + floor.Settings.RingTimeout;
        floor.Line(call, waits: false);
        call.Offer = new Offer(number, agent.Id, leg, floor.Now, until, resume);
        call.Why = why;
        floor.Legs.Begin(call,
            new CallLeg { Id = leg, Role = LegRole.Agent, Agent = agent.Id, Number = agent.Phone.Endpoint, Trunk = "", StartedAt = floor.Now });
        floor.WakeAt(call, until);
        agents.Ring(agent, call);
        floor.Emit(
            new Effect.RingAgent(call.Id, new OfferId(call.Id, number), leg, agent.Id, agent.Phone, call.Caller, call.Dialled, until - floor.Now,
            resume));
        floor.Touch(call);
    }

    /// <summary>Brings a lost call back to its agent, if he can be reached.</summary>
    public void Resume(Call call)
    {
        if (call is { State: CallState.Lost, Offer: null, Agent: { } id }
            && floor.Agents.TryGetValue(id, out var agent) && agent.PhoneRegistered && agent.Call == call.Id)
        {
            Make(call, agent, new Decision { Input = floor.Inputs, Step = call.Step, Waited = floor.Now - call.Times.QueuedAt, Resume = true },
                resume: true);
        }
    }

    public void Answered(Call call)
    {
        var offer = Close(call, RingResult.Answered)!;
        call.Agent = offer.Agent;
        if (floor.Agents.TryGetValue(offer.Agent, out var agent))
        {
            agents.Talk(agent);
        }
    }

    /// <summary>The phone stopped ringing by itself: refused, busy, or timed out in Asterisk.</summary>
    public void RingEnded(Call call, int cause)
    {
        var rejected = cause is HangupCause.CallRejected or HangupCause.UserBusy;
        var unreachable = cause is not (HangupCause.CallRejected or HangupCause.UserBusy or HangupCause.NoAnswer
            or HangupCause.NoUserResponse or HangupCause.NormalClearing);
        GiveUp(call, unreachable ? RingResult.PhoneFailed : rejected ? RingResult.Rejected : RingResult.Missed);
    }

    /// <summary>A ring that lasted long enough.</summary>
    public void Due(Call call)
    {
        if (call.Offer is { } offer && offer.Until <= floor.Now)
        {
            floor.Legs.HangUp(call, offer.Leg, HangupCause.NoAnswer);
            GiveUp(call, RingResult.Missed);
        }
    }

    public void PhoneFailed(Call call) => GiveUp(call, RingResult.PhoneFailed);

    /// <summary>The caller is gone, or the page was reloaded: the agent is not to blame.</summary>
    public void Withdraw(Call call, RingResult result)
    {
        floor.Legs.HangUp(call, call.Offer?.Leg);
        if (Close(call, result) is { } offer && !offer.Resume && floor.Agents.TryGetValue(offer.Agent, out var agent))
        {
            agents.Unring(agent);
        }
    }

    private void GiveUp(Call call, RingResult result)
    {
        if (Close(call, result) is not { } offer)
        {
            return;
        }
        if (offer.Resume)
        {
            // Kept for him until the time is over: his phone may be on its way back.
            if (floor.Agents.TryGetValue(offer.Agent, out var returning))
            {
                returning.PhoneRegistered = result != RingResult.PhoneFailed && returning.PhoneRegistered;
                agents.LegLost(returning);
            }
            floor.WakeAt(call, call.LostUntil ?? floor.Now);
            floor.Touch(call);
            return;
        }
        var again = floor.Now + floor.Settings.NotAgainFor;
        call.Bar(offer.Agent, again);
        floor.WakeAt(call, again);
        if (floor.Agents.TryGetValue(offer.Agent, out var agent))
        {
            agents.SetAsideFor(agent, result switch
            {
                RingResult.Rejected => SetAside.Rejected,
                RingResult.PhoneFailed => SetAside.PhoneFailed,
                _ => SetAside.Missed,
            });
        }
        floor.Line(call, waits: true);
        floor.Touch(call);
    }

    private Offer? Close(Call call, RingResult result)
    {
        var offer = call.Offer;
        if (offer is not null)
        {
            floor.Touch(call);
            call.Offer = null;
            call.Rings = [.. call.Rings, new Ring(offer.Number, offer.Agent, offer.At, floor.Now, result)];
        }
        return offer;
    }
}
