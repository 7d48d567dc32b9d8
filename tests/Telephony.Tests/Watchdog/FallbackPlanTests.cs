using Hotline.Routing;
using Hotline.Watchdog;

namespace Hotline.Telephony.Tests.Watchdog;

/// <summary>Who is moved into Asterisk's own queue when the server is gone.</summary>
public sealed class FallbackPlanTests
{
    private static readonly DateTimeOffset Gone = new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Of_every_step_moves_only_those_who_wait()
    {
        foreach (var step in Enum.GetValues<CallStep>())
        {
            var moved = FallbackPlan.Of([Waiting("1", step, waited: 5)], Gone).Count == 1;
            moved.ShouldBe(step is CallStep.Queued or CallStep.Offered or CallStep.Lost, step.ToString());
        }
    }

    [Fact]
    public void Of_waiting_longest_first_and_the_lost_before_all()
    {
        var plan = FallbackPlan.Of(
            [Waiting("a", CallStep.Queued, 1.001), Waiting("b", CallStep.Offered, 60), Waiting("c", CallStep.Lost, 2),
                Waiting("d", CallStep.Queued, 1.002)], Gone);
        plan.Select(m => m.Channel).ShouldBe(["PJSIP/carrier-c", "PJSIP/carrier-b", "PJSIP/carrier-d", "PJSIP/carrier-a"]);
        plan.Select(m => m.Priority).ShouldBeInOrder(SortDirection.Descending);
        plan.Select(m => m.Priority).ShouldBeUnique();
    }

    [Fact]
    public void Of_moved_at_a_later_look_is_ranked_as_if_moved_together()
    {
        var early = FallbackPlan.Of([Waiting("early", CallStep.Queued, 10)], Gone)[0];
        var late = FallbackPlan.Of([Waiting("late", CallStep.Queued, -4)], Gone)[0]; // came four seconds after the server was last seen
        early.Priority.ShouldBeGreaterThan(late.Priority);
        late.Priority.ShouldBeGreaterThan(0); // before newcomers of the fallback queue
    }

    [Fact]
    public void Of_waited_for_days_stays_within_asterisks_numbers()
    {
        FallbackPlan.Of([Waiting("x", CallStep.Lost, TimeSpan.FromDays(400).TotalSeconds)], Gone)[0].Priority.ShouldBeInRange(1, int.MaxValue);
        FallbackPlan.Of([Waiting("x", CallStep.Queued, -TimeSpan.FromDays(400).TotalSeconds)], Gone)[0].Priority.ShouldBeInRange(1, int.MaxValue);
    }

    [Fact]
    public void Of_no_mark_moves_who_is_alone_and_leaves_who_is_bridged()
    {
        var alone = Waiting("1", CallStep.Queued, 5) with { Mark = "" };
        FallbackPlan.Of([alone], Gone).ShouldHaveSingleItem();
        FallbackPlan.Of([alone with { Bridge = "b" }], Gone).ShouldBeEmpty();
    }

    [Fact]
    public void Of_mark_of_another_channel_counts_as_none()
    {
        var copied = Waiting("1", CallStep.Talking, 5) with { Id = "hotline-1-99.9" };
        FallbackPlan.Of([copied], Gone).ShouldHaveSingleItem();
        FallbackPlan.Of([copied with { Bridge = "b" }], Gone).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("2|x|c1|410200|0|queued||1|12345")]
    [InlineData("1|hotline-1-1.1|c1|410200|soon|queued||1|12345")]
    [InlineData("1|hotline-1-1.1|c1|410200|0|dancing||1|12345")]
    [InlineData("|||||||||||||")]
    public void Of_mark_that_cannot_be_read_counts_as_none(string mark)
    {
        var call = Waiting("1", CallStep.Queued, 5) with { Mark = mark };
        FallbackPlan.Of([call], Gone).ShouldHaveSingleItem();
        FallbackPlan.Of([call with { Bridge = "b" }], Gone).ShouldBeEmpty();
    }

    [Fact]
    public void Of_agent_who_rings_for_him_is_hung_up_first()
    {
        var ring = new SeenChannel("PJSIP/a1001-1", "c1.a1.1001", "from-agent", "", "Stasis", Bridge: "", "", Gone);
        var ofAnother = ring with { Name = "PJSIP/a1002-1", Id = "c2.a1.1002" };
        FallbackPlan.Of([Waiting("1", CallStep.Offered, 5), ring, ofAnother], Gone).Single().Rings.ShouldBe(["PJSIP/a1001-1"]);
    }

    [Fact]
    public void Of_who_talks_already_is_left_though_his_mark_is_older()
    {
        var ring = new SeenChannel("PJSIP/a1001-1", "c1.a1.1001", "from-agent", "", "Stasis", Bridge: "c1.b", "", Gone);
        var citizen = Waiting("1", CallStep.Offered, 5) with { Bridge = "c1.b" };
        FallbackPlan.Of([citizen, ring], Gone).ShouldBeEmpty();
        FallbackPlan.Of([citizen, ring with { Bridge = "" }], Gone).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("fallback", "Queue")]
    [InlineData("hotline", "Playback")]
    [InlineData("from-agent", "Stasis")]
    [InlineData("default", "AppDial2")]
    public void Of_other_channels_are_left_alone(string context, string application) =>
        FallbackPlan.Of([Waiting("1", CallStep.Queued, 5) with { Context = context, Application = application }], Gone).ShouldBeEmpty();

    [Fact]
    public void Of_dialled_number_comes_from_the_mark_else_from_the_dialplan_and_is_only_digits()
    {
        var call = Waiting("1", CallStep.Queued, 5);
        FallbackPlan.Of([call with { Number = "s" }], Gone)[0].Number.ShouldBe("12345");
        FallbackPlan.Of([call with { Mark = "", Number = "12348" }], Gone)[0].Number.ShouldBe("12348");
        FallbackPlan.Of([call with { Mark = "", Number = "1\r\nAction: x" }], Gone).ShouldBeEmpty();
        FallbackPlan.Of([call with { Mark = "", Number = "057112345*" }], Gone)[0].Number.ShouldBe("057112345*");
    }

    [Fact]
    public void Of_many_waiting_moves_the_longest_waiting_up_to_the_limit()
    {
        var plan = FallbackPlan.Of([.. Enumerable.Range(1, FallbackPlan.MovesMax + 50).Select(n => Waiting($"{n:000}", CallStep.Queued, n))], Gone);
        plan.Count.ShouldBe(FallbackPlan.MovesMax);
        plan[0].Channel.ShouldBe($"PJSIP/carrier-{FallbackPlan.MovesMax + 50:000}");
    }

    private static SeenChannel Waiting(string n, CallStep step, double waited)
    {
        var id = $"hotline-1-1.{n}";
        var since = Gone - TimeSpan.FromSeconds(waited);
        var mark = new CallMark(id, new CallId("c" + n), new TenantId("410200"), since, step, new TicketId("t" + n), 1, "12345").Encode();
        return new SeenChannel($"PJSIP/carrier-{n}", id, "hotline", "12345", "Stasis", Bridge: "", mark, since);
    }
}
