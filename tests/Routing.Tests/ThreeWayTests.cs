namespace Hotline.Routing.Tests;

/// <summary>The third party (XFER-02): joined, refused, left alone with the citizen.</summary>
public sealed class ThreeWayTests
{
    private readonly FloorHarness _f = new(new RoutingSettings { Greeting = false });
    private readonly AgentId _agent;
    private readonly CallId _call;

    public ThreeWayTests()
    {
        _agent = _f.Ready("1001");
        _call = _f.Call("a");
        _f.Answer(_call);
    }

    private void Join()
    {
        _f.ThreeWay(_agent).ShouldBeNull();
        _f.Apply(new Input.LegRang(_f.PartyLeg(_call)));
        _f.Apply(new Input.LegAnswered(_f.PartyLeg(_call)));
    }

    [Fact]
    public void The_third_party_is_dialled_with_the_citizens_number()
    {
        _f.ThreeWay(_agent).ShouldBeNull();
        var dial = _f.Last.OfType<Effect.DialParty>().Single();
        (dial.Trunk, dial.Target, dial.Caller).ShouldBe(("subcentre", "12366", "13800006021"));
        _f.ThreeWay(_agent).ShouldBe(Refusals.PartyPresent);
    }

    [Fact]
    public void When_the_agent_leaves_the_two_stay_connected()
    {
        Join();
        _f.Leave(_agent).ShouldBeNull();
        _f.Floor.Calls[_call].State.ShouldBe(CallState.HandedOver);
        _f.Last.OfType<Effect.HangUp>().Single().Leg.Channel.ShouldEndWith(".a1.1001");
        _f.Agent(_agent).State.ShouldBe(AgentState.AfterCallWork);
        _f.Last.OfType<Effect.CloseBridge>().ShouldBeEmpty();
    }

    [Fact]
    public void When_the_two_are_done_the_call_ends_once()
    {
        Join();
        _f.Leave(_agent);
        _f.Apply(new Input.LegEnded(_f.PartyLeg(_call), HangupCause.NormalClearing));
        _f.Ledger(_call).Terminal.ShouldBe(TerminalState.Answered);
        _f.Ledger(_call).EndedBy.ShouldBe(EndedBy.Party);
        _f.Ledger(_call).PartyTarget.ShouldBe("12366");
    }

    [Fact]
    public void Hanging_up_in_a_three_way_call_never_cuts_the_citizen_off()
    {
        Join();
        _f.HangUp(_agent).ShouldBeNull();
        _f.Floor.Calls[_call].State.ShouldBe(CallState.HandedOver);
    }

    [Fact]
    public void A_citizen_on_hold_is_brought_back_before_the_agent_leaves()
    {
        Join();
        _f.Hold(_agent);
        _f.Leave(_agent).ShouldBeNull();
        _f.Last.OfType<Effect.JoinBridge>().Single().Leg.ShouldBe(FloorHarness.Leg("a"));
    }

    [Theory]
    [InlineData(HangupCause.UserBusy, PartyFailureReason.Busy)]
    [InlineData(HangupCause.NoAnswer, PartyFailureReason.NoAnswer)]
    [InlineData(HangupCause.CallRejected, PartyFailureReason.Rejected)]
    [InlineData(38, PartyFailureReason.Failed)]
    public void A_third_party_that_cannot_be_had_leaves_the_citizen_with_the_agent(int cause, PartyFailureReason reason)
    {
        _f.ThreeWay(_agent);
        _f.Apply(new Input.LegEnded(_f.PartyLeg(_call), cause));
        _f.Floor.Calls[_call].State.ShouldBe(CallState.Talking);
        _f.Floor.Calls[_call].PartyFailure!.Reason.ShouldBe(reason);
        _f.ThreeWay(_agent).ShouldBeNull();
    }

    [Fact]
    public void A_silent_third_party_is_given_up()
    {
        _f.ThreeWay(_agent);
        var leg = _f.PartyLeg(_call);
        _f.After(30);
        _f.Floor.Calls[_call].PartyFailure!.Reason.ShouldBe(PartyFailureReason.NoAnswer);
        _f.All.ShouldContain(new Effect.HangUp(_call, leg, HangupCause.NoAnswer));
    }

    [Fact]
    public void The_citizen_hanging_up_in_the_middle_ends_all()
    {
        Join();
        _f.CallerHangsUp("a");
        _f.Last.OfType<Effect.HangUp>().Count().ShouldBe(2);
        _f.Agent(_agent).State.ShouldBe(AgentState.AfterCallWork);
    }

    [Fact]
    public void The_agents_lost_leg_leaves_the_two_talking_and_can_come_back()
    {
        Join();
        _f.Apply(new Input.PhonePageOpened(_agent));
        _f.All.OfType<Effect.PlayPrompt>().ShouldNotContain(p => p.Prompt == Prompt.LineLost);
        _f.Apply(new Input.PhoneRegistered(FloorHarness.Node, "a1001", true));
        _f.Answer(_call);
        _f.Floor.Calls[_call].State.ShouldBe(CallState.Talking);
        _f.Floor.Calls[_call].Party!.State.ShouldBe(PartyState.Joined);
    }

    [Fact]
    public void The_agents_leg_lost_for_good_hands_the_two_over()
    {
        Join();
        _f.Apply(new Input.PhonePageOpened(_agent));
        _f.After(20);
        _f.Floor.Calls[_call].State.ShouldBe(CallState.HandedOver);
        _f.Agent(_agent).State.ShouldBe(AgentState.AfterCallWork);
    }
}
