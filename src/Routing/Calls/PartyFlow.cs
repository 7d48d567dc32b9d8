namespace Hotline.Routing;

/// <summary>The third party of a call: dialled, joined, gone, or left alone with the citizen (XFER-02).</summary>
internal sealed class PartyFlow(Floor floor, AgentDesk agents, CallFlow calls, CallMedia media)
{
    public string? Dial(Call call, Input.ThreeWayRequested wish)
    {
        if (call.Party is not null)
        {
            return Refusals.PartyPresent;
        }
        Dial(call, wish.Target, wish.TargetName, wish.Trunk);
        return null;
    }

    /// <summary>The citizen's number goes with the call (XFER-02).</summary>
    public void Dial(Call call, string target, string name, string trunk)
    {
        var leg = new LegId(call.Leg.Node, LegNames.Party(call.Id, ++call.PartyCount));
        var until = floor.Now + floor.Settings.PartyRingTimeout;
        call.Party = new Party { Leg = leg, Target = target, Name = name, Until = until, Since = floor.Now };
        call.PartyFailure = null;
        floor.Legs[leg] = call.Id;
        floor.WakeAt(call, until);
        floor.Emit(new Effect.DialParty(call.Id, leg, call.Leg, trunk, target, call.Caller, floor.Settings.PartyRingTimeout));
        floor.Touch(call);
    }

    public void Rang(LegId leg)
    {
        if (floor.Legs.TryGetValue(leg, out var id) && floor.Calls.TryGetValue(id, out var call)
            && call.Party is { State: PartyState.Dialling } party && party.Leg == leg)
        {
            party.State = PartyState.Ringing;
            floor.Touch(call);
        }
    }

    public void Answered(Call call)
    {
        call.Party!.State = PartyState.Joined;
        call.Party.Since = floor.Now;
        call.PartyTarget = call.Party.Target;
        call.Times.PartyAnsweredAt = floor.Now;
        floor.Emit(new Effect.JoinBridge(call.Id, call.Party.Leg));
        if (call.State == CallState.Waiting)
        {
            TakeOver(call);
        }
        floor.Touch(call);
    }

    public void Ended(Call call, int cause)
    {
        if (call.Party!.State != PartyState.Joined)
        {
            Failed(call, cause switch
            {
                HangupCause.UserBusy => PartyFailureReason.Busy,
                HangupCause.NoAnswer or HangupCause.NoUserResponse => PartyFailureReason.NoAnswer,
                HangupCause.CallRejected => PartyFailureReason.Rejected,
                _ => PartyFailureReason.Failed,
            });
            return;
        }
        call.Party = null;
        if (call.State == CallState.HandedOver)
        {
            calls.End(call, EndedBy.Party);
        }
        floor.Touch(call);
    }

    /// <summary>The sub-centre at the end of a plan: nobody of ours had him, and he talks.</summary>
    private void TakeOver(Call call)
    {
        media.StopMusic(call);
        if (call.Playing is { } playing)
        {
            floor.Emit(new Effect.StopPrompt(call.Id, playing));
        }
        call.AnnounceAt = null;
        call.State = CallState.HandedOver;
        call.Times.AgentAnsweredAt ??= floor.Now;
        if (floor.Settings.Recording && !call.Recording)
        {
            floor.Emit(new Effect.StartRecording(call.Id, call.Leg));
        }
    }

    /// <summary>Refused, busy or silent: the citizen is still with the agent; or he waits on for the agents of his plan's last step.</summary>
    public void Failed(Call call, PartyFailureReason reason)
    {
        call.PartyFailure = new PartyFailure(call.Party!.Target, call.Party.Name, reason);
        call.Party = null;
        if (call.State == CallState.Waiting)
        {
            floor.Line(call, waits: true);
        }
        floor.Touch(call);
    }

    public string? Drop(Call call)
    {
        if (call.Party is not { } party)
        {
            return Refusals.NoParty;
        }
        floor.Legs.Remove(party.Leg);
        floor.Emit(new Effect.HangUp(call.Id, party.Leg, HangupCause.NormalClearing));
        call.Party = null;
        floor.Touch(call);
        return null;
    }

    /// <summary>The agent goes; the two stay connected.</summary>
    public string? Leave(Call call, Agent agent)
    {
        if (call.Party is not { State: PartyState.Joined })
        {
            return call.Party is null ? Refusals.NoParty : Refusals.PartyNotJoined;
        }
        media.BackIntoBridge(call);
        call.State = CallState.HandedOver;
        if (call.AgentLeg is { } leg)
        {
            floor.Legs.Remove(leg);
            floor.Emit(new Effect.HangUp(call.Id, leg, HangupCause.NormalClearing));
            call.AgentLeg = null;
        }
        agents.StartAfterCallWork(agent);
        floor.Touch(call);
        return null;
    }
}
