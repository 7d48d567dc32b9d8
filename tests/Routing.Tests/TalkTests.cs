using Hotline.Testkit;

namespace Hotline.Routing.Tests;

/// <summary>From the agent's answer to the end of after-call work.</summary>
public sealed class TalkTests
{
    private readonly FloorHarness _f = new(new RoutingSettings { Greeting = false });

    private (CallId Call, AgentId Agent) Talking(string name = "a")
    {
        var agent = _f.Ready("1001");
        var call = _f.Call(name);
        _f.After(3);
        _f.Answer(call);
        return (call, agent);
    }

    [Fact]
    public void An_answer_bridges_records_and_announces_the_agent_number()
    {
        var (call, agent) = Talking();
        _f.Last.OfType<Effect.JoinBridge>().Single().Leg.Channel.ShouldEndWith(".a1.1001");
        _f.Last.OfType<Effect.StartRecording>().Single().Leg.ShouldBe(FloorHarness.Leg("a"));
        _f.Last.OfType<Effect.PlayPrompt>().Single().ShouldBe(new Effect.PlayPrompt(call, FloorHarness.Node, Prompt.AgentNumber, agent));
        _f.Last.OfType<Effect.OpenTicket>().Single().Ticket.ShouldBe(new TicketId("ta"));
        _f.Agent(agent).State.ShouldBe(AgentState.Talking);
    }

    [Fact]
    public void Music_stops_before_the_agent_is_heard()
    {
        Talking();
        var stop = _f.Last.FindIndex(e => e is Effect.StopMusic);
        var join = _f.Last.FindIndex(e => e is Effect.JoinBridge);
        stop.ShouldBeInRange(0, join);
    }

    [Fact]
    public void The_recording_notice_is_never_cut_short()
    {
        var f = new FloorHarness();
        f.Ready("1001");
        var call = f.Call("a");
        f.Answer(call);
        f.Last.OfType<Effect.PlayPrompt>().ShouldBeEmpty();
        f.Apply(new Input.PromptEnded(FloorHarness.Node, call, Prompt.Greeting)).OfType<Effect.PlayPrompt>()
            .Single().Prompt.ShouldBe(Prompt.AgentNumber);
    }

    [Fact]
    public void The_second_agents_number_is_announced_too_and_the_first_announcement_is_the_one_that_is_measured()
    {
        var (call, first) = Talking();
        _f.After(2).Apply(new Input.PromptEnded(FloorHarness.Node, call, Prompt.AgentNumber));
        var announced = _f.Floor.Calls[call].Times.AnnouncementEndedAt;
        _f.Requeue(first, "any").ShouldBeNull();
        var second = _f.Ready("1002");
        _f.After(3).Answer(call);
        _f.Last.OfType<Effect.PlayPrompt>().Single().ShouldBe(new Effect.PlayPrompt(call, FloorHarness.Node, Prompt.AgentNumber, second));
        _f.After(2).Apply(new Input.PromptEnded(FloorHarness.Node, call, Prompt.AgentNumber));
        _f.Floor.Calls[call].Times.AnnouncementEndedAt.ShouldBe(announced);
    }

    [Fact]
    public void An_agent_who_comes_back_to_his_own_call_is_not_announced_again()
    {
        var (call, _) = Talking();
        _f.Apply(new Input.PromptEnded(FloorHarness.Node, call, Prompt.AgentNumber));
        _f.Apply(new Input.LegEnded(_f.Floor.Calls[call].AgentLeg!.Value, HangupCause.NormalClearing));
        _f.Answer(call);
        _f.Last.OfType<Effect.PlayPrompt>().ShouldBeEmpty();
    }

    [Fact]
    public void Each_time_of_a_call_is_kept_apart()
    {
        var (call, agent) = Talking();
        _f.After(2).Apply(new Input.PromptEnded(FloorHarness.Node, call, Prompt.AgentNumber));
        _f.After(60);
        _f.HangUp(agent).ShouldBeNull();
        var row = _f.Ledger(call);
        row.AgentAnsweredAt.ShouldBe(row.QueuedAt + TimeSpan.FromSeconds(3));
        row.AnnouncementEndedAt.ShouldBe(row.QueuedAt + TimeSpan.FromSeconds(5));
        row.EndedAt.ShouldBe(row.QueuedAt + TimeSpan.FromSeconds(65));
        row.EndedBy.ShouldBe(EndedBy.Agent);
        row.Rings.Single().Result.ShouldBe(RingResult.Answered);
    }

    [Fact]
    [Requirement("CALL-07", Shows = "after-call work does not end without the outcome")]
    public void A_call_is_not_wrapped_up_without_one_of_the_four_outcomes()
    {
        var (call, agent) = Talking();
        _f.CallerHangsUp("a");
        _f.Agent(agent).State.ShouldBe(AgentState.AfterCallWork);
        _f.WrapUp(agent, call).ShouldBe(Refusals.OutcomeMissing);
        _f.Apply(new Input.OutcomeRecorded(call, "directAnswer"));
        _f.WrapUp(agent, call).ShouldBeNull();
        _f.Agent(agent).State.ShouldBe(AgentState.Ready);
        _f.Floor.Calls.ShouldBeEmpty();
    }

    [Fact]
    public void A_break_asked_for_in_the_call_begins_after_its_wrap_up()
    {
        var (call, agent) = Talking();
        _f.Ask((r, a) => new Input.StateRequested(r, a, AgentState.Break, "rest"), agent).ShouldBeNull();
        _f.CallerHangsUp("a");
        _f.Apply(new Input.OutcomeRecorded(call, "ticket"));
        _f.WrapUp(agent, call).ShouldBeNull();
        _f.Agent(agent).State.ShouldBe(AgentState.Break);
    }

    [Fact]
    public void Without_after_call_work_next_call_rings_at_once()
    {
        var f = new FloorHarness(new RoutingSettings { AfterCallWork = false });
        var agent = f.Ready("1001");
        f.Answer(f.Call("a"));
        var next = f.Call("b");

        f.CallerHangsUp("a");

        f.RungFor(next).ShouldBe("1001");
        f.Agent(agent).State.ShouldBe(AgentState.Ringing);
        f.Floor.Calls.Keys.ShouldBe([next]);
    }

    [Fact]
    public void Wrap_up_can_be_extended_twice()
    {
        var (call, agent) = Talking();
        _f.CallerHangsUp("a");
        string? Extend() => _f.Ask((r, a) => new Input.WrapUpExtensionRequested(r, a, call), agent);
        Extend().ShouldBeNull();
        Extend().ShouldBeNull();
        Extend().ShouldBe(Refusals.NoExtensionsLeft);
        _f.Agent(agent).WrapUpUntil.ShouldBe(_f.Now + TimeSpan.FromSeconds(240));
    }

    [Fact]
    public void Hold_is_private_the_citizen_leaves_the_bridge()
    {
        var (_, agent) = Talking();
        _f.Hold(agent).ShouldBeNull();
        _f.Last.OfType<Effect.LeaveBridge>().Single().Leg.ShouldBe(FloorHarness.Leg("a"));
        _f.Last.OfType<Effect.StartMusic>().Count().ShouldBe(1);
        _f.Hold(agent).ShouldBe(Refusals.AlreadyHeld);
        _f.Retrieve(agent).ShouldBeNull();
        _f.Last.OfType<Effect.JoinBridge>().Single().Leg.ShouldBe(FloorHarness.Leg("a"));
        _f.Retrieve(agent).ShouldBe(Refusals.NotHeld);
    }

    [Fact]
    public void A_lost_leg_is_not_a_hang_up_the_same_agent_gets_the_call_back()
    {
        var (call, agent) = Talking();
        _f.Apply(new Input.PhoneRegistered(FloorHarness.Node, "a1001", false));
        _f.Apply(new Input.LegEnded(_f.Floor.Calls[call].AgentLeg!.Value, HangupCause.NormalClearing));
        _f.Last.OfType<Effect.PlayPrompt>().Single().Prompt.ShouldBe(Prompt.LineLost);
        _f.Apply(new Input.PromptEnded(FloorHarness.Node, call, Prompt.LineLost)).OfType<Effect.StartMusic>().ShouldNotBeEmpty();
        _f.After(5).Apply(new Input.PhoneRegistered(FloorHarness.Node, "a1001", true));
        _f.RungFor(call).ShouldBe(agent.Value);
        _f.Floor.Calls[call].Offer!.Resume.ShouldBeTrue();
        _f.Answer(call);
        _f.Floor.Calls[call].State.ShouldBe(CallState.Talking);
        _f.All.OfType<Effect.StartRecording>().Count().ShouldBe(1);
    }

    [Fact]
    public void A_caller_whose_agent_does_not_come_back_goes_to_the_front()
    {
        var (call, agent) = Talking();
        var other = _f.Call("b");
        _f.Apply(new Input.PhoneRegistered(FloorHarness.Node, "a1001", false));
        _f.Apply(new Input.LegEnded(_f.Floor.Calls[call].AgentLeg!.Value, HangupCause.NormalClearing));
        _f.After(20);
        _f.Floor.Waiting.First().Id.ShouldBe(call);
        _f.Ready("1002");
        _f.RungFor(call).ShouldBe("1002");
        _f.RungFor(other).ShouldBeNull();
        _f.Agent(agent).Call.ShouldBeNull();
    }

    [Fact]
    public void A_reloaded_page_gets_its_call_back()
    {
        var (call, agent) = Talking();
        var old = _f.Floor.Calls[call].AgentLeg!.Value;
        _f.Apply(new Input.PhonePageOpened(agent)).ShouldContain(new Effect.HangUp(call, old, HangupCause.NormalClearing));
        _f.Floor.Calls[call].State.ShouldBe(CallState.Lost);
        _f.Apply(new Input.PhoneRegistered(FloorHarness.Node, "a1001", true));
        _f.RungFor(call).ShouldBe("1001");
        _f.Answer(call);
        _f.Agent(agent).State.ShouldBe(AgentState.Talking);
    }

    [Fact]
    public void A_page_opened_while_it_rings_loses_neither_caller_nor_agent()
    {
        var agent = _f.Ready("1001");
        var call = _f.Call("a");
        _f.Apply(new Input.PhonePageOpened(agent));
        _f.RungFor(call).ShouldBeNull();
        _f.Apply(new Input.PhoneRegistered(FloorHarness.Node, "a1001", true));
        _f.RungFor(call).ShouldBe("1001");
    }

    [Fact]
    public void A_caller_who_hangs_up_while_the_agent_is_lost_leaves_him_his_after_call_work()
    {
        var (call, agent) = Talking();
        _f.Apply(new Input.PhonePageOpened(agent));
        _f.CallerHangsUp("a");
        _f.Agent(agent).State.ShouldBe(AgentState.AfterCallWork);
        _f.Ledger(call).Terminal.ShouldBe(TerminalState.Answered);
    }

    [Fact]
    public void Nobody_signs_out_of_a_call()
    {
        var (_, agent) = Talking();
        _f.Ask((r, a) => new Input.SignOutRequested(r, a), agent).ShouldBe(Refusals.InCall);
    }
}
