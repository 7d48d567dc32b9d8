using Hotline.Routing.Numbers;

namespace Hotline.Routing;

/// <summary>
/// The way of one call but for the talk itself (<see cref="TalkFlow"/>): arrival, waiting, end. The citizen stands in the call's one bridge
/// from the beginning; prompts are played into it, so that no prompt holds up a command (asterisk.md §12).
/// </summary>
internal sealed class CallFlow(Floor floor, AgentDesk agents, Offers offers, CallMedia media) : ILegFlow
{
    /// <summary>Appended to the id of a call that comes a second time.</summary>
    private const string Again = "r";

    public void Arrived(Input.CallArrived input)
    {
        if (floor.Legs.TryFind(input.Leg, out var known, out _))
        {
            ArrivedAgain(known, input);
            return;
        }
        if (input.QueuedAt is null && floor.TryFindSipCall(input.SipCallId, input.Trunk, out var same))
        {
            // One INVITE that came on two ways (a merged request, RFC 3261 8.2.2.2): one citizen, one call.
            floor.Emit(new Effect.NoteAnomaly("one INVITE came twice", same.Id.Value));
            floor.Emit(new Effect.HangUp(same.Id, input.Leg, HangupCause.CallRejected));
            return;
        }
        // A caller whom we took for gone while the fallback queue had him goes on under his id: the ledger's row is reopened. His mark tells
        // it, or, where the server was killed before it was written, the journal and his leg.
        if (input.QueuedAt is not null && floor.TryFindUnseen(input.Leg, out var before))
        {
            input = input with { Call = before.Call, Ticket = before.Ticket, QueuedAt = before.QueuedAt };
        }
        floor.ForgetEnded(input.Call);
        while (floor.Calls.ContainsKey(input.Call))
        {
            // A copied mark, or his former agent still writes: the id is taken, he is not turned away for it.
            floor.Emit(new Effect.NoteAnomaly("call id taken", input.Call.Value));
            input = input with { Call = new CallId(input.Call.Value + Again), Ticket = new TicketId(input.Ticket.Value + Again) };
        }
        var call = Add(input);
        floor.Nodes.Add(input.Leg.Node);
        floor.Emit(new Effect.AnswerCall(call.Id, call.Leg));
        floor.Emit(new Effect.OpenBridge(call.Id, call.Leg.Node));
        floor.Emit(new Effect.JoinBridge(call.Id, call.Leg));
        if (floor.Waiting.Count > floor.Settings.WaitingCallsMax)
        {
            TurnAway(call, Prompt.AllBusy);
        }
        else if (floor.Settings.Greeting && input.QueuedAt is null)
        {
            media.Play(call, Prompt.Greeting);
        }
        else
        {
            media.StartMusic(call);
        }
        floor.Touch(call);
    }

    /// <summary>A call that the watchdog had moved to the fallback queue and that was taken back: its music and bridge are gone.</summary>
    private void ArrivedAgain(Call call, Input.CallArrived input)
    {
        if (input.QueuedAt is null || call.State is not (CallState.Waiting or CallState.Lost))
        {
            return; // Found in the listing just before its event came.
        }
        call.Music = false;
        call.Playing = null;
        floor.Emit(new Effect.OpenBridge(call.Id, call.Leg.Node));
        floor.Emit(new Effect.JoinBridge(call.Id, call.Leg));
        media.StartMusic(call);
        floor.Touch(call);
    }

    /// <summary>Puts a call on the floor, waiting, with its place in time.</summary>
    public Call Add(Input.CallArrived input)
    {
        var call = new Call
        {
            Id = input.Call,
            Ticket = input.Ticket,
            Leg = input.Leg,
            Trunk = input.Trunk,
            Dialled = input.Dialled,
            Policy = floor.PolicyOf(input.Trunk, input.Dialled),
            Caller = input.Caller,
            CallerSent = input.CallerSent,
            SipCallId = input.SipCallId,
            PreviousHandler = input.PreviousHandler,
            Times = new CallTimes
            {
                InvitedAt = input.InvitedAt,
                HumanAskedAt = floor.Now,
                QueuedAt = input.QueuedAt ?? input.KeptPlace ?? floor.Now,
            },
        };
        floor.Add(call);
        floor.Legs.Begin(call,
            new CallLeg { Id = call.Leg, Role = LegRole.Citizen, Number = call.Caller, Trunk = call.Trunk, StartedAt = input.InvitedAt });
        EnterStep(call, 0);
        floor.Line(call, waits: true);
        media.AnnouncePlaceIn(call, floor.Settings.PlaceAfter);
        return call;
    }

    public void Answered(Call call, in CallLeg leg)
    {
        call.Times = call.Times with { AnsweredBySystemAt = call.Times.AnsweredBySystemAt ?? floor.Now };
        floor.Touch(call);
    }

    /// <summary>A line that went silent or whose session was not refreshed was not hung up by anybody.</summary>
    public void Ended(Call call, in CallLeg leg) =>
        End(call, leg.Cause is HangupCause.ChannelUnavailable or HangupCause.RecoveryOnTimer ? EndedBy.System : EndedBy.Caller);

    /// <summary>He still stands, wherever he stands; his hang-up or the next listing tells more.</summary>
    public void Failed(Call call, in CallLeg leg, FailedCommand command) { }

    public void PromptEnded(Input.PromptEnded input)
    {
        if (!floor.TryFind(input.Call, input.Node, out var call) || call.Playing != input.Prompt)
        {
            return;
        }
        call.Playing = null;
        if (input.Prompt == Prompt.AgentNumber)
        {
            call.Times = call.Times with { AnnouncementEndedAt = call.Times.AnnouncementEndedAt ?? floor.Now };
            floor.Touch(call);
        }
        if (!call.Live)
        {
            return;
        }
        if (call.State == CallState.Refused)
        {
            End(call, EndedBy.System);
        }
        else if (call.PlayNext is { } next)
        {
            call.PlayNext = null;
            media.Play(call, next);
        }
        else if (call.State == CallState.Waiting || (call.State == CallState.Lost && call.Party is null))
        {
            media.StartMusic(call);
        }
    }

    /// <summary>The line ends with this announcement.</summary>
    public void TurnAway(Call call, Prompt prompt)
    {
        floor.Line(call, waits: false);
        call.State = CallState.Refused;
        media.Silence(call);
        media.Play(call, prompt);
    }

    public void RecordingChanged(Input.RecordingChanged input)
    {
        if (!input.Started)
        {
            floor.Emit(new Effect.NoteAnomaly($"recording failed: {input.Reason}", input.Call.Value));
        }
        if (floor.TryFind(input.Call, input.Node, out var call))
        {
            call.Recording |= input.Started;
            floor.Touch(call);
        }
    }

    public void OutcomeRecorded(Input.OutcomeRecorded input)
    {
        if (floor.Calls.TryGetValue(input.Call, out var call))
        {
            call.Outcome = input.Outcome;
            floor.Touch(call);
        }
    }

    /// <summary>The one end of a call. Everything that still stands is hung up; the agent's after-call work begins.</summary>
    public void End(Call call, EndedBy by, TerminalState? terminal = null)
    {
        floor.Line(call, waits: false);
        offers.Withdraw(call, RingResult.CallerGone);
        floor.Legs.HangUpAll(call);
        call.Party = null;
        floor.Emit(new Effect.CloseBridge(call.Id, call.Leg.Node));
        call.Terminal = terminal ?? TerminalOf(call, by);
        call.State = CallState.Ended;
        call.EndedBy = by;
        call.Times = call.Times with { EndedAt = floor.Now };
        call.LostUntil = null;
        call.HeldSince = null;
        call.AnnounceAt = null;
        floor.NoteEnded(call.Id);
        floor.Touch(call);
        if (call.Agent is { } id && floor.Agents.TryGetValue(id, out var agent) && agent.Call == call.Id
            && agent.State != AgentState.AfterCallWork)
        {
            agents.StartAfterCallWork(agent);
        }
        else if (call.Outcome is null && call.WasServed)
        {
            AskForOutcome(call);
        }
        floor.Forget(call);
    }

    /// <summary>Somebody talked with the citizen and no agent works on the call any more: it gets its record all the same (CALL-07).</summary>
    private void AskForOutcome(Call call)
    {
        if (call.Agent is not { } id)
        {
            // The sub-centre at the end of a plan: none of ours ever had it.
            floor.Emit(new Effect.CloseTicket(call.Id, call.Ticket, ClosedBecause.HandedToParty, call.PartyTarget ?? "", call.Dialled, call.Caller));
        }
        else if (!floor.Agents.TryGetValue(id, out var agent))
        {
            floor.Emit(new Effect.CloseTicket(call.Id, call.Ticket, ClosedBecause.AgentGone, id.Value, call.Dialled, call.Caller));
        }
        else if (agent.State != AgentState.AfterCallWork || agent.Call != call.Id)
        {
            agents.Owe(agent, call);
        }
    }

    /// <summary>
    /// Into this step, or the next one for which somebody is signed in; the last is never passed over, since who is signed in may not be known
    /// yet. The place in time stays.
    /// </summary>
    public void EnterStep(Call call, int step)
    {
        var waits = call.Class is not null;
        floor.Line(call, waits: false);
        var steps = call.Plan.Steps;
        while (step < steps.Count - 1 && !SomebodyFits(steps[step]))
        {
            step++;
        }
        call.Step = step;
        call.StepUntil = steps[step].Lasts is { } lasts ? floor.Now + lasts : null;
        if (call.StepUntil is { } until)
        {
            floor.WakeAt(call, until);
        }
        floor.Line(call, waits);
    }

    private bool SomebodyFits(RoutingStep step) => floor.Skills.NeedOf(step.Asks).SignedIn > 0;

    private static TerminalState TerminalOf(Call call, EndedBy by) =>
        call.Times.AgentAnsweredAt is not null ? TerminalState.Answered
        : call.WasServed ? TerminalState.AnsweredByParty
        : call.CallBackAskedAt is not null ? TerminalState.CallBack
        : call.State == CallState.Refused ? TerminalState.Refused
        : by == EndedBy.Caller ? TerminalState.Abandoned
        : TerminalState.Failed;
}
