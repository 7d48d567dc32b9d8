using Hotline.Testkit;

namespace Hotline.Routing.Tests;

/// <summary>Who is rung, for how long, and what follows from silence and refusal.</summary>
public sealed class OfferTests
{
    private readonly FloorHarness _f = new();

    [Fact]
    public void The_longest_idle_agent_is_rung()
    {
        var first = _f.Ready("1001");
        _f.After(5).Ready("1002");
        var call = _f.Call("a");
        _f.RungFor(call).ShouldBe(first.Value);
    }

    [Fact]
    public void The_longest_waiting_call_is_served_first()
    {
        var a = _f.Call("a");
        _f.After(1);
        var b = _f.Call("b");
        _f.Ready("1001");
        _f.RungFor(a).ShouldBe("1001");
        _f.RungFor(b).ShouldBeNull();
    }

    [Fact]
    public void A_silent_agent_is_set_aside_and_the_next_is_rung()
    {
        var silent = _f.Ready("1001");
        _f.After(1).Ready("1002");
        var call = _f.Call("a");
        _f.After(20);
        _f.RungFor(call).ShouldBe("1002");
        _f.Agent(silent).State.ShouldBe(AgentState.NotReady);
        _f.Agent(silent).Reason.ShouldBe(SetAside.Missed);
        _f.All.OfType<Effect.HangUp>().ShouldContain(h => h.Leg.Channel.EndsWith(".a1.1001"));
        _f.Ledger(call).Rings.Single().Result.ShouldBe(RingResult.Missed);
    }

    [Fact]
    public void A_refused_offer_goes_on_at_once()
    {
        _f.Ready("1001");
        _f.After(1).Ready("1002");
        var call = _f.Call("a");
        _f.Apply(new Input.LegEnded(_f.Floor.Calls[call].Offer!.Leg, HangupCause.CallRejected));
        _f.RungFor(call).ShouldBe("1002");
    }

    [Fact]
    public void The_same_agent_is_not_rung_again_within_the_set_time()
    {
        var agent = _f.Ready("1001");
        var call = _f.Call("a");
        _f.After(20);
        _f.Ask((r, a) => new Input.StateRequested(r, a, AgentState.Ready, null), agent).ShouldBeNull();
        _f.RungFor(call).ShouldBeNull();
        _f.After(59);
        _f.RungFor(call).ShouldBeNull();
        _f.After(1);
        _f.RungFor(call).ShouldBe("1001");
    }

    [Fact]
    public void A_missed_caller_keeps_his_place_in_time()
    {
        _f.Ready("1001");
        var a = _f.Call("a");
        _f.After(3);
        var b = _f.Call("b");
        _f.After(17);
        _f.Ready("1002");
        _f.RungFor(a).ShouldBe("1002");
        _f.RungFor(b).ShouldBeNull();
    }

    [Fact]
    public void A_phone_that_cannot_be_rung_does_not_hold_up_the_caller()
    {
        var broken = _f.Ready("1001");
        _f.After(1).Ready("1002");
        var call = _f.Call("a");
        _f.Apply(new Input.CommandFailed(FloorHarness.Node, call, _f.Floor.Calls[call].Offer!.Leg, FailedCommand.RingAgent, "500 Allocation failed"));
        _f.RungFor(call).ShouldBe("1002");
        _f.Agent(broken).Reason.ShouldBe(SetAside.PhoneFailed);
    }

    [Fact]
    public void A_caller_who_gives_up_while_it_rings_does_not_cost_the_agent_his_place()
    {
        var agent = _f.Ready("1001");
        _f.After(5).Ready("1002");
        var gone = _f.Call("a");
        _f.CallerHangsUp("a");
        _f.Agent(agent).State.ShouldBe(AgentState.Ready);
        _f.Ledger(gone).Terminal.ShouldBe(TerminalState.Abandoned);
        _f.RungFor(_f.Call("b")).ShouldBe("1001");
    }

    [Fact]
    public void An_agent_who_asked_for_a_break_while_it_rang_gets_it_when_the_caller_gives_up()
    {
        var agent = _f.Ready("1001");
        _f.Call("a");
        _f.Ask((r, a) => new Input.StateRequested(r, a, AgentState.Break, "meal"), agent).ShouldBeNull();
        _f.CallerHangsUp("a");
        _f.Agent(agent).State.ShouldBe(AgentState.Break);
        _f.Agent(agent).Reason.ShouldBe("meal");
    }

    [Fact]
    [Requirement("ROUTE-06", Shows = "experts alone are asked first, and others too when their time is over")]
    public void A_call_to_12348_asks_the_law_experts_first_and_everybody_after_20_s()
    {
        _f.Ready("1001");
        var expert = _f.SignIn("1010", FloorHarness.Law);
        var call = _f.Call("a", "12348");
        _f.RungFor(call).ShouldBeNull();
        _f.After(20);
        _f.RungFor(call).ShouldBe("1001");
        _f.Agent(expert).State.ShouldBe(AgentState.NotReady);
    }

    [Fact]
    public void A_step_for_which_nobody_is_signed_in_is_skipped_at_once()
    {
        _f.Ready("1001");
        _f.RungFor(_f.Call("a", "12348")).ShouldBe("1001");
    }

    [Fact]
    public void An_answer_in_the_moment_of_giving_up_is_hung_up()
    {
        _f.Ready("1001");
        var call = _f.Call("a");
        var late = _f.Floor.Calls[call].Offer!.Leg;
        _f.After(20);
        _f.Apply(new Input.LegAnswered(late)).ShouldContain(new Effect.RemoveOrphan(late));
    }

    [Fact]
    public void An_agent_without_a_registered_phone_cannot_be_ready()
    {
        var agent = _f.SignIn("1001");
        _f.Apply(new Input.PhoneRegistered(FloorHarness.Node, "a1001", false));
        _f.Ask((r, a) => new Input.StateRequested(r, a, AgentState.Ready, null), agent).ShouldBe(Refusals.PhoneUnregistered);
    }

    [Fact]
    public void A_lost_phone_sets_its_agent_aside_and_its_return_sets_him_back()
    {
        var agent = _f.Ready("1001");
        _f.Apply(new Input.PhoneRegistered(FloorHarness.Node, "a1001", false));
        _f.Agent(agent).Reason.ShouldBe(SetAside.PhoneLost);
        _f.RungFor(_f.Call("a")).ShouldBeNull();
        _f.Apply(new Input.PhoneRegistered(FloorHarness.Node, "a1001", true));
        _f.Agent(agent).State.ShouldBe(AgentState.Ringing);
    }

    [Fact]
    public void The_floor_refuses_more_than_it_can_hold_with_a_busy_announcement()
    {
        var f = new FloorHarness(new RoutingSettings { WaitingCallsMax = 1 });
        f.Call("a");
        var refused = f.Call("b");
        f.All.OfType<Effect.PlayPrompt>().Last().Prompt.ShouldBe(Prompt.AllBusy);
        f.Apply(new Input.PromptEnded(FloorHarness.Node, refused, Prompt.AllBusy));
        f.Ledger(refused).Terminal.ShouldBe(TerminalState.Refused);
    }

    [Fact]
    public void A_new_phone_makes_nobody_ready_before_it_is_found()
    {
        var agent = _f.Ready("1001");
        _f.Apply(new Input.AgentSignedIn(agent, "座席1001", [], new PhoneAddress(FloorHarness.Node, "b1001")));
        (_f.Agent(agent).State, _f.Agent(agent).Reason).ShouldBe((AgentState.NotReady, SetAside.PhoneLost));
        var call = _f.Call("a");
        _f.RungFor(call).ShouldBeNull();
        _f.Apply(new Input.PhoneRegistered(FloorHarness.Node, "b1001", true));
        _f.RungFor(call).ShouldBe("1001");
        _f.Last.OfType<Effect.RingAgent>().Single().Phone.Endpoint.ShouldBe("b1001");
    }
}
