namespace Hotline.Routing;

/// <summary>The only writer of <see cref="Agent.State"/>.</summary>
internal sealed class AgentDesk(Floor floor)
{
    public void SignedIn(Input.AgentSignedIn input)
    {
        if (!floor.Agents.TryGetValue(input.Agent, out var agent))
        {
            agent = new Agent { Id = input.Agent, Name = input.Name, Skills = input.Skills, Phone = input.Phone, Since = floor.Now };
            floor.Agents.Add(agent.Id, agent);
            floor.Skills.SignIn(agent);
            floor.Phones[agent.Phone] = agent.Id;
            Begin(agent, input);
            TakeBackCall(agent);
            return;
        }
        agent.Name = input.Name;
        var idle = agent.IdleAt is not null;
        floor.Idle.Remove(agent);
        agent.Skills = input.Skills;
        floor.Skills.SignIn(agent);
        if (idle)
        {
            floor.Idle.Add(agent);
        }
        if (agent.Phone != input.Phone)
        {
            floor.Phones.Remove(agent.Phone);
            floor.Emit(new Effect.SetFallbackMember(agent.Phone, agent.Id, Member: false, Paused: true));
            agent.Phone = input.Phone;
            agent.PhoneRegistered = false;
            floor.Phones[agent.Phone] = agent.Id;
            if (agent.State == AgentState.Ready)
            {
                PhoneGone(agent); // ready again as soon as the new one is found
            }
            else
            {
                Move(agent, agent.State, agent.Reason);
            }
        }
        floor.Touch(agent);
    }

    public string? SignOut(Agent agent)
    {
        if (agent.State is AgentState.Ringing or AgentState.Talking)
        {
            return Refusals.InCall;
        }
        if (agent.Owes.Count > 0 || (agent.State == AgentState.AfterCallWork && LacksOutcome(agent.Call)))
        {
            return Refusals.OutcomeMissing; // CALL-07
        }
        Move(agent, AgentState.Offline, null);
        floor.Emit(new Effect.SetFallbackMember(agent.Phone, agent.Id, Member: false, Paused: true));
        floor.Agents.Remove(agent.Id);
        floor.Skills.SignOut(agent.Id);
        floor.Phones.Remove(agent.Phone);
        ForgetCallOf(agent);
        return null;
    }

    public string? StateRequested(Agent agent, Input.StateRequested wish)
    {
        if (wish.State is not (AgentState.Ready or AgentState.NotReady or AgentState.Break))
        {
            return Refusals.WrongState;
        }
        if (agent.Call is not null) // rings, talks, writes, or is kept for him
        {
            agent.Next = wish.State;
            agent.NextReason = wish.Reason;
            floor.Touch(agent);
            return null;
        }
        if (wish.State == AgentState.Ready && !agent.PhoneRegistered)
        {
            return Refusals.PhoneUnregistered;
        }
        Move(agent, wish.State, wish.State == AgentState.NotReady ? SetAside.Requested : wish.Reason);
        return null;
    }

    public string? WrapUp(Agent agent, CallId id, bool putOff)
    {
        if (agent.State != AgentState.AfterCallWork || agent.Call != id || !floor.Calls.TryGetValue(id, out var call))
        {
            return Refusals.NoCall;
        }
        if (call.Outcome is null && !putOff)
        {
            return Refusals.OutcomeMissing; // CALL-07
        }
        CallDone(agent);
        return null;
    }

    public string? ExtendWrapUp(Agent agent, CallId id)
    {
        if (agent.State != AgentState.AfterCallWork || agent.Call != id)
        {
            return Refusals.NoCall;
        }
        if (agent.WrapUpExtensions >= floor.Settings.AfterCallWorkExtensionsMax)
        {
            return Refusals.NoExtensionsLeft;
        }
        agent.WrapUpExtensions++;
        var from = agent.WrapUpUntil > floor.Now ? agent.WrapUpUntil.Value : floor.Now;
        agent.WrapUpUntil = from + floor.Settings.AfterCallWorkExtension;
        floor.Touch(agent);
        return null;
    }

    public void Ring(Agent agent, Call call)
    {
        agent.Call = call.Id;
        Move(agent, AgentState.Ringing, null);
    }

    public void Talk(Agent agent) => Move(agent, AgentState.Talking, null);

    /// <summary>The call goes on with another agent, who writes its outcome.</summary>
    public void HandedOn(Agent agent) => CallDone(agent);

    /// <summary>The call is over for this agent; its outcome is asked for.</summary>
    public void StartAfterCallWork(Agent agent)
    {
        if (!floor.Settings.AfterCallWork)
        {
            CallDone(agent);
            return;
        }
        agent.WrapUpUntil = floor.Now + floor.Settings.AfterCallWorkTarget;
        agent.WrapUpExtensions = 0;
        Move(agent, AgentState.AfterCallWork, null);
    }

    /// <summary>
    /// A call of his ended while nobody had it: after he gave it back to the line, or lost his connection to it. Only he knows what it was
    /// about (首接负责), so its outcome is asked of him: at once, or when the call that he has now is done.
    /// </summary>
    public void Owe(Agent agent, Call call)
    {
        if (agent.Call is not null)
        {
            agent.Owes = [.. agent.Owes, call.Id];
            return;
        }
        if (agent.State is AgentState.Break or AgentState.NotReady && agent.Reason != SetAside.PhoneLost)
        {
            (agent.Next, agent.NextReason) = (agent.State, agent.Reason);
        }
        agent.Call = call.Id;
        StartAfterCallWork(agent);
    }

    /// <summary>An offer was taken back through no fault of the agent: as if it had not rung.</summary>
    public void Unring(Agent agent)
    {
        agent.Call = null;
        var (state, reason) = agent.Next is { } next ? (next, agent.NextReason) : (AgentState.Ready, null);
        (agent.Next, agent.NextReason) = (null, null);
        if (state == AgentState.Ready && !agent.PhoneRegistered)
        {
            PhoneGone(agent);
            return;
        }
        Move(agent, state, state == AgentState.NotReady ? reason ?? SetAside.Requested : reason, keepsIdle: true);
    }

    /// <summary>Sets a silent, refusing or unreachable agent aside.</summary>
    public void SetAsideFor(Agent agent, string reason)
    {
        agent.Call = null;
        (agent.Next, agent.NextReason) = (null, null);
        Move(agent, AgentState.NotReady, reason);
    }

    /// <summary>The leg of a talking agent is gone; the call is kept for him.</summary>
    public void LegLost(Agent agent)
    {
        (agent.BeforePhoneLost, agent.ReasonBeforePhoneLost) = (AgentState.Ready, null);
        Move(agent, AgentState.NotReady, SetAside.PhoneLost);
    }

    /// <summary>The call went on without him.</summary>
    public void LostForGood(Agent agent)
    {
        agent.Call = null;
        if (agent.Next is { } next && (next != AgentState.Ready || agent.PhoneRegistered))
        {
            var reason = agent.NextReason;
            (agent.Next, agent.NextReason) = (null, null);
            Move(agent, next, next == AgentState.NotReady ? reason ?? SetAside.Requested : reason);
        }
        floor.Touch(agent);
    }

    public void PhoneRegistered(Agent agent, bool registered)
    {
        if (agent.PhoneRegistered == registered)
        {
            return;
        }
        agent.PhoneRegistered = registered;
        if (!registered && agent.State == AgentState.Ready)
        {
            PhoneGone(agent);
        }
        else if (registered && agent is { State: AgentState.NotReady, Reason: SetAside.PhoneLost, Call: null })
        {
            Move(agent, agent.BeforePhoneLost ?? AgentState.NotReady,
                agent.BeforePhoneLost is null ? SetAside.Requested : agent.ReasonBeforePhoneLost);
        }
        floor.Touch(agent);
    }

    private void PhoneGone(Agent agent)
    {
        (agent.BeforePhoneLost, agent.ReasonBeforePhoneLost) = (AgentState.Ready, null);
        Move(agent, AgentState.NotReady, SetAside.PhoneLost);
    }

    /// <summary>Not ready; or as his page has it where our memory of him was lost: ready as soon as his phone is found.</summary>
    private void Begin(Agent agent, Input.AgentSignedIn input)
    {
        switch (input.Was)
        {
            case AgentState.Ready: PhoneGone(agent); break;
            case AgentState.Break: Move(agent, AgentState.Break, input.Reason); break;
            default: Move(agent, AgentState.NotReady, SetAside.SignedIn); break;
        }
    }

    /// <summary>Somebody who signs in anew after our memory was lost still has his call.</summary>
    private void TakeBackCall(Agent agent)
    {
        foreach (var call in floor.Calls.Values)
        {
            if (call.Agent == agent.Id && call.AgentTalks && call.AgentLeg is not null)
            {
                agent.Call = call.Id;
                agent.PhoneRegistered = true;
                Move(agent, AgentState.Talking, null);
                floor.Touch(call);
                return;
            }
        }
    }

    private bool LacksOutcome(CallId? id) => id is { } call && floor.Calls.TryGetValue(call, out var found) && found.Outcome is null;

    private void ForgetCallOf(Agent agent)
    {
        if (agent.Call is { } id)
        {
            agent.Call = null;
            agent.WrapUpUntil = null;
            if (floor.Calls.TryGetValue(id, out var call))
            {
                floor.Forget(call);
            }
        }
    }

    /// <summary>The agent's call is behind him: ready, or what he asked for meanwhile.</summary>
    private void CallDone(Agent agent)
    {
        ForgetCallOf(agent);
        while (agent.Owes is [var owed, ..])
        {
            agent.Owes = [.. agent.Owes.Skip(1)];
            if (LacksOutcome(owed))
            {
                agent.Call = owed;
                StartAfterCallWork(agent);
                return;
            }
            floor.Forget(owed);
        }
        var next = agent.Next ?? AgentState.Ready;
        var reason = agent.Next is null ? null : agent.NextReason;
        (agent.Next, agent.NextReason) = (null, null);
        if (next == AgentState.Ready && !agent.PhoneRegistered)
        {
            (agent.BeforePhoneLost, agent.ReasonBeforePhoneLost) = (AgentState.Ready, null);
            (next, reason) = (AgentState.NotReady, SetAside.PhoneLost);
        }
        Move(agent, next, next == AgentState.NotReady ? reason ?? SetAside.Requested : reason);
    }

    private void Move(Agent agent, AgentState to, string? reason, bool keepsIdle = false)
    {
        floor.Idle.Remove(agent);
        CountWork(agent);
        if (agent.State != to || agent.Reason != reason)
        {
            agent.Since = floor.Now;
        }
        agent.State = to;
        agent.Reason = reason;
        if (to == AgentState.Ready)
        {
            agent.IdleSince = keepsIdle ? agent.IdleSince : floor.Now;
            floor.Idle.Add(agent);
        }
        if (to != AgentState.Offline)
        {
            floor.Emit(new Effect.SetFallbackMember(agent.Phone, agent.Id, Member: true, Paused: to is AgentState.NotReady or AgentState.Break));
        }
        floor.Touch(agent);
    }

    /// <summary>The time in the state that ends now, where it was work.</summary>
    private void CountWork(Agent agent)
    {
        if (agent.State is AgentState.Talking or AgentState.AfterCallWork)
        {
            agent.OccupiedToday += floor.Now - (agent.Since > floor.Midnight ? agent.Since : floor.Midnight);
        }
    }
}
