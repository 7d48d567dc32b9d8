using Hotline.Tickets.Calendar;
using Hotline.Tickets.Deadlines;
using Hotline.Tickets.Loop;
using Hotline.Tickets.Tests.Calendar;
using Hotline.Tickets.Tests.Deadlines;

namespace Hotline.Tickets.Tests.Loop;

/// <summary>The clocks of a case after the calendar changed, on Ziyang's rules around the National Day of 2024.</summary>
public sealed class CaseRecountTests
{
    private static readonly CalendarChange MoreHoliday = new([new DayMark(new DateOnly(2024, 10, 8), DayMarkKind.Off, "国庆节")], []);

    private static Flow Dispatched()
    {
        var flow = new Flow(new DemandType("help"), Urgency.Normal) { Now = CityTime.At("2024-09-27 16:00").ToUniversalTime() };
        flow.Context = flow.Context with { Clock = ClockOf(CityTime.Holidays) };
        return flow.Dispatched();
    }

    private static DeadlineClock ClockOf(HolidayBook book)
    {
        var office = new WorkingCalendar(book, CityTime.NineToFive, CityTime.Offset);
        return new DeadlineClock((_, _) => RuleSets.Ziyang with { Hotline = office, Unit = office }, _ => "city");
    }

    [Fact]
    public void What_runs_over_the_changed_day_moves_and_nothing_else()
    {
        var flow = Dispatched();
        var before = CaseTimers.Running(flow.Case, flow.Context.Clock);
        var moved = CaseRecount.Moved(before, flow.Case, ClockOf(CityTime.Holidays.After(MoreHoliday)));
        moved.ShouldBe(
            [new MovedTimer(DeadlineTimer.Handle, 1, CityTime.At("2024-10-10 17:00"), CityTime.At("2024-10-11 17:00"))]);
        CaseRecount.Moved(before, flow.Case, flow.Context.Clock).ShouldBeEmpty();
    }

    [Fact]
    public void The_step_says_from_when_to_when_and_a_case_is_counted_once_for_a_change()
    {
        var flow = Dispatched();
        var before = CaseTimers.Running(flow.Case, flow.Context.Clock);
        flow.Context = flow.Context with { Clock = ClockOf(CityTime.Holidays.After(MoreHoliday)) };
        RecountDeadlines command = new(TicketActor.System, "calendar/1", before, "国庆节延长一天");
        flow.Do(_ => command);
        var step = flow.Steps[^1];
        step.Before.Single(timer => timer.Timer == DeadlineTimer.Handle).Due.ShouldBe(CityTime.At("2024-10-10 17:00"));
        step.After.Single(timer => timer.Timer == DeadlineTimer.Handle).Due.ShouldBe(CityTime.At("2024-10-11 17:00"));
        step.Step.Reason.ShouldBe("国庆节延长一天");
        LoopRules.Decide(flow.Case, command, flow.Context, flow.Now).ShouldBeOfType<LoopDecision.Already>();
        flow.No(LoopRefusal.NothingMoves, w => new RecountDeadlines(TicketActor.System, w, step.After, "again"));
    }

    [Fact]
    public void A_year_whose_notice_comes_makes_known_what_nobody_knew()
    {
        var flow = Dispatched();
        var unknown = ClockOf(CityTime.Holidays.After(new CalendarChange([], [new YearMark(2024, null)])));
        var before = CaseTimers.Running(flow.Case, unknown);
        before.ShouldAllBe(timer => timer.Due == null);
        CaseRecount.Moved(before, flow.Case, flow.Context.Clock).ShouldContain(
            new MovedTimer(DeadlineTimer.Handle, 1, null, CityTime.At("2024-10-10 17:00")));
    }
}
