using Hotline.Testkit;
using Hotline.Tickets.Duty;
using Hotline.Tickets.Loop;
using Hotline.Tickets.Tests.Loop;
using static Hotline.Tickets.Tests.Loop.People;

namespace Hotline.Tickets.Tests.Duty;

/// <summary>Whom the hotline rings for an urgent ticket, and what comes of each ring.</summary>
public sealed class DutyRulesTests
{
    private static readonly TimeSpan Ring = DutyFlow.Limits.Ring, Pause = DutyFlow.Limits.Pause, KeyWait = DutyFlow.Limits.KeyWait;

    [Fact]
    [Requirement("URG-03", Shows = "who does not answer is followed by the next on the list, until one acknowledges")]
    public void Who_does_not_answer_in_time_is_followed_by_the_next_who_acknowledges_with_1() => new DutyFlow().Begun()
        .After(Ring, "hang up 1", "ring 2 李四")
        .On(new DutyFact.Answered(2), "read 2.1")
        .On(new DutyFact.KeyPressed(2, '1'), "thank 2")
        .Is(DutyState.Acknowledged, DutyResult.NoAnswer, DutyResult.Acknowledged)
        .On(new DutyFact.ReadingEnded(2, 0), "hang up 2")
        .On(new DutyFact.LineEnded(2, DutyResult.Failed))
        .After(TimeSpan.FromDays(1));

    [Fact]
    public void A_ring_is_not_given_up_a_moment_before_its_time() =>
        new DutyFlow().Begun().After(Ring - TimeSpan.FromMilliseconds(1)).Is(DutyState.Calling, [null]);

    [Theory]
    [InlineData(DutyResult.Busy)]
    [InlineData(DutyResult.Refused)]
    [InlineData(DutyResult.Failed)]
    [InlineData(DutyResult.NoAnswer)]
    public void A_line_that_ends_unanswered_says_why_and_the_next_is_rung_at_once(DutyResult why) => new DutyFlow().Begun()
        .On(new DutyFact.LineEnded(1, why), "ring 2 李四").Is(DutyState.Calling, why, null);

    [Fact]
    public void Who_answers_and_hangs_up_without_a_key_has_not_acknowledged() => new DutyFlow().Begun()
        .On(new DutyFact.Answered(1), "read 1.1")
        .On(new DutyFact.LineEnded(1, DutyResult.Failed), "ring 2 李四").Is(DutyState.Calling, DutyResult.NoKey, null);

    [Fact]
    public void The_notice_is_read_again_to_one_who_says_nothing_and_then_the_next_is_rung() => new DutyFlow().Begun()
        .On(new DutyFact.Answered(1), "read 1.1")
        .On(new DutyFact.ReadingEnded(1, 1))
        .After(KeyWait, "read 1.2")
        .On(new DutyFact.ReadingEnded(1, 1)) // of the first time: late
        .On(new DutyFact.ReadingEnded(1, 2))
        .After(KeyWait, "hang up 1", "ring 2 李四").Is(DutyState.Calling, DutyResult.NoKey, null);

    [Fact]
    public void A_reading_whose_end_nobody_tells_is_over_some_time() => new DutyFlow().Begun()
        .On(new DutyFact.Answered(1), "read 1.1")
        .After(DutyFlow.Limits.Reading)
        .After(KeyWait, "read 1.2");

    [Fact]
    public void Key_2_has_it_read_again_but_not_for_ever()
    {
        var flow = new DutyFlow().Begun().On(new DutyFact.Answered(1), "read 1.1");
        for (var reading = 2; reading <= 5; reading++)
        {
            flow.On(new DutyFact.KeyPressed(1, '2'), $"read 1.{reading}");
        }
        flow.On(new DutyFact.KeyPressed(1, '9')).After(DutyFlow.Limits.Talk, "hang up 1", "ring 2 李四");
    }

    [Fact]
    public void After_the_last_the_list_begins_again_and_the_hotline_is_told_once_then_and_once_at_the_end() => new DutyFlow().Begun()
        .After(Ring, "hang up 1", "ring 2 李四")
        .After(Ring, "hang up 2", "tell Unanswered").Is(DutyState.Pausing, DutyResult.NoAnswer, DutyResult.NoAnswer)
        .After(Pause, "ring 3 张三")
        .After(Ring, "hang up 3", "ring 4 李四")
        .After(Ring, "hang up 4", "tell Exhausted")
        .Is(DutyState.Exhausted, DutyResult.NoAnswer, DutyResult.NoAnswer, DutyResult.NoAnswer, DutyResult.NoAnswer)
        .After(Pause);

    [Fact]
    public void A_task_that_is_signed_for_ends_the_ringing_in_the_middle() => new DutyFlow().Begun()
        .On(new DutyFact.TaskSettled(), "hang up 1").Is(DutyState.Settled, DutyResult.Ended)
        .On(new DutyFact.TaskSettled()).After(Pause);

    [Fact]
    public void The_hotline_passes_on_to_the_next_ends_a_pause_and_stops()
    {
        var flow = new DutyFlow().Begun()
            .On(new DutyFact.NextWished("3001"), "hang up 1", "ring 2 李四")
            .After(Ring, "hang up 2", "tell Unanswered")
            .On(new DutyFact.NextWished("3001"), "ring 3 张三")
            .On(new DutyFact.StopWished("3002"), "hang up 3")
            .Is(DutyState.Stopped, DutyResult.Ended, DutyResult.NoAnswer, DutyResult.Ended)
            .On(new DutyFact.NextWished("3001")).On(new DutyFact.StopWished("3001"));
        (flow.Call.Attempts[0].EndedBy, flow.Call.Attempts[2].EndedBy, flow.Call.StoppedBy).ShouldBe(("3001", "3002", "3002"));
    }

    [Fact]
    public void What_comes_of_an_attempt_that_is_over_changes_nothing_and_a_line_that_was_answered_late_is_hung_up() => new DutyFlow().Begun()
        .After(Ring, "hang up 1", "ring 2 李四")
        .On(new DutyFact.Answered(1), "hang up 1")
        .On(new DutyFact.KeyPressed(1, '1'))
        .On(new DutyFact.KeyPressed(2, '1')) // not answered yet
        .On(new DutyFact.ReadingEnded(1, 1))
        .On(new DutyFact.LineEnded(1, DutyResult.Busy)).Is(DutyState.Calling, DutyResult.NoAnswer, null)
        .On(new DutyFact.Answered(2), "read 2.1").On(new DutyFact.Answered(2));

    [Fact]
    public void After_a_break_a_line_that_rings_rings_on() => new DutyFlow().Begun()
        .On(Seen((1, false))).Is(DutyState.Calling, [null]).After(Ring, "hang up 1", "ring 2 李四");

    [Fact]
    public void After_a_break_one_who_answered_meanwhile_is_read_the_notice() => new DutyFlow().Begun()
        .On(Seen((1, true)), "read 1.1").On(Seen((1, true)), "read 1.2").Is(DutyState.Calling, [null]);

    [Fact]
    public void After_a_break_one_whose_line_is_gone_is_rung_again_under_another_name() => new DutyFlow().Begun()
        .On(Seen(), "ring 2 张三").Is(DutyState.Calling, DutyResult.Interrupted, null)
        .On(new DutyFact.LineEnded(1, DutyResult.NoAnswer)).Is(DutyState.Calling, DutyResult.Interrupted, null);

    [Fact]
    public void After_breaks_without_end_the_next_has_his_turn() => new DutyFlow().Begun()
        .On(Seen(), "ring 2 张三").On(Seen(), "ring 3 张三").On(Seen(), "ring 4 李四");

    [Fact]
    public void After_a_break_lines_that_nobody_needs_are_hung_up() => new DutyFlow().Begun()
        .After(Ring, "hang up 1", "ring 2 李四")
        .On(Seen((1, true), (2, false)), "hang up 1").Is(DutyState.Calling, DutyResult.NoAnswer, null);

    [Fact]
    public void Thanks_that_nobody_tells_the_end_of_end_all_the_same() => new DutyFlow().Begun()
        .On(new DutyFact.Answered(1), "read 1.1").On(new DutyFact.KeyPressed(1, '1'), "thank 1")
        .After(DutyFlow.Limits.Thanks, "hang up 1").After(DutyFlow.Limits.Thanks);

    [Fact]
    public void A_unit_without_duty_phones_has_nobody_to_ring()
    {
        var flow = new Flow(urgency: Urgency.Special).Dispatched();
        var call = DutyCall.For(flow.Case, flow.Case.Assignments[0], [], flow.Now);
        (call.State, call.NextAt, call.IsLive).ShouldBe((DutyState.NobodyListed, null, false));
    }

    [Fact]
    [Requirement("URG-03", Shows = "duty phones are rung for every unit that has an urgent ticket and has not signed for it")]
    public void Duty_phones_are_rung_for_open_tasks_of_urgent_tickets_alone()
    {
        var urgent = new Flow(urgency: Urgency.SpecialUrgent).Dispatched(Water, Roads);
        DutyCall.Wanted(urgent.Case).Select(task => task.Unit).ShouldBe([Water, Roads]);
        urgent.Do(w => new Sign(CoHandler, w));
        DutyCall.Wanted(urgent.Case).Select(task => task.Unit).ShouldBe([Water]);
        urgent.Do(w => new RespondFirst(Handler, w, "已出发"));
        DutyCall.Wanted(urgent.Case).ShouldBeEmpty();

        var usual = new Flow().Dispatched();
        DutyCall.Wanted(usual.Case).ShouldBeEmpty();
        usual.Do(w => new MarkUrgent(Dispatcher, w, Urgency.Special, "大面积停水"));
        DutyCall.Wanted(usual.Case).Select(task => task.Unit).ShouldBe([Water]);
        usual.Do(w => new Withdraw(RevisitOfficer, w, "诉求人撤回"));
        DutyCall.Wanted(usual.Case).ShouldBeEmpty();
        DutyCall.Wanted(new Flow(urgency: Urgency.Special).Case).ShouldBeEmpty();
    }

    private static DutyFact.LinesSeen Seen(params (int Attempt, bool Up)[] lines) => new(lines.ToDictionary(line => line.Attempt, line => line.Up));
}
