namespace Hotline.Routing;

/// <summary>An agent and a citizen: the answer, hold, a leg that is lost and comes back, the hang-up.</summary>
internal sealed class TalkFlow(Floor floor, AgentDesk agents, Offers offers, CallFlow calls, CallMedia media) : ILegFlow
{
    public void Answered(Call call, in CallLeg leg)
    {
        if (call.Offer?.Leg == leg.Id)
        {
            AgentAnswered(call);
        }
    }

    public void Ended(Call call, in CallLeg leg)
    {
        if (call.Offer?.Leg == leg.Id)
        {
            offers.RingEnded(call, leg.Cause ?? HangupCause.NormalClearing);
        }
        else
        {
            AgentLegLost(call);
        }
    }

    public void Failed(Call call, in CallLeg leg, FailedCommand command)
    {
        if (call.Offer?.Leg == leg.Id)
        {
            floor.Legs.Ended(call, leg, cause: null);
            offers.PhoneFailed(call);
        }
        else if (command == FailedCommand.JoinBridge)
        {
            floor.Legs.HangUp(call, leg.Id);
            AgentLegLost(call);
        }
    }

    /// <summary>An agent's phone came or went; a call that is kept for him rings it.</summary>
    public void PhoneRegistered(Input.PhoneRegistered input)
    {
        if (!floor.TryFindPhone(input.Node, input.Endpoint, out var agent))
        {
            return;
        }
        agents.PhoneRegistered(agent, input.Registered);
        if (input.Registered && agent.Call is { } call && floor.Calls.TryGetValue(call, out var lost))
        {
            offers.Resume(lost);
        }
    }

    /// <summary>The time for which a lost call is kept is over.</summary>
    public void Due(Call call)
    {
        if (call.State == CallState.Lost && call.Offer is null && call.LostUntil <= floor.Now)
        {
            NotBackInTime(call);
        }
    }

    private void AgentAnswered(Call call)
    {
        var (first, back) = (call.Times.AgentAnsweredAt is null, call.Offer!.Resume);
        media.StopMusic(call);
        floor.Emit(new Effect.JoinBridge(call.Id, call.Offer.Leg));
        offers.Answered(call);
        call.State = CallState.Talking;
        call.LostUntil = null;
        call.AnnounceAt = null;
        call.Front = false;
        if (call.Playing is Prompt.LineLost or Prompt.Place)
        {
            floor.Emit(new Effect.StopPrompt(call.Id, call.Leg.Node, call.Playing.Value));
        }
        if (first)
        {
            call.Times = call.Times with { AgentAnsweredAt = floor.Now };
            if (floor.Settings.Recording)
            {
                floor.Emit(new Effect.StartRecording(call.Id, call.Leg));
            }
        }
        if (!back)
        {
            Announce(call);
        }
        floor.Emit(new Effect.OpenTicket(call.Id, call.Ticket, call.Agent!.Value, call.Dialled, call.Caller));
        floor.Touch(call);
    }

    /// <summary>Private: the citizen leaves the bridge, so that nobody in it hears him, nor he them.</summary>
    public string? Hold(Call call)
    {
        if (call.State == CallState.Held)
        {
            return Refusals.AlreadyHeld;
        }
        call.State = CallState.Held;
        call.HeldSince = floor.Now;
        floor.Emit(new Effect.LeaveBridge(call.Id, call.Leg));
        call.Music = true;
        floor.Emit(new Effect.StartMusic(call.Id, call.Leg));
        floor.Touch(call);
        return null;
    }

    public string? Retrieve(Call call)
    {
        if (call.State != CallState.Held)
        {
            return Refusals.NotHeld;
        }
        call.State = CallState.Talking;
        media.BackIntoBridge(call);
        floor.Touch(call);
        return null;
    }

    public string? HangUp(Call call)
    {
        calls.End(call, EndedBy.Agent);
        return null;
    }

    /// <summary>A new page of the agent: what the old one rang or talked with is dead, whatever its socket says.</summary>
    public void PageOpened(AgentId id)
    {
        if (!floor.Agents.TryGetValue(id, out var agent))
        {
            return;
        }
        if (agent.Call is not { } callId || !floor.Calls.TryGetValue(callId, out var call))
        {
            agents.PhoneRegistered(agent, registered: false);
        }
        else
        {
            agent.PhoneRegistered = false;
            if (call.Offer?.Agent == id)
            {
                var resume = call.Offer.Resume;
                offers.Withdraw(call, RingResult.Withdrawn);
                if (resume)
                {
                    agents.LegLost(agent);
                    floor.WakeAt(call, call.LostUntil ?? floor.Now);
                }
                else
                {
                    floor.Line(call, waits: true);
                }
            }
            else if (call.AgentTalks && call.AgentLeg is { } leg)
            {
                floor.Legs.HangUp(call, leg);
                AgentLegLost(call);
            }
        }
        floor.Touch(agent);
    }

    /// <summary>A lost leg is not a hang-up: the citizen is kept and told.</summary>
    private void AgentLegLost(Call call)
    {
        call.State = CallState.Lost;
        call.LostUntil = floor.Now + floor.Settings.ReturnTimeout;
        floor.WakeAt(call, call.LostUntil.Value);
        media.BackIntoBridge(call);
        if (call.Party?.State != PartyState.Joined)
        {
            media.StopPrompt(call);
            media.Play(call, Prompt.LineLost);
        }
        if (call.Agent is { } id && floor.Agents.TryGetValue(id, out var agent) && agent.Call == call.Id)
        {
            agents.LegLost(agent);
            offers.Resume(call);
        }
        floor.Touch(call);
    }

    /// <summary>The agent did not come back: to the front of those who wait, or on with the third party.</summary>
    private void NotBackInTime(Call call)
    {
        var agent = call.Agent is { } id && floor.Agents.TryGetValue(id, out var known) && known.Call == call.Id ? known : null;
        call.LostUntil = null;
        if (call.Party?.State == PartyState.Joined)
        {
            call.State = CallState.HandedOver;
            if (agent is not null)
            {
                agents.StartAfterCallWork(agent);
            }
        }
        else
        {
            floor.Legs.HangUp(call, call.Party?.Leg); // whom his agent wanted to bring in
            call.Party = null;
            call.State = CallState.Waiting;
            call.Front = true;
            calls.EnterStep(call, 0);
            floor.Line(call, waits: true);
            if (agent is not null)
            {
                agents.LostForGood(agent);
            }
            if (call.Playing is null)
            {
                media.StartMusic(call);
            }
        }
        floor.Touch(call);
    }

    /// <summary>
    /// The citizen is told whom he has now, also where he had another before. The first announcement's end is the one that is measured.
    /// </summary>
    private void Announce(Call call)
    {
        if (!floor.Settings.AgentNumberAnnouncement)
        {
            call.Times = call.Times with { AnnouncementEndedAt = call.Times.AnnouncementEndedAt ?? floor.Now };
        }
        else if (call.Playing is not null)
        {
            call.PlayNext = Prompt.AgentNumber; // The recording notice is never cut short.
        }
        else
        {
            media.Play(call, Prompt.AgentNumber);
        }
    }
}
