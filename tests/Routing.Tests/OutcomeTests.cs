using Hotline.Testkit;

namespace Hotline.Routing.Tests;

/// <summary>Whoever talked with a citizen, and however it ended: the call has one of the four outcomes (CALL-07).</summary>
public sealed class OutcomeTests
{
    private readonly FloorHarness _f = new(new RoutingSettings { Greeting = false });

    private (CallId Call, AgentId Agent) Talking(string name = "a", string agent = "1001")
    {
        var id = _f.Ready(agent);
        var call = _f.Call(name);
        _f.Answer(call);
        return (call, id);
    }

    private string? SignOut(AgentId agent) => _f.Ask((r, a) => new Input.SignOutRequested(r, a), agent);

    private void Record(CallId call) => _f.Apply(new Input.OutcomeRecorded(call, "directAnswer"));

    [Fact]
    [Requirement("CALL-07", Shows = "nobody signs out before the outcome is on record")]
    public void Nobody_signs_out_of_after_call_work_without_an_outcome()
    {
        var (call, agent) = Talking();
        _f.CallerHangsUp("a");
        SignOut(agent).ShouldBe(Refusals.OutcomeMissing);
        Record(call);
        SignOut(agent).ShouldBeNull();
    }

    [Fact]
    public void An_outcome_recorded_before_the_call_was_given_back_is_enough_for_the_next_agent()
    {
        var (call, first) = Talking();
        Record(call);
        _f.Requeue(first, "any").ShouldBeNull();
        var second = _f.Ready("1002");
        _f.Answer(call);
        _f.HangUp(second).ShouldBeNull();
        _f.WrapUp(second, call).ShouldBeNull();
        _f.Agent(second).State.ShouldBe(AgentState.Ready);
    }

    [Fact]
    [Requirement("CALL-07", Shows = "a caller who was given back to the line and gives up still owes his agent the outcome")]
    public void A_caller_who_gives_up_after_he_was_given_back_to_the_line_comes_back_to_his_agent_for_the_outcome()
    {
        var (call, agent) = Talking();
        _f.Requeue(agent, "law 30s; any").ShouldBeNull();
        _f.Agent(agent).State.ShouldBe(AgentState.Ready);
        _f.CallerHangsUp("a");
        (_f.Agent(agent).State, _f.Agent(agent).Call).ShouldBe((AgentState.AfterCallWork, call));
        _f.WrapUp(agent, call).ShouldBe(Refusals.OutcomeMissing);
        Record(call);
        _f.WrapUp(agent, call).ShouldBeNull();
        _f.Agent(agent).State.ShouldBe(AgentState.Ready);
        _f.Floor.Calls.ShouldBeEmpty();
    }

    [Fact]
    [Requirement("CALL-07", Shows = "an outcome is put off only by saying so, and the draft stays for it")]
    public void An_outcome_that_is_put_off_leaves_the_draft_and_the_agent_takes_the_next_call()
    {
        var (call, agent) = Talking();
        _f.WrapUp(agent, call, putOff: true).ShouldBe(Refusals.NoCall); // he talks still
        _f.CallerHangsUp("a");
        _f.WrapUp(agent, call).ShouldBe(Refusals.OutcomeMissing);
        _f.WrapUp(agent, call, putOff: true).ShouldBeNull();
        (_f.Agent(agent).State, _f.Agent(agent).Call).ShouldBe((AgentState.Ready, null));
        _f.Floor.Calls.ShouldBeEmpty();
        Record(call); // days later: nobody here knows it any more
        _f.Answer(_f.Call("b"));
        _f.Agent(agent).State.ShouldBe(AgentState.Talking);
    }

    [Fact]
    public void An_agent_who_talks_already_writes_it_after_his_present_call()
    {
        var (given, agent) = Talking();
        _f.Requeue(agent, "law 30s; any");
        var present = _f.Call("b");
        _f.Answer(present);
        _f.CallerHangsUp("a");
        _f.Agent(agent).State.ShouldBe(AgentState.Talking);
        _f.HangUp(agent);
        Record(present);
        _f.WrapUp(agent, present).ShouldBeNull();
        (_f.Agent(agent).State, _f.Agent(agent).Call).ShouldBe((AgentState.AfterCallWork, given));
        SignOut(agent).ShouldBe(Refusals.OutcomeMissing);
        Record(given);
        _f.WrapUp(agent, given).ShouldBeNull();
        _f.Agent(agent).State.ShouldBe(AgentState.Ready);
        _f.Floor.Calls.ShouldBeEmpty();
    }

    [Fact]
    public void What_he_owes_is_not_asked_for_once_it_is_on_record()
    {
        var (given, agent) = Talking();
        _f.Requeue(agent, "law 30s; any");
        var present = _f.Call("b");
        _f.Answer(present);
        _f.CallerHangsUp("a");
        Record(given);
        _f.HangUp(agent);
        Record(present);
        _f.WrapUp(agent, present).ShouldBeNull();
        _f.Agent(agent).State.ShouldBe(AgentState.Ready);
        _f.Floor.Calls.ShouldBeEmpty();
    }

    [Fact]
    public void From_a_break_he_writes_it_and_goes_back_to_the_break()
    {
        var (call, agent) = Talking();
        _f.Requeue(agent, "law 30s; any");
        _f.Ask((r, a) => new Input.StateRequested(r, a, AgentState.Break, "meal"), agent).ShouldBeNull();
        _f.CallerHangsUp("a");
        _f.Agent(agent).State.ShouldBe(AgentState.AfterCallWork);
        Record(call);
        _f.WrapUp(agent, call);
        (_f.Agent(agent).State, _f.Agent(agent).Reason).ShouldBe((AgentState.Break, "meal"));
    }

    [Fact]
    public void A_caller_lost_with_his_agents_phone_who_gives_up_waiting_comes_back_to_that_agent()
    {
        var (call, agent) = Talking();
        _f.Apply(new Input.LegEnded(_f.Floor.Calls[call].AgentLeg!.Value, HangupCause.NormalClearing));
        _f.After(21).CallerHangsUp("a");
        (_f.Agent(agent).State, _f.Agent(agent).Call).ShouldBe((AgentState.AfterCallWork, call));
    }

    [Fact]
    [Requirement("CALL-07", Shows = "a call whose agent has gone is closed as handed on")]
    public void A_call_whose_agent_has_gone_home_is_closed_as_handed_on()
    {
        var (call, agent) = Talking();
        _f.Requeue(agent, "law 30s; any");
        SignOut(agent).ShouldBeNull();
        _f.CallerHangsUp("a");
        _f.Last.OfType<Effect.CloseTicket>().Single().ShouldBe(
            new Effect.CloseTicket(call, new TicketId("ta"), ClosedBecause.AgentGone, "1001", "12345", "13800006021"));
    }

    [Fact]
    [Requirement("CALL-07", Shows = "a call that its plan handed to a sub-centre is closed as handed on")]
    public void A_plan_that_ends_at_the_sub_centre_closes_as_handed_on_to_it()
    {
        var call = _f.Call("a", "12356");
        _f.After(31).Apply(new Input.LegAnswered(_f.PartyLeg(call)));
        _f.CallerHangsUp("a");
        var closed = _f.Last.OfType<Effect.CloseTicket>().Single();
        (closed.Because, closed.Subject).ShouldBe((ClosedBecause.HandedToParty, "12366"));
    }

    [Fact]
    public void A_caller_nobody_talked_with_needs_no_outcome()
    {
        _f.Call("a");
        _f.CallerHangsUp("a");
        _f.All.OfType<Effect.CloseTicket>().ShouldBeEmpty();
    }

    [Fact]
    public void What_is_owed_survives_a_crash()
    {
        var (given, agent) = Talking();
        _f.Requeue(agent, "law 30s; any");
        _f.Answer(_f.Call("b"));
        _f.CallerHangsUp("a");
        _f.Crash(0);
        _f.Agent(agent).Owes.ShouldBe([given]);
        _f.Floor.Calls.ShouldContainKey(given);
    }

    [Fact]
    public void Who_was_writing_when_the_fallback_queue_rang_him_writes_on_afterwards()
    {
        var (written, agent) = Talking();
        _f.CallerHangsUp("a");
        _f.Apply(new Input.NodeSnapshot(FloorHarness.Node, DateTimeOffset.MinValue,
        [
            new FoundLeg
            {
                Leg = FloorHarness.Leg("b"), Role = FoundRole.Citizen, Up = true, InBridge = true, Dialled = "12345", NewCall = new CallId("cb"),
                NewTicket = new TicketId("tb"),
                Mark = new CallMark(FloorHarness.Leg("b").Channel, new CallId("cb"), FloorHarness.Kaifeng, _f.Now, CallStep.Talking,
                    new TicketId("tb"), 1, "12345"),
            },
            new FoundLeg { Leg = new LegId(FloorHarness.Node, "cb.a1.1001"), Role = FoundRole.Agent, Call = new CallId("cb"), Agent = agent,
                Up = true, InBridge = true },
        ], ["a1001"]));
        _f.Agent(agent).State.ShouldBe(AgentState.Talking);
        _f.Agent(agent).Owes.ShouldBe([written]);
    }
}
