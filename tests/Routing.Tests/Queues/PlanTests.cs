using Hotline.Routing;
using Hotline.Testkit;

namespace Hotline.Routing.Tests.Queues;

/// <summary>Plans with levels, orders of choice, priority and weights, as transcripts of a floor.</summary>
public sealed class PlanTests
{
    private static readonly AgentSkill Expert = new(FloorHarness.Law, 5), Beginner = new(FloorHarness.Law, 1), Skilled = new(FloorHarness.Law, 2);
    private static readonly SkillId Fund = new("fund");
    private readonly FloorHarness _f = new(new RoutingSettings { AfterCallWork = false });

    [Fact]
    [Requirement("ROUTE-06", Shows = "experts alone are asked first, and others too when their time is over")]
    public void Law_is_asked_of_experts_then_of_the_skilled_then_of_anybody()
    {
        _f.Ready("1003");
        _f.After(1).Ready("1002", Skilled);
        var expert = _f.After(1).SignIn("1001", Expert); // signed in, but busy
        var call = _f.Call("a", "12349");
        _f.RungFor(call).ShouldBeNull();
        _f.After(19);
        _f.RungFor(call).ShouldBeNull();
        _f.After(1);
        _f.RungFor(call).ShouldBe("1002");
        _f.After(20);
        _f.RungFor(call).ShouldBe("1003");
        _f.Agent(expert).State.ShouldBe(AgentState.NotReady);
    }

    [Fact]
    public void A_step_ends_in_time_however_many_callers_came_and_went_meanwhile()
    {
        _f.Ready("1003");
        _f.SignIn("1002", Skilled);
        _f.SignIn("1001", Expert);
        var call = _f.Call("a", "12349");
        for (var n = 0; n < 1_500; n++)
        {
            _f.Call($"gone{n}", "12349");
            _f.CallerHangsUp($"gone{n}");
        }
        _f.After(39);
        _f.RungFor(call).ShouldBeNull();
        _f.After(1);
        _f.RungFor(call).ShouldBe("1003");
    }

    [Fact]
    public void A_step_for_which_nobody_is_signed_in_is_passed_over_at_once()
    {
        _f.Ready("1003");
        _f.RungFor(_f.Call("a", "12349")).ShouldBe("1003");
    }

    [Fact]
    public void Steps_never_cost_the_caller_his_place_in_time()
    {
        _f.SignIn("1001", Expert);
        var early = _f.Call("a", "12349");
        var late = _f.After(1).Call("b", "12345");
        _f.After(45); // the early one is in the last step now, which it entered after the late one came
        _f.Ready("1003");
        _f.RungFor(early).ShouldBe("1003");
        _f.RungFor(late).ShouldBeNull();
    }

    [Fact]
    public void The_best_level_goes_before_the_longest_idle()
    {
        _f.Ready("1001", Beginner);
        _f.After(60).Ready("1002", Expert);
        _f.RungFor(_f.Call("a", "12350")).ShouldBe("1002");
    }

    [Fact]
    public void The_least_occupied_today_goes_before_the_longest_idle()
    {
        var (busy, fresh) = (_f.Ready("1001"), _f.After(1).SignIn("1002"));
        var first = _f.Call("a");
        _f.Answer(first);
        _f.After(60).CallerHangsUp("a");
        _f.After(1).Ask((r, a) => new Input.StateRequested(r, a, AgentState.Ready, null), fresh).ShouldBeNull();
        _f.Agent(busy).OccupiedToday.ShouldBe(TimeSpan.FromSeconds(60));
        _f.RungFor(_f.Call("b", "12351")).ShouldBe(fresh.Value);
    }

    /// <summary>Who has done nothing yet today goes before who has, however much he did yesterday.</summary>
    [Fact]
    public void The_work_of_the_day_before_counts_no_more_after_midnight()
    {
        var (yesterday, today) = (_f.Ready("1001"), _f.SignIn("1002"));
        Work("a", 600);
        _f.After(TimeSpan.FromHours(15).TotalSeconds); // 00:10 of the next day
        _f.Ask((r, a) => new Input.StateRequested(r, a, AgentState.NotReady, null), yesterday).ShouldBeNull();
        _f.Ask((r, a) => new Input.StateRequested(r, a, AgentState.Ready, null), today).ShouldBeNull();
        Work("b", 60);
        _f.Ask((r, a) => new Input.StateRequested(r, a, AgentState.Ready, null), yesterday).ShouldBeNull();
        _f.RungFor(_f.Call("c", "12351")).ShouldBe(yesterday.Value);
    }

    [Fact]
    public void Of_a_talk_over_midnight_only_its_part_of_today_counts()
    {
        var agent = _f.Ready("1001");
        var call = _f.Call("a");
        _f.Answer(call);
        _f.After(TimeSpan.FromHours(15).TotalSeconds + 120);
        _f.HangUp(agent);
        _f.Agent(agent).OccupiedToday.ShouldBe(TimeSpan.FromSeconds(120));
    }

    [Fact]
    public void The_order_by_occupation_is_drawn_anew_at_midnight_for_those_who_idle_through_it()
    {
        var (busy, fresh) = (_f.Ready("1001"), _f.SignIn("1002"));
        Work("a", 600);
        _f.Ask((r, a) => new Input.StateRequested(r, a, AgentState.Ready, null), fresh).ShouldBeNull();
        _f.RungFor(_f.Call("b", "12351")).ShouldBe(fresh.Value); // the order is drawn now
        _f.CallerHangsUp("b");
        _f.After(TimeSpan.FromHours(15).TotalSeconds);
        _f.RungFor(_f.Call("c", "12351")).ShouldBe(_f.Agent(busy).IdleSince <= _f.Agent(fresh).IdleSince ? busy.Value : fresh.Value);
    }

    private void Work(string call, double seconds)
    {
        _f.Answer(_f.Call(call));
        _f.After(seconds).CallerHangsUp(call);
    }

    [Fact]
    public void The_previous_handler_is_preferred_and_only_if_he_is_free()
    {
        var previous = _f.After(1).SignIn("1001");
        _f.Ready("1002");
        _f.After(30).Ready("1001");
        _f.RungFor(_f.Call("a", "12352", previous: previous)).ShouldBe("1001", "although 1002 has been idle longer");
        _f.RungFor(_f.Call("b", "12352", previous: previous)).ShouldBe("1002", "since 1001 rings");
    }

    [Fact]
    public void A_step_with_priority_goes_before_calls_that_came_earlier_until_these_have_aged()
    {
        var old = _f.Call("a");
        _f.After(61);
        var recent = _f.Call("b");
        var urgent = _f.After(1).Call("c", "12353");
        _f.Ready("1001");
        _f.RungFor(old).ShouldBe("1001", "a minute of waiting is worth one level");
        _f.Ready("1002");
        _f.RungFor(urgent).ShouldBe("1002");
        _f.Ready("1003");
        _f.RungFor(recent).ShouldBe("1003");
    }

    [Fact]
    public void Weights_give_a_class_a_head_start()
    {
        var plain = _f.Call("a");
        var favoured = _f.After(20).Call("b", "12354"); // 30 seconds ahead
        _f.Ready("1001");
        _f.RungFor(favoured).ShouldBe("1001");
        _f.RungFor(plain).ShouldBeNull();
    }

    [Fact]
    public void Who_hung_up_while_waiting_and_calls_again_soon_keeps_his_place()
    {
        var since = _f.Now;
        var other = _f.After(10).Call("b");
        var again = _f.After(60).Call("c", keptPlace: since);
        _f.Ready("1001");
        _f.RungFor(again).ShouldBe("1001");
        _f.RungFor(other).ShouldBeNull();
        _f.Floor.Calls[again].Times.HumanAskedAt.ShouldBe(_f.Now, "the 15 seconds are counted anew");
    }

    [Fact]
    public void Somebody_whose_skills_change_while_idle_is_found_by_the_new_ones()
    {
        var agent = _f.Ready("1001", Beginner);
        _f.SignIn("1002", Expert);
        var call = _f.Call("a", "12349");
        _f.RungFor(call).ShouldBeNull();
        _f.Apply(new Input.AgentSignedIn(agent, "座席1001", [Expert], _f.Agent(agent).Phone));
        _f.RungFor(call).ShouldBe("1001");
    }

    [Fact]
    public void A_decision_says_step_order_and_candidates_and_its_place_in_the_journal()
    {
        _f.Ready("1001", Skilled);
        _f.After(5).Ready("1002", new AgentSkill(FloorHarness.Law, 3));
        _f.After(5).Ready("1003", Fund);
        var call = _f.Call("a", "12349");
        var why = _f.Floor.Calls[call].Why!;
        (why.Step, why.Asks, why.Order).ShouldBe((1, "law>=2", Hotline.Routing.Numbers.ChoiceOrder.LongestIdle));
        why.Candidates.ShouldBe(
            [new Candidate(new AgentId("1001"), TimeSpan.FromSeconds(10), 2), new Candidate(new AgentId("1002"), TimeSpan.FromSeconds(5), 3)]);
        (why.IdleAgents, why.WaitingCalls).ShouldBe((3, 1));
        why.Input.ShouldBe(_f.Floor.Inputs - 1, "the arrival, before the answer");
    }

    [Fact]
    public void Why_a_caller_waits_says_what_stands_against_each_agent()
    {
        var talking = _f.Ready("1001", Skilled);
        var first = _f.Call("a", "12349");
        _f.Answer(first);
        _f.SignIn("1002", Skilled);
        _f.Ready("1003");
        var ahead = _f.Call("b", "12349");
        var call = _f.Call("c", "12349");
        var why = _f.Floor.WhyWaiting(call)!;
        why.Asks.Text.ShouldBe("law>=2");
        (why.Fit, why.Talking, why.Away, why.Ready()).ShouldBe((2, 1, 1, 0));
        why.Ahead.ShouldBe(1);
        why.NextStepAt.ShouldBe(_f.Now + TimeSpan.FromSeconds(20));
        _f.Floor.WhyWaiting(first).ShouldBeNull();
        _f.Floor.Calls[ahead].Offer.ShouldBeNull();
        _f.Agent(talking).State.ShouldBe(AgentState.Talking);
    }
}

internal static class WaitingExplanations
{
    /// <summary>Fit and free, and not barred: there is never one while the caller waits.</summary>
    public static int Ready(this WaitingExplanation why) => why.Fit - why.Ringing - why.Talking - why.AfterCallWork - why.Away - why.Barred;
}
