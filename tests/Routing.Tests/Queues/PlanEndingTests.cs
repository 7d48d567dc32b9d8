using Hotline.Routing;
using Hotline.Routing.Numbers;
using Hotline.Testkit;

namespace Hotline.Routing.Tests.Queues;

/// <summary>What becomes of a caller whom no step of his plan brought to an agent; and of one whom an agent gave back to the line.</summary>
public sealed class PlanEndingTests
{
    private readonly FloorHarness _f = new(new RoutingSettings { Greeting = false, AgentNumberAnnouncement = false });

    /// <summary>He waited for a minute, beside an agent who was ready and alone.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Who_gives_a_call_back_to_anybody_gets_it_again_where_nobody_else_is_signed_in(bool another)
    {
        var agent = _f.Ready("1001");
        if (another)
        {
            _f.SignIn("1002");
        }
        var call = _f.Call("a");
        _f.Answer(call);
        _f.Requeue(agent, "any").ShouldBeNull();
        if (_f.Agent(agent).State == AgentState.AfterCallWork)
        {
            _f.WrapUp(agent, call);
        }
        _f.RungFor(call).ShouldBeNull();
        _f.After(10);
        _f.RungFor(call).ShouldBe(another ? null : "1001");
    }

    [Fact]
    public void Who_waited_through_all_steps_hears_that_all_are_busy_and_the_line_ends()
    {
        var call = _f.Call("a", "12355");
        _f.After(19.9).Floor.Calls[call].State.ShouldBe(CallState.Waiting); // nobody has law: the first step is passed over
        _f.After(0.2);
        _f.Floor.Calls[call].State.ShouldBe(CallState.Refused);
        _f.All.OfType<Effect.PlayPrompt>().Last().Prompt.ShouldBe(Prompt.AllBusy);
        _f.Ready("1001");
        _f.Apply(new Input.PromptEnded(FloorHarness.Node, call, Prompt.AllBusy));
        _f.Ledger(call).Terminal.ShouldBe(TerminalState.Refused);
    }

    [Fact]
    public void A_phone_that_rings_when_the_plan_ends_is_not_taken_back()
    {
        var agent = _f.SignIn("1001");
        var call = _f.Call("a", "12355");
        _f.After(15);
        _f.Ask((r, a) => new Input.StateRequested(r, a, AgentState.Ready, null), agent).ShouldBeNull();
        _f.After(10).RungFor(call).ShouldBe("1001");
        _f.After(11).Floor.Calls[call].State.ShouldBe(CallState.Refused); // she did not answer
    }

    [Fact]
    public void A_plan_may_end_with_a_sub_centre_that_sees_the_citizens_number()
    {
        var call = _f.Call("a", "12356");
        _f.After(20.1);
        var dialled = _f.Last.OfType<Effect.DialParty>().ShouldHaveSingleItem();
        (dialled.Target, dialled.Trunk, dialled.Caller).ShouldBe(("12366", "subcentre", "13800006021"));
        _f.Floor.Waiting.ShouldBeEmpty();
        _f.Apply(new Input.LegAnswered(_f.PartyLeg(call)));
        _f.Floor.Calls[call].State.ShouldBe(CallState.HandedOver);
        _f.Last.OfType<Effect.StopMusic>().ShouldHaveSingleItem();
        _f.CallerHangsUp("a");
        (_f.Ledger(call).Terminal, _f.Ledger(call).PartyTarget, _f.Ledger(call).AgentAnsweredAt)
            .ShouldBe((TerminalState.AnsweredByParty, "12366", null));
    }

    [Theory]
    [InlineData(HangupCause.UserBusy)]
    [InlineData(HangupCause.NoAnswer)]
    public void A_sub_centre_that_cannot_be_had_loses_nobody_his_place(int cause)
    {
        var call = _f.Call("a", "12356");
        _f.After(20.1);
        var younger = _f.Call("b");
        _f.Apply(new Input.LegEnded(_f.PartyLeg(call), cause));
        _f.Floor.Waiting.Select(c => c.Id).ShouldBe([call, younger]);
        _f.After(600).Floor.Waiting.Select(c => c.Id).ShouldBe([call, younger]); // it is not tried again
        _f.Ready("1001");
        _f.RungFor(call).ShouldBe("1001");
    }

    [Fact]
    public void A_sub_centre_that_rings_on_is_given_up_in_time()
    {
        var call = _f.Call("a", "12356");
        _f.After(20.1 + 30);
        _f.Floor.Waiting.Single().Id.ShouldBe(call);
    }

    [Fact]
    public void A_caller_who_gives_up_meanwhile_ends_the_ring_at_the_sub_centre()
    {
        var call = _f.Call("a", "12356");
        _f.After(20.1);
        var leg = _f.PartyLeg(call);
        _f.CallerHangsUp("a");
        _f.Last.OfType<Effect.HangUp>().ShouldContain(h => h.Leg == leg);
        _f.Ledger(call).Terminal.ShouldBe(TerminalState.Abandoned);
    }

    [Fact]
    public void A_plan_may_end_with_an_offer_to_be_called_back_and_one_key_takes_it()
    {
        var call = OfferedCallBack();
        _f.Apply(new Input.KeyPressed(FloorHarness.Leg("a"), "1"));
        Prompts(_f.Last).ShouldBe([Prompt.CallBackTaken]);
        _f.Floor.Waiting.ShouldBeEmpty();
        _f.Ready("1001");
        _f.RungFor(call).ShouldBeNull();
        _f.Apply(new Input.PromptEnded(FloorHarness.Node, call, Prompt.CallBackTaken));
        _f.Last.OfType<Effect.HangUp>().ShouldHaveSingleItem().Leg.ShouldBe(FloorHarness.Leg("a"));
        (_f.Ledger(call).Terminal, _f.Ledger(call).EndedBy).ShouldBe((TerminalState.CallBack, EndedBy.System));
    }

    [Fact]
    public void Who_hangs_up_on_hearing_that_he_is_noted_is_noted()
    {
        var call = OfferedCallBack();
        _f.Apply(new Input.KeyPressed(FloorHarness.Leg("a"), "1"));
        _f.CallerHangsUp("a");
        _f.Ledger(call).Terminal.ShouldBe(TerminalState.CallBack);
    }

    [Fact]
    public void Who_presses_nothing_keeps_his_place_and_is_asked_again_a_minute_later()
    {
        var call = OfferedCallBack();
        var younger = _f.Call("b");
        _f.Apply(new Input.PromptEnded(FloorHarness.Node, call, Prompt.CallBackOffer));
        _f.Floor.Waiting.Select(c => c.Id).ShouldBe([call, younger]);
        var asked = Prompts(_f.All).Count(p => p == Prompt.CallBackOffer);
        _f.After(59);
        _f.Apply(new Input.PromptEnded(FloorHarness.Node, call, Prompt.Place));
        Prompts(_f.All).Count(p => p == Prompt.CallBackOffer).ShouldBe(asked);
        _f.After(2);
        Prompts(_f.All).Count(p => p == Prompt.CallBackOffer).ShouldBe(asked + 1);
        _f.Ready("1001");
        _f.RungFor(call).ShouldBe("1001");
    }

    [Fact]
    public void A_key_means_nothing_before_the_offer_another_key_never_and_none_while_a_phone_rings_for_him()
    {
        var call = _f.Call("a", "12357");
        _f.Apply(new Input.KeyPressed(FloorHarness.Leg("a"), "1"));
        _f.After(20.1);
        _f.Apply(new Input.KeyPressed(FloorHarness.Leg("a"), "2"));
        _f.Apply(new Input.KeyPressed(FloorHarness.Leg("nobody"), "1"));
        _f.Floor.Waiting.Single().Id.ShouldBe(call);
        _f.Ready("1001");
        _f.Apply(new Input.KeyPressed(FloorHarness.Leg("a"), "1"));
        _f.RungFor(call).ShouldBe("1001");
        _f.Answer(call);
        _f.Apply(new Input.KeyPressed(FloorHarness.Leg("a"), "1"));
        _f.Floor.Calls[call].State.ShouldBe(CallState.Talking);
    }

    /// <summary>His row says that he was answered, and no list would have him.</summary>
    [Fact]
    public void Who_had_an_agent_since_he_was_asked_is_promised_nothing()
    {
        var call = OfferedCallBack();
        var agent = _f.Ready("1001");
        _f.Answer(call);
        _f.Requeue(agent, "law 60s; any").ShouldBeNull();
        _f.Apply(new Input.KeyPressed(FloorHarness.Leg("a"), "1"));
        Prompts(_f.Last).ShouldBeEmpty();
        _f.Floor.Waiting.Single().Id.ShouldBe(call);
    }

    [Fact]
    public void A_withheld_number_is_not_promised_a_call()
    {
        var call = _f.Call("a", "12357", caller: "");
        _f.After(300);
        Prompts(_f.All).ShouldNotContain(Prompt.CallBackOffer);
        _f.Floor.Waiting.Single().Id.ShouldBe(call);
    }

    private CallId OfferedCallBack()
    {
        var call = _f.Call("a", "12357");
        _f.After(20.1);
        Prompts(_f.Last).ShouldBe([Prompt.CallBackOffer]);
        _f.Floor.Waiting.Single().Id.ShouldBe(call);
        return call;
    }

    private static IEnumerable<Prompt> Prompts(IEnumerable<Effect> effects) => effects.OfType<Effect.PlayPrompt>().Select(p => p.Prompt);

    [Fact]
    public void An_agent_gives_a_call_back_to_the_line_for_others_and_its_place_in_time_stays()
    {
        var general = _f.Ready("1001");
        var call = _f.Call("a");
        _f.Answer(call);
        var queued = _f.Floor.Calls[call].Times.QueuedAt;
        var expert = _f.SignIn("1002", new AgentSkill(FloorHarness.Law, 5));
        _f.After(30);
        _f.Requeue(general, "law 60s; any").ShouldBeNull();
        _f.Last.OfType<Effect.HangUp>().ShouldHaveSingleItem();
        (_f.Floor.Waiting.Single().Id, _f.Floor.Calls[call].Times.QueuedAt).ShouldBe((call, queued));
        _f.Agent(general).State.ShouldBe(AgentState.Ready);
        _f.Ask((r, a) => new Input.StateRequested(r, a, AgentState.Ready, null), expert).ShouldBeNull();
        _f.RungFor(call).ShouldBe("1002");
        _f.Answer(call);
        _f.Last.OfType<Effect.OpenTicket>().Single().Ticket.ShouldBe(new TicketId("ta")); // the draft goes on with the call
        _f.CallerHangsUp("a");
        (_f.Ledger(call).Agent, _f.Ledger(call).Terminal).ShouldBe((expert, TerminalState.Answered));
        _f.Agent(expert).State.ShouldBe(AgentState.AfterCallWork);
        _f.Agent(general).State.ShouldBe(AgentState.Ready);
    }

    [Fact]
    public void Who_gave_a_call_back_is_not_rung_for_it_at_once_though_nobody_else_is_there()
    {
        var agent = _f.Ready("1001");
        var call = _f.Call("a");
        _f.Answer(call);
        _f.Requeue(agent, "law 60s; any").ShouldBeNull();
        _f.RungFor(call).ShouldBeNull();
        _f.After(9).RungFor(call).ShouldBeNull();
        _f.After(2).RungFor(call).ShouldBe("1001");
    }

    [Fact]
    public void A_held_caller_comes_back_into_his_bridge_when_he_is_given_back()
    {
        var agent = _f.Ready("1001");
        var call = _f.Call("a");
        _f.Answer(call);
        _f.Hold(agent);
        _f.Requeue(agent, "any").ShouldBeNull();
        _f.Last.ShouldContain(new Effect.JoinBridge(call, FloorHarness.Leg("a")));
        _f.Floor.Calls[call].HeldSince.ShouldBeNull();
    }

    [Fact]
    public void With_a_third_party_in_the_call_nothing_is_given_back()
    {
        var agent = _f.Ready("1001");
        var call = _f.Call("a");
        _f.Answer(call);
        _f.ThreeWay(agent).ShouldBeNull();
        _f.Requeue(agent, "any").ShouldBe(Refusals.PartyPresent);
    }

    [Theory]
    [InlineData("law 20s; any 60s; announcement", null)]
    [InlineData("law 20s; any 60s; to 12366", null)]
    [InlineData("law 20s; any 60s; call-back", null)]
    [InlineData("weights -30 1.5 0; law and law>=2 20s best-level +1; not law 5s least-occupied; any previous-handler", null)]
    [InlineData("law 20s; any 60s; call-back 5", "write announcement, call-back")]
    [InlineData("law 20s; any; announcement", "needs a time")]
    [InlineData("any 60s; to 110", "a sub-centre with a trunk")]
    [InlineData("any 60s; to", "a sub-centre with a trunk")]
    [InlineData("announcement", "skill")]
    public void A_plan_is_written_as_it_was_read(string text, string? flaw)
    {
        var centres = new Dictionary<string, PlanEnding> { ["12366"] = new("12366", "税务分中心", "subcentre") };
        var (plan, wrong) = RoutingPlanText.Parse(text, new HashSet<string> { "law" }, centres.GetValueOrDefault);
        if (flaw is null)
        {
            plan!.ToString().ShouldBe(text);
        }
        else
        {
            wrong.ShouldNotBeNull().ShouldContain(flaw);
        }
    }
}
