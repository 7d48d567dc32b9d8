using Hotline.Testkit;
using Hotline.Tickets.Calendar;
using Hotline.Tickets.Deadlines;
using Hotline.Tickets.Tests.Calendar;

namespace Hotline.Tickets.Tests.Deadlines;

/// <summary>
/// The clocks of a ticket by Ziyang's rules, around the National Day of 2024: Friday 09-27, make-up Sunday 09-29, Monday 09-30, holiday 10-01 to
/// 10-07, then 10-08 to 10-12 (a make-up Saturday). Office 09:00–12:00, 13:00–17:00.
/// </summary>
public sealed class TimerSheetTests
{
    private const string Friday = "2024-09-27 16:00";

    [Theory]
    [InlineData(DeadlineTimer.Sign, "complaint", "normal", "2024-09-29 14:00")]
    [InlineData(DeadlineTimer.Return, "complaint", "normal", "2024-09-29 17:00")]
    [InlineData(DeadlineTimer.Handle, "consultation", "normal", "2024-09-29 17:00")]
    [InlineData(DeadlineTimer.Handle, "help", "normal", "2024-10-10 17:00")]
    [InlineData(DeadlineTimer.Handle, "violation-report", "normal", "2024-10-12 17:00")]
    [InlineData(DeadlineTimer.FirstResponse, "help", "specialUrgent", "2024-09-27 17:00")]
    [InlineData(DeadlineTimer.FirstResponse, "help", "special", "2024-09-27 18:00")]
    [InlineData(DeadlineTimer.Feedback, "help", "specialUrgent", "2024-09-29 17:00")]
    [InlineData(DeadlineTimer.Feedback, "help", "special", "2024-09-30 17:00")]
    [Requirement("URG-01", Shows = "special-urgent matters have a first response due in one clock hour and feedback in one working day")]
    [Requirement("URG-02", Shows = "special matters have a first response due in two clock hours and feedback in two working days")]
    public void Sheet_gives_each_clock_its_due_time(DeadlineTimer timer, string demand, string level, string due) =>
        RuleSets.Ziyang.TimerAt(RuleSets.Dispatched(Friday, demand, level), timer, Friday).Due.At().ShouldBe(CityTime.At(due));

    [Fact]
    [Requirement("TKT-03", Shows = "a ticket that was not dispatched by then is the hotline's own overdue")]
    public void Sheet_of_a_ticket_that_waits_for_its_dispatch_has_that_clock_alone()
    {
        TicketFacts facts = new() { Matter = new TicketMatter("help"), AcceptedAt = CityTime.At("2024-09-28 23:30") };

        var sheet = RuleSets.Ziyang.SheetOf(facts, CityTime.At("2024-09-29 01:30"));
        sheet.Timers.ShouldHaveSingleItem().State.ShouldBe(TimerState.Warned);
        sheet.Timers[0].Due.At().ShouldBe(CityTime.At("2024-09-29 01:30"));
        sheet.Age.ShouldBe(TimeSpan.FromHours(2));

        var later = RuleSets.Ziyang.SheetOf(facts, CityTime.At("2024-09-29 01:31"));
        later.Timers[0].State.ShouldBe(TimerState.Overdue);
        later.Causes.ShouldBeEmpty("the unit is not to blame");
    }

    [Fact]
    public void Sheet_after_a_granted_return_counts_the_dispatch_anew_and_the_age_from_the_beginning()
    {
        var facts = new TicketFacts
        {
            Matter = new TicketMatter("help"), AcceptedAt = CityTime.At(Friday), BackAtHotlineAt = CityTime.At("2024-09-29 11:00"),
        };

        var sheet = RuleSets.Ziyang.SheetOf(facts, CityTime.At("2024-09-29 12:00"));

        sheet.Timer(DeadlineTimer.Dispatch).Due.At().ShouldBe(CityTime.At("2024-09-29 13:00"));
        sheet.Age.ShouldBe(TimeSpan.FromHours(44));
    }

    // 5 working hours from 16:00: 80 % of them are over on Sunday at 12:00 and, since nobody works at noon, at no earlier moment of the afternoon.
    [Theory]
    [InlineData("2024-09-27 16:30", TimerState.Running)]
    [InlineData("2024-09-29 11:59", TimerState.Running)]
    [InlineData("2024-09-29 12:00", TimerState.Warned)]
    [InlineData("2024-09-29 14:00", TimerState.Warned)]
    [InlineData("2024-09-29 14:01", TimerState.Overdue)]
    public void Sheet_says_how_a_clock_stands(string now, TimerState state) =>
        RuleSets.Ziyang.TimerAt(RuleSets.Dispatched(Friday), DeadlineTimer.Sign, now).State.ShouldBe(state);

    // 1 h on Friday and 7 h on Sunday: half of 8 h is over at 12:00, 80 % (6 h 24 min) at 15:24, 2 h before the end is 15:00.
    [Fact]
    public void Sheet_warns_in_office_time() =>
        RuleSets.Ziyang.TimerAt(RuleSets.Dispatched(Friday, "consultation"), DeadlineTimer.Handle, Friday).WarnsAt.ShouldBe(
            [CityTime.At("2024-09-29 12:00"), CityTime.At("2024-09-29 15:00"), CityTime.At("2024-09-29 15:24")]);

    [Fact]
    [Requirement("URG-04", Shows = "the first response is counted round the clock")]
    [Requirement("URG-05", Shows = "a clock of an hour warns and ends at night and on a holiday")]
    public void Sheet_of_an_urgent_matter_runs_at_night_on_a_holiday()
    {
        var facts = RuleSets.Dispatched("2024-10-01 02:00", "help", "specialUrgent");

        var first = RuleSets.Ziyang.TimerAt(facts, DeadlineTimer.FirstResponse, "2024-10-01 02:10");

        first.Due.At().ShouldBe(CityTime.At("2024-10-01 03:00"));
        first.WarnsAt.ShouldBe([CityTime.At("2024-10-01 02:30"), CityTime.At("2024-10-01 02:48")]);
        first.Left.ShouldBe(TimeSpan.FromMinutes(50));
        RuleSets.Ziyang.SheetOf(facts, CityTime.At("2024-10-01 02:10")).NextChange(CityTime.At("2024-10-01 02:10"))
            .ShouldBe(CityTime.At("2024-10-01 02:30"));
    }

    [Fact]
    public void Left_is_office_time_and_negative_afterwards()
    {
        RuleSets.Ziyang.TimerAt(RuleSets.Dispatched(Friday), DeadlineTimer.Sign, "2024-09-28 20:00").Left.ShouldBe(TimeSpan.FromHours(4));
        RuleSets.Ziyang.TimerAt(RuleSets.Dispatched(Friday), DeadlineTimer.Sign, "2024-09-30 10:00").Left.ShouldBe(TimeSpan.FromHours(-4));
    }

    [Theory]
    [InlineData("2024-09-29 14:00", TimerState.Met)]
    [InlineData("2024-09-29 14:01", TimerState.MetLate)]
    [Requirement("TKT-11", Shows = "a late sign makes the ticket overdue with its cause, even if it is done in time later")]
    public void Sheet_of_a_late_sign_stays_overdue_although_the_reply_was_in_time(string signedAt, TimerState state)
    {
        var facts = RuleSets.Dispatched(Friday) with { SignedAt = CityTime.At(signedAt), RepliedAt = CityTime.At("2024-10-08 10:00") };

        var sheet = RuleSets.Ziyang.SheetOf(facts, CityTime.At("2024-10-09 10:00"));

        sheet.Timer(DeadlineTimer.Sign).State.ShouldBe(state);
        sheet.Timer(DeadlineTimer.Handle).State.ShouldBe(TimerState.Met);
        sheet.Causes.ShouldBe(state == TimerState.Met ? [] : [OverdueCause.Sign]);
    }

    [Theory]
    [InlineData(null, TimerState.Expired, null)]
    [InlineData("2024-09-29 17:00", TimerState.Met, null)]
    [InlineData("2024-09-29 17:01", TimerState.MetLate, OverdueCause.Return)]
    [Requirement("RET-01", Shows = "a return after one working day is still possible and makes the ticket overdue")]
    [Requirement("TKT-11", Shows = "a late return makes the ticket overdue with its cause")]
    public void Sheet_of_a_return_is_overdue_only_if_it_was_given_back_late(string? asked, TimerState state, OverdueCause? cause)
    {
        var facts = RuleSets.Dispatched(Friday) with
        {
            SignedAt = CityTime.At(Friday),
            ReturnAskedAt = asked is null ? null : CityTime.At(asked),
        };

        var timer = RuleSets.Ziyang.TimerAt(facts, DeadlineTimer.Return, "2024-09-30 10:00");

        (timer.State, timer.Cause).ShouldBe((state, cause));
        RuleSets.Ziyang.TimerAt(facts, DeadlineTimer.Handle, "2024-09-30 10:00").IsOpen.ShouldBeTrue("a return that is only asked for stops nothing");
    }

    [Fact]
    [Requirement("URG-07", Shows = "a late first response makes the ticket overdue with its cause")]
    public void Sheet_of_a_late_first_response_is_overdue()
    {
        var facts = RuleSets.Dispatched(Friday, "help", "special") with { FirstRespondedAt = CityTime.At("2024-09-27 18:01") };

        RuleSets.Ziyang.SheetOf(facts, CityTime.At("2024-09-27 18:01")).Causes.ShouldBe([OverdueCause.FirstResponse]);
        RuleSets.Ziyang.SheetOf(facts with { FirstRespondedAt = CityTime.At("2024-09-27 18:00") }, CityTime.At("2024-09-27 18:01")).Causes
            .ShouldBeEmpty();
    }

    [Fact]
    [Requirement("REV-05", Shows = "a redo gives the limit of handling once more, from the moment it is sent back")]
    public void Sheet_of_a_redo_gives_the_limit_again()
    {
        var facts = RuleSets.Dispatched(Friday, "help") with { SignedAt = CityTime.At(Friday), RedoneFrom = CityTime.At("2024-10-15 10:00") };

        RuleSets.Ziyang.TimerAt(facts, DeadlineTimer.Handle, "2024-10-15 10:00").Due.At().ShouldBe(CityTime.At("2024-10-22 17:00"));
    }

    [Fact]
    public void Sheet_moves_the_due_time_on_by_what_was_granted()
    {
        var facts = RuleSets.Dispatched(Friday, "help") with
        {
            Extensions = [new GrantedExtension(CityTime.At("2024-10-08 10:00"), CityTime.Limit("2 workingDays"))],
        };

        var timer = RuleSets.Ziyang.TimerAt(facts, DeadlineTimer.Handle, "2024-10-08 10:00");

        // 5 working days end on Thursday 10-10; then Friday and the make-up Saturday.
        timer.Due.At().ShouldBe(CityTime.At("2024-10-12 17:00"));
        timer.Explanation.Legs.Select(leg => (leg.IsExtension, leg.Due.At())).ShouldBe(
            [(false, CityTime.At("2024-10-10 17:00")), (true, CityTime.At("2024-10-12 17:00"))]);
    }

    // 15 working days from Friday 09-27: 29, 30, then 10-08 to 10-12 (5), 10-14 to 10-18 (5), 10-21 to 10-23.
    [Fact]
    [Requirement("TMP-04", Shows = "reports on a temporary closure fall due every fifteen working days, and one that is late or missing is overdue")]
    [Requirement("TMP-06", Shows = "passing the promised date is an overdue of its own")]
    public void Sheet_of_a_temporary_closure_asks_for_reports_and_keeps_the_promise()
    {
        var closure = new TemporaryClosure(CityTime.At(Friday), new DateOnly(2024, 11, 29), [CityTime.At("2024-10-24 10:00")]);
        var facts = RuleSets.Dispatched("2024-09-26 10:00") with { SignedAt = CityTime.At("2024-09-26 10:00"), TemporaryClosure = closure };

        var sheet = RuleSets.Ziyang.SheetOf(facts, CityTime.At("2024-11-29 17:01"));

        sheet.Timer(DeadlineTimer.Handle).State.ShouldBe(TimerState.Met);
        sheet.Timers.Where(timer => timer.Timer == DeadlineTimer.Report).Select(timer => (timer.State, timer.Due.At())).ShouldBe([
            (TimerState.MetLate, CityTime.At("2024-10-23 17:00")), (TimerState.Overdue, CityTime.At("2024-11-14 17:00"))]);
        sheet.Timer(DeadlineTimer.Promise).Due.At().ShouldBe(CityTime.At("2024-11-29 17:00"));
        sheet.Causes.ShouldBe([OverdueCause.Report, OverdueCause.Promise]);

        var done = facts with { RepliedAt = CityTime.At("2024-11-13 10:00"), TemporaryClosure = closure with { Reports = [] } };
        RuleSets.Ziyang.SheetOf(done, CityTime.At("2024-11-30 10:00")).Timer(DeadlineTimer.Promise).State.ShouldBe(TimerState.Met);
    }

    // The 180th day after 09-01: 29 in September, 31, 30, 31, 31 to January, 28 in February.
    [Fact]
    public void Latest_promise_is_bounded_where_a_rule_bounds_it()
    {
        RuleSets.Of("lvliang").LatestPromise(new TicketMatter("help"), CityTime.At("2025-09-01 10:00"))!.At()
            .ShouldBe(CityTime.At("2026-02-28 24:00"));
        RuleSets.Ziyang.LatestPromise(new TicketMatter("help"), CityTime.At("2025-09-01 10:00")).ShouldBeNull();
    }

    [Fact]
    public void Sheet_of_a_ticket_that_was_withdrawn_has_no_clock_that_runs()
    {
        TicketFacts waiting = new()
        {
            Matter = new TicketMatter("help"), AcceptedAt = CityTime.At(Friday), EndedAt = CityTime.At("2024-09-27 17:00"),
        };
        var handled = RuleSets.Dispatched(Friday) with { EndedAt = CityTime.At("2024-09-27 17:00") };

        foreach (var facts in new[] { waiting, handled })
        {
            var sheet = RuleSets.Ziyang.SheetOf(facts, CityTime.At("2024-11-01 10:00"));
            sheet.Timers.ShouldNotBeEmpty();
            sheet.Timers.ShouldAllBe(timer => timer.State == TimerState.Met);
            sheet.NextChange(CityTime.At("2024-09-27 17:01")).ShouldBeNull();
        }
    }

    [Fact]
    public void Sheet_of_a_revisit_and_a_rating()
    {
        var facts = RuleSets.Dispatched(Friday) with
        {
            RepliedAt = CityTime.At("2024-10-08 10:00"),
            RevisitStartedAt = CityTime.At("2024-10-09 10:00"),
        };

        RuleSets.Ziyang.TimerAt(facts, DeadlineTimer.Revisit, "2024-10-09 10:00").State.ShouldBe(TimerState.Met);
        RuleSets.Ziyang.TimerAt(facts, DeadlineTimer.Rating, "2024-10-16 10:00").State.ShouldBe(TimerState.Running);
        var expired = RuleSets.Ziyang.TimerAt(facts, DeadlineTimer.Rating, "2024-10-16 10:01");
        (expired.State, expired.Cause, expired.Left).ShouldBe((TimerState.Expired, null, null));
    }

    [Fact]
    public void Sheet_of_a_supervisory_talk_takes_the_limit_of_its_record()
    {
        var facts = RuleSets.Dispatched(Friday) with { Correction = new Correction(CityTime.At(Friday), CityTime.Limit("3 workingDays"), null) };

        RuleSets.Ziyang.TimerAt(facts, DeadlineTimer.Correction, Friday).Due.At().ShouldBe(CityTime.At("2024-10-08 17:00"));
    }

    [Fact]
    public void Sheet_that_would_need_a_year_without_holidays_says_so_and_is_no_running_clock()
    {
        var facts = RuleSets.Dispatched("2026-12-28 10:00") with { SignedAt = CityTime.At("2026-12-28 10:05") };

        var handle = RuleSets.Ziyang.TimerAt(facts, DeadlineTimer.Handle, "2026-12-28 10:05");

        (handle.State, handle.Due, handle.Left, handle.IsOpen).ShouldBe((TimerState.Unknown, new DueTime.Unknown(2027), null, true));
        RuleSets.Ziyang.TimerAt(facts with { RepliedAt = CityTime.At("2026-12-30 10:00") }, DeadlineTimer.Handle, "2027-01-05 10:00").State
            .ShouldBe(TimerState.Met, "whatever the year holds, that was in time");
        RuleSets.Ziyang.TimerAt(facts with { RepliedAt = CityTime.At("2027-01-04 10:00") }, DeadlineTimer.Handle, "2027-01-05 10:00").State
            .ShouldBe(TimerState.Unknown);
    }

    [Fact]
    [Requirement("TKT-17", Shows = "the clocks of such a unit run through nights and holidays")]
    public void Sheet_of_a_unit_that_works_every_day_counts_in_its_own_calendar()
    {
        var rules = RuleSets.Ziyang with { Unit = CityTime.RoundTheClock };
        var facts = RuleSets.Dispatched("2024-10-01 23:30", "help");

        rules.TimerAt(facts, DeadlineTimer.Sign, "2024-10-01 23:30").Due.At().ShouldBe(CityTime.At("2024-10-02 04:30"));
        rules.TimerAt(facts, DeadlineTimer.Handle, "2024-10-01 23:30").Due.At().ShouldBe(CityTime.At("2024-10-06 24:00"));
    }

    [Fact]
    [Requirement("TKT-10", Shows = "a rule says whether the clock of handling starts with receipt, signing or dispatch")]
    public void Sheet_counts_from_what_the_rule_says()
    {
        var set = RuleSets.Book.Of("ziyang-2022")!;
        var facts = RuleSets.Dispatched(Friday, "consultation") with
        {
            ReceivedAt = CityTime.At("2024-09-30 09:00"),
            SignedAt = CityTime.At("2024-10-08 09:00"),
        };

        Due(ClockStart.Dispatched).ShouldBe(CityTime.At("2024-09-29 17:00"));
        Due(ClockStart.Received).ShouldBe(CityTime.At("2024-10-08 17:00"));
        Due(ClockStart.SignedFor).ShouldBe(CityTime.At("2024-10-09 17:00"));

        TimerRules From(ClockStart start) => RuleSets.Ziyang with { Set = set with { Rules = [.. set.Rules.Select(r => r with { Start = start })] } };

        DateTimeOffset Due(ClockStart start) => From(start)
            .TimerAt(facts, DeadlineTimer.Handle, Friday).Due.At();
    }

    [Fact]
    [Requirement("URG-04", Shows = "whether the feedback's working day is one by the calendar is a setting")]
    public void Sheet_takes_the_other_reading_of_an_urgent_working_day_from_the_rule()
    {
        var set = RuleSets.Book.Of("ziyang-2022")!;
        var rules = RuleSets.Ziyang with
        {
            Set = set with
            {
                Rules = [.. set.Rules.Select(rule => rule.Timer == DeadlineTimer.Feedback
                    ? rule with { Limit = CityTime.Limit("1 calendarDays"), Counting = new Counting(End: DayEnd.SameTime) } : rule)],
            },
        };

        rules.TimerAt(RuleSets.Dispatched("2024-09-27 22:00", "help", "specialUrgent"), DeadlineTimer.Feedback, "2024-09-27 22:00").Due.At()
            .ShouldBe(CityTime.At("2024-09-28 22:00"));
    }
}
