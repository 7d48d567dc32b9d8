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
        var leg = new LegId(call.Leg.Node, LegNames.Party(call.Id, ++call.PartyCount));
        var until = floor.Now + floor.Settings.PartyRingTimeout;
        call.Party = new Party { Leg = leg, Target = wish.Target, Name = wish.TargetName, Until = until, Since = floor.Now };
        call.PartyFailure = null;
        floor.Legs[leg] = call.Id;
        floor.WakeAt(call, until);
        floor.Emit(new Effect.DialParty(call.Id, leg, call.Leg, wish.Trunk, wish.Target, call.Caller, floor.Settings.PartyRingTimeout));
        floor.Touch(call);
        return null;
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

    /// <summary>Refused, busy or silent: the citizen is still with the agent.</summary>
    public void Failed(Call call, PartyFailureReason reason)
    {
        call.PartyFailure = new PartyFailure(call.Party!.Target, call.Party.Name, reason);
        call.Party = null;
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
