using Hotline.Tickets.Deadlines;
using Hotline.Tickets.Loop;
using Hotline.Tickets.Notices;
using Hotline.Tickets.Tests.Loop;
using static Hotline.Tickets.Tests.Loop.People;

namespace Hotline.Tickets.Tests.Notices;

/// <summary>Which step tells whom: by the city's list, and never the unit that is complained about.</summary>
public sealed class NoticeBookTests
{
    private static readonly DateOnly Day = new(2026, 11, 20);

    [Fact]
    public void Step_tells_each_unit_with_a_task_once_by_each_way()
    {
        var book = Book(
            Rule("dispatch", "", NoticeAudience.Units, NoticeChannel.Sms), Rule("dispatch", "", NoticeAudience.Lead, NoticeChannel.Sms),
            Rule("dispatch", "", NoticeAudience.Units, NoticeChannel.Mail), Rule("sign", "", NoticeAudience.Units, NoticeChannel.Sms));
        var flow = new Flow().Dispatched(Water, Roads);

        Told(book, Last(flow), flow.Case).ShouldBe([("sms", Water), ("sms", Roads), ("mail", Water), ("mail", Roads)]);
    }

    [Fact]
    public void Accused_unit_is_never_told()
    {
        var book = Book(
            Rule("dispatch", "", NoticeAudience.Units, NoticeChannel.Desk), Rule("warn", "", NoticeAudience.Units, NoticeChannel.Sms));
        var flow = new Flow().Dispatched(Water, Roads);
        var accused = flow.Case with { AccusedUnit = Roads };

        Told(book, Last(flow), accused).ShouldBe([("desk", Water)]);
        Told(book, NoticeHappening.OfClock(DeadlineTimer.Sign, 2, overdue: false), accused).ShouldBeEmpty();
    }

    [Fact]
    public void Clock_tells_the_unit_that_it_runs_for_and_the_hotlines_own_tells_no_unit()
    {
        var book = Book(
            Rule("overdue", "", NoticeAudience.Units, NoticeChannel.Sms), Rule("overdue", "dispatch", NoticeAudience.Leader, NoticeChannel.Mail));
        var flow = new Flow().Dispatched(Water, Roads);

        Told(book, NoticeHappening.OfClock(DeadlineTimer.Handle, 1, overdue: true), flow.Case).ShouldBe([("sms", Water)]);
        Told(book, NoticeHappening.OfClock(DeadlineTimer.Dispatch, null, overdue: true), flow.Case).ShouldBe([("mail", "")]);
        Told(book, NoticeHappening.OfClock(DeadlineTimer.Handle, 1, overdue: false), flow.Case).ShouldBeEmpty();
    }

    [Fact]
    public void Line_for_the_step_goes_before_one_for_any_step_that_leads_there()
    {
        var book = Book(
            Rule(NoticeRule.AnyStep, "closed", NoticeAudience.Citizen, NoticeChannel.Sms, "办结"),
            Rule("withdraw", "closed", NoticeAudience.Citizen, NoticeChannel.Sms, "撤回"));
        var flow = new Flow().Dispatched(Water).Do(w => new Withdraw(Dispatcher, w, "已自行解决"));

        book.Of(Last(flow), flow.Case, Day).ShouldHaveSingleItem().Rule.Text.ShouldBe("撤回");
        book.Of(new NoticeHappening("recordRevisit", "closed", false, null), flow.Case, Day).ShouldHaveSingleItem().Rule.Text.ShouldBe("办结");
    }

    [Fact]
    public void Line_holds_from_its_first_day_to_its_last()
    {
        var rule = Rule("dispatch", "", NoticeAudience.Citizen, NoticeChannel.Sms) with { From = Day, To = Day.AddDays(1) };
        var flow = new Flow().Dispatched(Water);
        int On(DateOnly day) => Book(rule).Of(Last(flow), flow.Case, day).Count;

        (On(Day.AddDays(-1)), On(Day), On(Day.AddDays(1)), On(Day.AddDays(2))).ShouldBe((0, 1, 1, 0));
    }

    [Fact]
    public void Draft_is_nobodys_concern_and_the_outcome_of_a_call_goes_by_its_state()
    {
        var by = new TicketActor("1001", TicketRole.Agent);
        NoticeHappening.Of(new TicketStep("t", 1, by, null, TicketState.Draft, default, ""), null).ShouldBeNull();
        NoticeHappening.Of(new TicketStep("t", 2, by, TicketState.Draft, TicketState.Accepted, default, ""), null)
            .ShouldBe(new NoticeHappening("accepted", "accepted", false, null));
        NoticeHappening.Of(new TicketStep("t", 3, by, TicketState.Accepted, TicketState.Accepted, default, "", FollowUpKind.Expedite), null)
            .ShouldBe(new NoticeHappening("expedite", "", false, null));
    }

    private static NoticeHappening Last(Flow flow) => NoticeHappening.Of(flow.Steps[^1].Step, flow.Steps[^1].Verb)!;

    private static IEnumerable<(string Channel, string Unit)> Told(NoticeBook book, NoticeHappening happening, TicketCase subject) =>
        book.Of(happening, subject, Day).Select(planned => (Code.Of(planned.Rule.Channel), planned.Unit));

    private static NoticeBook Book(params NoticeRule[] rules) => new(rules);

    private static NoticeRule Rule(string step, string what, NoticeAudience audience, NoticeChannel channel, string text = "x") =>
        new(step, what, audience, channel, new DateOnly(2022, 1, 1), null, "", text, "");
}
