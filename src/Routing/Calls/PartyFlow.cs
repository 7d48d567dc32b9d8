using Hotline.Routing.Numbers;

namespace Hotline.Routing;

/// <summary>The third party of a call: dialled, joined, gone, or left alone with the citizen (XFER-02).</summary>
internal sealed class PartyFlow(Floor floor, AgentDesk agents, CallFlow calls, CallMedia media) : ILegFlow
{
    public string? Dial(Call call, Input.ThreeWayRequested wish)
    {
        if (call.Party is not null)
        {
            return Refusals.PartyPresent;
        }
        Dial(call, wish.Target, wish.TargetName, wish.Trunk, call.AgentLeg);
        return null;
    }

    /// <summary>The citizen's number goes with the call (XFER-02). The listener hears the line before it is answered.</summary>
    public void Dial(Call call, string target, string name, string trunk, LegId? listener = null)
    {
        var leg = new LegId(call.Leg.Node, LegNames.Party(call.Id, ++call.PartyCount));
        var until = floor.Now + floor.Settings.PartyRingTimeout;
        call.Party = new Party { Leg = leg, Target = target, Name = name, Until = until, Since = floor.Now };
        call.PartyFailure = null;
        floor.Legs.Begin(call, new CallLeg { Id = leg, Role = LegRole.Party, Number = target, Trunk = trunk, StartedAt = floor.Now });
        floor.WakeAt(call, until);
        // Who withholds his number withholds it from a third party too; an ambulance has to find him.
        var caller = call.Caller.Length == 0 && NumberRules.EmergencyNumbers.Contains(target) ? call.CallerSent ?? "" : call.Caller;
        floor.Emit(new Effect.DialParty(call.Id, leg, call.Leg, trunk, target, caller, floor.Settings.PartyRingTimeout, listener));
        floor.Touch(call);
    }

    public void Rang(Call call, in CallLeg leg)
    {
        if (call.Party is { State: PartyState.Dialling } party)
        {
            party.State = PartyState.Ringing;
            floor.Touch(call);
        }
    }

    public void Answered(Call call, in CallLeg leg)
    {
        call.Party!.State = PartyState.Joined;
        call.Party.Since = floor.Now;
        call.PartyTarget = call.Party.Target;
        call.Times = call.Times with { PartyAnsweredAt = floor.Now };
        floor.Emit(new Effect.JoinBridge(call.Id, call.Party.Leg));
        if (call.State == CallState.Waiting)
        {
            TakeOver(call);
        }
        floor.Touch(call);
    }

    public void Ended(Call call, in CallLeg leg)
    {
        if (call.Party!.State != PartyState.Joined)
        {
            GiveUp(call, leg.Cause switch
            {
                HangupCause.UserBusy => PartyFailureReason.Busy,
                HangupCause.NoAnswer or HangupCause.NoUserResponse => PartyFailureReason.NoAnswer,
                HangupCause.CallRejected => PartyFailureReason.Rejected,
                HangupCause.Redirected => PartyFailureReason.Moved,
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
        media.Silence(call);
        call.AnnounceAt = null;
        call.State = CallState.HandedOver;
        if (floor.Settings.Recording && !call.Recording)
        {
            floor.Emit(new Effect.StartRecording(call.Id, call.Leg));
        }
    }

    public void Failed(Call call, in CallLeg leg, FailedCommand command)
    {
        if (leg.AnsweredAt is null)
        {
            floor.Legs.Ended(call, leg, cause: null);
        }
        else
        {
            floor.Legs.HangUp(call, leg.Id); // it stands, and cannot be brought to the others
        }
        if (call.State == CallState.HandedOver)
        {
            calls.End(call, EndedBy.System); // the citizen would be left alone
            return;
        }
        GiveUp(call, PartyFailureReason.Failed);
    }

    /// <summary>It rang long enough.</summary>
    public void Due(Call call)
    {
        if (call.Party is { } party && party.State != PartyState.Joined && party.Until <= floor.Now)
        {
            floor.Legs.HangUp(call, party.Leg, HangupCause.NoAnswer);
            GiveUp(call, PartyFailureReason.NoAnswer);
        }
    }

    /// <summary>Refused, busy or silent: the citizen is still with the agent; or he waits on for the agents of his plan's last step.</summary>
    private void GiveUp(Call call, PartyFailureReason reason)
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
        floor.Legs.HangUp(call, party.Leg);
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
        floor.Legs.HangUp(call, call.AgentLeg);
        agents.StartAfterCallWork(agent);
        floor.Touch(call);
        return null;
    }
}
