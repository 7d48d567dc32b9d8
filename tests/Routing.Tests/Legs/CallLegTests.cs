namespace Hotline.Routing.Tests.Legs;

/// <summary>Every leg of a call stands in its record: who, since when, answered when, and why it ended.</summary>
public sealed class CallLegTests
{
    private readonly FloorHarness _f = new(new RoutingSettings { Greeting = false });

    [Fact]
    public void All_who_were_rung_or_talked_stand_in_the_record()
    {
        var silent = _f.Ready("1001");
        var call = _f.Call("a");
        var agent = _f.Ready("1002");
        _f.After(30); // the first does not answer
        _f.Answer(call);
        _f.ThreeWay(agent);
        var party = _f.PartyLeg(call);
        _f.Apply(new Input.LegRang(party));
        _f.After(4);
        _f.Apply(new Input.LegAnswered(party));
        _f.Leave(agent);
        _f.After(60);
        _f.CallerHangsUp("a");

        var legs = _f.Ledger(call).Legs;
        legs.Select(l => (l.Role, l.Agent, l.Number, l.AnsweredAt is not null, l.Cause)).ShouldBe(
        [
            (LegRole.Citizen, null, "13800006021", true, HangupCause.NormalClearing),
            (LegRole.Agent, silent, "a1001", false, HangupCause.NoAnswer),
            (LegRole.Agent, agent, "a1002", true, HangupCause.NormalClearing),
            (LegRole.Party, null, "12366", true, HangupCause.NormalClearing),
        ]);
        legs.ShouldAllBe(l => l.EndedAt != null);
        (legs[3].AnsweredAt - legs[3].RangAt).ShouldBe(TimeSpan.FromSeconds(4));
        (legs[3].EndedAt - legs[2].EndedAt).ShouldBe(TimeSpan.FromSeconds(60));
    }

    [Fact]
    public void Two_agents_and_two_parties_of_one_call_all_stand_there()
    {
        var first = _f.Ready("1001");
        var call = _f.Call("a");
        _f.Answer(call);
        _f.ThreeWay(first);
        _f.Apply(new Input.LegEnded(_f.PartyLeg(call), HangupCause.UserBusy));
        _f.ThreeWay(first);
        _f.Apply(new Input.LegAnswered(_f.PartyLeg(call)));
        _f.Ask((r, a) => new Input.DropPartyRequested(r, a), first).ShouldBeNull();
        var second = _f.Ready("1002");
        _f.Requeue(first, "any").ShouldBeNull();
        _f.Answer(call);
        var legs = _f.Floor.Calls[call].Legs;
        legs.Where(l => l.Role == LegRole.Party).Select(l => (l.Cause, l.AnsweredAt is not null))
            .ShouldBe([(HangupCause.UserBusy, false), (HangupCause.NormalClearing, true)]);
        legs.Where(l => l.Role == LegRole.Agent).Select(l => l.Agent).ShouldBe([first, second]);
        legs.Where(l => l.EndedAt is null).Select(l => l.Role).ShouldBe([LegRole.Citizen, LegRole.Agent]);
    }

    [Fact]
    public void A_party_that_cannot_be_brought_to_the_citizen_whom_it_alone_has_ends_the_call()
    {
        var agent = _f.Ready("1001");
        var call = _f.Call("a");
        _f.Answer(call);
        _f.ThreeWay(agent);
        var party = _f.PartyLeg(call);
        _f.Apply(new Input.LegAnswered(party));
        _f.Leave(agent);
        _f.Apply(new Input.CommandFailed(FloorHarness.Node, call, party, FailedCommand.JoinBridge, "409 Channel not in Stasis"));
        _f.Last.OfType<Effect.HangUp>().Select(h => h.Leg).ShouldBe([party, FloorHarness.Leg("a")]);
        _f.Ledger(call).EndedBy.ShouldBe(EndedBy.System);
    }
}
