using Hotline.Testkit;
using Hotline.Tickets.Deadlines;
using Hotline.Tickets.Loop;
using Hotline.Tickets.Tests.Calendar;
using Hotline.Tickets.Tests.Deadlines;
using static Hotline.Tickets.Tests.Loop.People;

namespace Hotline.Tickets.Tests.Loop;

/// <summary>
/// The loop on Ziyang's rules, around the National Day of 2024 (see <see cref="TimerSheetTests"/>): what it asks is what the sheet says.
/// </summary>
public sealed class DeadlineClockTests
{
    private const string Friday = "2024-09-27 16:00";

    private static Flow At(string now, string demand = "complaint", Urgency urgency = Urgency.Normal)
    {
        var flow = new Flow(new DemandType(demand), urgency) { Now = CityTime.At(now).ToUniversalTime() };
        flow.Context = flow.Context with { Clock = new DeadlineClock((_, _) => RuleSets.Ziyang, _ => "city") };
        return flow;
    }

    [Theory]
    [InlineData(DeadlineTimer.Sign, "complaint", Urgency.Normal, "2024-09-29 14:00")]
    [InlineData(DeadlineTimer.Return, "complaint", Urgency.Normal, "2024-09-29 17:00")]
    [InlineData(DeadlineTimer.Handle, "consultation", Urgency.Normal, "2024-09-29 17:00")]
    [InlineData(DeadlineTimer.Handle, "help", Urgency.Normal, "2024-10-10 17:00")]
    [InlineData(DeadlineTimer.FirstResponse, "help", Urgency.SpecialUrgent, "2024-09-27 17:00")]
    [InlineData(DeadlineTimer.Feedback, "help", Urgency.Special, "2024-09-30 17:00")]
    public void Clocks_of_a_dispatched_ticket_are_due_as_the_sheet_says(DeadlineTimer timer, string demand, Urgency urgency, string due) =>
        At(Friday, demand, urgency).Dispatched().Steps[^1].After.Single(running => running.Timer == timer).Due.ShouldBe(CityTime.At(due));

    [Fact]
    [Requirement("EXT-01", Shows = "one working day before the due time it is still possible, a minute later it is refused")]
    public void Extension_is_asked_for_a_working_day_before_and_moves_the_due_time_by_working_days()
    {
        var flow = At(Friday, "help").InHandling();
        RequestExtension Ask(string w) => new(Handler, w, 2, "需外地配件", flow.Now, ContactWay.Phone, null);
        flow.Now = CityTime.At("2024-10-09 17:01").ToUniversalTime();
        flow.No(LoopRefusal.ExtensionTooLate, Ask);
        flow.Now = CityTime.At("2024-10-09 17:00").ToUniversalTime();
        flow.Do(Ask).Do(w => new DecideExtension(ExtensionReviewer, w, 1, 2, "同意"));
        flow.Steps[^1].After.Single(running => running.Timer == DeadlineTimer.Handle).Due.ShouldBe(CityTime.At("2024-10-12 17:00"));
    }

    [Fact]
    public void Temporary_closure_has_its_report_and_its_promise()
    {
        var flow = At(Friday).InHandling();
        flow.Do(w => new RequestTemporaryClosure(Handler, w, ClosureGround.Complex, "已排查", "改造管网", new DateOnly(2024, 11, 15), null));
        flow.Do(w => new DecideTemporaryClosure(CloseReviewer, w, 1, true, "同意"));

        flow.Steps[^1].After.Select(running => running.Timer).ShouldBe([DeadlineTimer.Report, DeadlineTimer.Promise]);
        flow.Steps[^1].After.ShouldAllBe(running => running.Due != null);
        CityTime.Office.Local(flow.Steps[^1].After[1].Due!.Value.AddTicks(-1)).Date
            .ShouldBe(new DateTime(2024, 11, 15, 0, 0, 0, DateTimeKind.Unspecified));
    }

    [Fact]
    public void Redo_gives_the_limit_once_more()
    {
        var flow = At(Friday, "help").InHandling().InRevisit();
        flow.Now = CityTime.At("2024-10-08 10:00").ToUniversalTime();
        flow.Do(w => Flow.Visit(w, Satisfaction.Dissatisfied, RevisitFinding.ResultFalse));
        flow.Steps[^1].After.Single(running => running.Timer == DeadlineTimer.Handle).Due.ShouldBe(
            RuleSets.Ziyang.Explain(DeadlineTimer.Handle, new TicketMatter("help", UnitLevel: "city"), flow.Now, [])!.Due.At());
    }
}
