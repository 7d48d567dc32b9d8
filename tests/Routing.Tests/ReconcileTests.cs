namespace Hotline.Routing.Tests;

/// <summary>After every (re)connect the truth is Asterisk's.</summary>
public sealed class ReconcileTests
{
    private readonly FloorHarness _f = new(new RoutingSettings { Greeting = false });

    private FoundLeg Citizen(string name, CallMark? mark = null, bool inBridge = true, double age = 10) => new()
    {
        Leg = FloorHarness.Leg(name),
        Role = FoundRole.Citizen,
        Up = true,
        InBridge = inBridge,
        Mark = mark,
        Trunk = "carrier",
        Dialled = "12345",
        Caller = "13800006021",
        CreatedAt = _f.Now - TimeSpan.FromSeconds(age),
        NewCall = new CallId("cnew" + name),
        NewTicket = new TicketId("tnew" + name),
    };

    private FoundLeg AgentLeg(LegId leg, CallId call, AgentId agent, bool up = true) =>
        new() { Leg = leg, Role = FoundRole.Agent, Call = call, Agent = agent, Up = up, InBridge = up, CreatedAt = _f.Now };

    private void Reconnect(params FoundLeg[] legs)
    {
        _f.Apply(new Input.NodeLost(FloorHarness.Node));
        _f.After(3)
            .Apply(
                new Input.NodeSnapshot(FloorHarness.Node, DateTimeOffset.MinValue, legs, [.. _f.Floor.Agents.Values.Select(a => a.Phone.Endpoint)]));
    }

    [Fact]
    public void A_hang_up_that_was_missed_is_found()
    {
        var agent = _f.Ready("1001");
        var call = _f.Call("a");
        _f.Answer(call);
        Reconnect();
        _f.Ledger(call).EndedBy.ShouldBe(EndedBy.Caller);
        _f.Agent(agent).State.ShouldBe(AgentState.AfterCallWork);
    }

    [Fact]
    public void Calls_of_an_asterisk_that_restarted_failed_nobody_hung_up()
    {
        var call = _f.Call("a");
        _f.Apply(new Input.NodeLost(FloorHarness.Node));
        _f.After(3).Apply(new Input.NodeSnapshot(FloorHarness.Node, _f.Now - TimeSpan.FromSeconds(1), [], []));
        _f.Ledger(call).Terminal.ShouldBe(TerminalState.Failed);
        _f.Ledger(call).EndedBy.ShouldBe(EndedBy.System);
    }

    [Fact]
    public void An_answer_that_was_missed_is_found()
    {
        var agent = _f.Ready("1001");
        var call = _f.Call("a");
        Reconnect(Citizen("a"), AgentLeg(_f.Floor.Calls[call].Offer!.Leg, call, agent));
        _f.Floor.Calls[call].State.ShouldBe(CallState.Talking);
        _f.Agent(agent).State.ShouldBe(AgentState.Talking);
    }

    [Fact]
    public void An_agents_leg_that_vanished_is_a_lost_leg()
    {
        _f.Ready("1001");
        var call = _f.Call("a");
        _f.Answer(call);
        Reconnect(Citizen("a"));
        _f.Floor.Calls[call].State.ShouldBe(CallState.Lost);
        _f.RungFor(call).ShouldBe("1001");
    }

    [Fact]
    public void Waiting_calls_of_an_earlier_life_keep_their_order()
    {
        CallMark Mark(string name, double age) => new(FloorHarness.Leg(name).Channel, new CallId("c" + name), FloorHarness.Kaifeng,
            _f.Now - TimeSpan.FromSeconds(age), CallStep.Queued, new TicketId("t" + name), 1, "12348");
        Reconnect(Citizen("young", Mark("young", 5)), Citizen("old", Mark("old", 50)), Citizen("unmarked", age: 20));
        _f.Floor.Waiting.Select(c => c.Id.Value).ShouldBe(["cold", "cnewunmarked", "cyoung"]);
        _f.Floor.Calls[new CallId("cold")].Dialled.ShouldBe("12348");
        _f.Floor.Calls[new CallId("cold")].Ticket.ShouldBe(new TicketId("told"));
    }

    /// <summary>
    /// The server was killed before it wrote his mark, and the fallback queue had him meanwhile: only the journal knows him, by his leg.
    /// </summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_caller_without_a_mark_who_comes_back_from_the_fallback_queue_is_the_call_of_the_journal(int lists)
    {
        var call = _f.Call("a", "12348");
        var queued = _f.Floor.Calls[call].Times.QueuedAt;
        _f.After(5);
        _f.Crash(0);
        for (var list = 0; list < lists; list++)
        {
            Reconnect(); // the connection may break again before he is fetched
        }
        _f.Ledger(call).Terminal.ShouldBe(TerminalState.Abandoned);

        _f.After(1);
        _f.Apply(new Input.CallArrived(
            new CallId("cnew"), new TicketId("tnew"), FloorHarness.Leg("a"), "carrier", "12348", "13800006021", "a@carrier", queued,
            queued.AddSeconds(-1)));

        var back = _f.Floor.Calls.Values.ShouldHaveSingleItem();
        (back.Id, back.Ticket, back.Times.QueuedAt).ShouldBe((call, new TicketId("ta"), queued));
        _f.Ledger(call).Terminal.ShouldBeNull("it is one row, and it is open again");
        _f.All.OfType<Effect.WriteLedger>().Select(w => w.Record.Call).Distinct().ShouldBe([call]);
    }

    [Fact]
    public void A_talk_of_an_earlier_life_is_under_control_again()
    {
        var call = new CallId("ca");
        var agent = new AgentId("1001");
        var mark = new CallMark(FloorHarness.Leg("a").Channel, call, FloorHarness.Kaifeng, _f.Now, CallStep.Talking, new TicketId("ta"), 1, "12345");
        Reconnect(Citizen("a", mark), AgentLeg(new LegId(FloorHarness.Node, "ca.a1.1001"), call, agent));
        _f.Floor.Calls[call].State.ShouldBe(CallState.Talking);
        _f.SignIn("1001");
        _f.Agent(agent).State.ShouldBe(AgentState.Talking);
        _f.HangUp(agent).ShouldBeNull();
        _f.Ledger(call).Terminal.ShouldBe(TerminalState.Answered);
    }

    [Theory]
    [InlineData(AgentState.Ready, null, AgentState.Ready)]
    [InlineData(AgentState.Break, "rest", AgentState.Break)]
    [InlineData(null, null, AgentState.NotReady)]
    public void An_agent_whom_the_floor_forgot_is_what_his_page_last_showed_once_his_phone_is_found(AgentState? was, string? reason,
        AgentState expected)
    {
        var agent = new AgentId("1001");
        _f.Apply(new Input.AgentSignedIn(agent, "李雯", [], new PhoneAddress(FloorHarness.Node, "a1001"), was, reason));
        var call = _f.Call("a");
        _f.RungFor(call).ShouldBeNull(); // not before his phone is there
        _f.Apply(new Input.PhoneRegistered(FloorHarness.Node, "a1001", true));
        _f.Agent(agent).State.ShouldBe(expected == AgentState.Ready ? AgentState.Ringing : expected);
        _f.Agent(agent).Reason.ShouldBe(expected switch { AgentState.Ready => null, AgentState.Break => "rest", _ => SetAside.SignedIn });
    }

    [Fact]
    public void What_a_page_showed_is_of_no_account_for_an_agent_whom_the_floor_knows()
    {
        var agent = _f.SignIn("1001");
        _f.Apply(new Input.AgentSignedIn(agent, "李雯", [], _f.Agent(agent).Phone, AgentState.Ready));
        _f.Agent(agent).State.ShouldBe(AgentState.NotReady);
    }

    [Fact]
    public void A_leg_that_is_gone_without_a_word_counts_as_ended()
    {
        var agent = _f.Ready("1001");
        var call = _f.Call("a");
        _f.Answer(call);
        _f.Apply(new Input.TruthDiffered(FloorHarness.Node, [FloorHarness.Leg("a")], [], []));
        _f.Ledger(call).EndedBy.ShouldBe(EndedBy.Caller);
        _f.Agent(agent).State.ShouldBe(AgentState.AfterCallWork);
    }

    [Fact]
    public void A_citizen_whose_arrival_was_lost_is_taken_up_and_a_leg_of_no_call_removed()
    {
        var orphan = new LegId(FloorHarness.Node, "cgone.a1.1001");
        _f.Apply(new Input.TruthDiffered(
            FloorHarness.Node, [], [Citizen("a"), AgentLeg(orphan, new CallId("cgone"), new AgentId("1001"))], []));
        _f.Floor.Waiting.Select(c => c.Id.Value).ShouldBe(["cnewa"]);
        _f.All.ShouldContain(new Effect.RemoveOrphan(orphan));
    }

    [Fact]
    public void A_phone_that_went_without_a_word_sets_its_agent_aside()
    {
        var agent = _f.Ready("1001");
        _f.Apply(new Input.TruthDiffered(FloorHarness.Node, [], [], [new PhoneFound("a1001", false)]));
        (_f.Agent(agent).State, _f.Agent(agent).Reason).ShouldBe((AgentState.NotReady, SetAside.PhoneLost));
        _f.RungFor(_f.Call("a")).ShouldBeNull();
    }

    [Fact]
    public void A_caller_who_had_an_agent_goes_to_the_front()
    {
        var mark = new CallMark(FloorHarness.Leg("cut").Channel, new CallId("ccut"), FloorHarness.Kaifeng, _f.Now, CallStep.Talking,
            new TicketId("t"), 1, "12345");
        Reconnect(Citizen("long", age: 100), Citizen("cut", mark));
        _f.Floor.Waiting.First().Id.Value.ShouldBe("ccut");
    }

    [Fact]
    public void Legs_that_belong_to_no_call_are_removed()
    {
        var orphan = new LegId(FloorHarness.Node, "cgone.a1.1001");
        Reconnect(AgentLeg(orphan, new CallId("cgone"), new AgentId("1001")));
        _f.All.ShouldContain(new Effect.RemoveOrphan(orphan));
    }

    [Fact]
    public void A_mark_copied_onto_another_channel_is_ignored()
    {
        var mark = new CallMark("other", new CallId("cx"), FloorHarness.Kaifeng, _f.Now, CallStep.Queued, new TicketId("t"), 1, "12345");
        CallMark.Decode(mark.Encode(), "mine").ShouldBeNull();
        CallMark.Decode(mark.Encode(), "other")
            .ShouldBe(mark with { QueuedAt = DateTimeOffset.FromUnixTimeMilliseconds(_f.Now.ToUnixTimeMilliseconds()) });
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("1|ch|c1|410200|x|queued|t|1|12345")]
    [InlineData("2|ch|c1|410200|1|queued|t|1|12345")]
    [InlineData("1|ch|c1|410200|99999999999999999|queued|t|1|12345")]
    [InlineData("1|ch|c1|410200|1|dancing|t|1|12345")]
    [InlineData("1|ch|c1|410200|1|queued|t|1")]
    public void A_torn_or_foreign_mark_is_no_mark(string? text) => CallMark.Decode(text, "ch").ShouldBeNull();

    [Fact]
    public void Nothing_is_offered_while_the_node_is_away()
    {
        _f.Ready("1001");
        _f.Apply(new Input.NodeLost(FloorHarness.Node));
        _f.Apply(new Input.CallArrived(new CallId("cb"), new TicketId("tb"), new LegId(new NodeId("n2"), "x"), "carrier", "12345", "", "", _f.Now));
        _f.RungFor(new CallId("cb")).ShouldBeNull(); // another node's caller cannot be bridged here
    }
}
