using Hotline.Testkit;
using Hotline.Tickets.Deadlines;
using Hotline.Tickets.Loop;
using static Hotline.Tickets.Tests.Loop.People;

namespace Hotline.Tickets.Tests.Loop;

/// <summary>What units ask for: returns, extensions, temporary closures, and the group's answer to disputes.</summary>
public sealed class ApplicationTests
{
    private static readonly TimeSpan Tick = TimeSpan.FromTicks(1);

    private static RequestReturn Return(string wish, TicketActor? by = null, string? scan = null) =>
        new(by ?? Handler, wish, "不属于供水职责", "三定方案", Roads, scan);

    private static RequestExtension Extend(Flow flow, string wish, int days = 3, TicketActor? by = null) =>
        new(by ?? Handler, wish, days, "需外地配件", flow.Now, ContactWay.Phone, null);

    private static RequestTemporaryClosure Postpone(Flow flow, string wish, int days = 60, string? filing = null,
        ClosureGround ground = ClosureGround.Complex) =>
        new(Handler, wish, ground, "已排查", "改造管网", DateOnly.FromDateTime(flow.Now.AddDays(days).DateTime), filing);

    [Fact]
    public void Return_needs_its_three_fields() =>
        new Flow().Dispatched().Decide(new RequestReturn(Handler, "w", " ", "", "", null)).ShouldBeOfType<LoopDecision.Refused>().Fields
            .ShouldBe([LoopField.Reason, LoopField.Basis, LoopField.SuggestedUnit]);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [Requirement("RET-01", Shows = "a return after one working day is still possible and makes the ticket overdue")]
    public void Return_after_its_time_is_possible_and_marks_the_ticket_overdue(int ticks, int marks)
    {
        var flow = new Flow().InHandling();
        flow.Now = flow.Case.Lead!.DispatchedAt + RoundClock.Day + TimeSpan.FromTicks(ticks);
        flow.Do(w => Return(w)).Is(TicketState.ReturnReview);
        flow.Case.OverdueMarks.Count(mark => mark.Cause == OverdueCause.Return).ShouldBe(marks);
    }

    [Fact]
    [Requirement("RET-02", Shows = "an accepted return is dispatched anew in its own time of dispatch")]
    public void Accepted_return_is_the_hotlines_again_with_its_clock_anew()
    {
        var flow = new Flow().Dispatched(Water, Roads).After(TimeSpan.FromHours(3)).Do(w => Return(w)).After(TimeSpan.FromHours(1));
        flow.Do(w => new DecideReturn(ReturnReviewer, w, 1, ReturnVerdict.Accept, "属实", false)).Is(TicketState.Accepted);
        flow.Steps[^1].After.ShouldBe([new CaseTimer(DeadlineTimer.Dispatch, null, flow.Now.AddHours(2))]);
        flow.Case.Assignments.Select(task => task.State).ShouldBe([AssignmentState.Returned, AssignmentState.Withdrawn]);
        flow.No(LoopRefusal.NotYourUnit, w => new Sign(Handler, w)).Dispatched(Roads).Case.Lead!.No.ShouldBe(3);
    }

    [Fact]
    [Requirement("RET-02", Shows = "a rejected return is handled on where it was, and its time of handling is not reset")]
    [Requirement("RET-03", Shows = "an improper return is marked as one")]
    public void Rejected_return_is_handled_on_and_its_clock_was_never_stopped()
    {
        var flow = new Flow().InHandling();
        var due = flow.Steps[^1].After.Single(timer => timer.Timer == DeadlineTimer.Handle);
        flow.After(TimeSpan.FromHours(1)).Do(w => Return(w)).After(2 * RoundClock.Day);
        flow.Do(w => new DecideReturn(ReturnReviewer, w, 1, ReturnVerdict.Reject, "属供水职责", true)).Is(TicketState.Handling);
        flow.Steps[^1].After.ShouldContain(due);
        flow.Case.Returns[0].Improper.ShouldBeTrue();
        flow.No(LoopRefusal.NotInThisState, w => new Sign(Handler, w));
    }

    [Fact]
    public void Return_that_is_decided_is_not_decided_again_nor_by_its_applicant()
    {
        var flow = new Flow().Dispatched().Do(w => Return(w));
        flow.No(LoopRefusal.OwnApplication,
            w => new DecideReturn(new TicketActor(Handler.Id, TicketRole.ReturnReviewer), w, 1, ReturnVerdict.Accept, "好", false));
        flow.No(LoopRefusal.NoSuchApplication, w => new DecideReturn(ReturnReviewer, w, 2, ReturnVerdict.Accept, "好", false));
        flow.No(LoopRefusal.FieldsMissing, w => new DecideReturn(ReturnReviewer, w, 1, ReturnVerdict.Accept, "", false));
        flow.No(LoopRefusal.FindingContradicts, w => new DecideReturn(ReturnReviewer, w, 1, ReturnVerdict.Accept, "好", true));
        flow.Do(w => new DecideReturn(ReturnReviewer, w, 1, ReturnVerdict.Reject, "不成立", false)).Is(TicketState.Dispatched);
        flow.No(LoopRefusal.AlreadyDecided, w => new DecideReturn(ReturnReviewer, w, 1, ReturnVerdict.Accept, "好", false));
    }

    [Fact]
    [Requirement("RET-04", Shows = "a unit that a precedent binds cannot give back, as host or as co-handler")]
    public void Return_of_a_precedent_is_refused()
    {
        var flow = new Flow();
        flow.Context = flow.Context with { PrecedentUnits = [Water, Roads] };
        flow.Dispatched(Water, Roads).No(LoopRefusal.ReturnForbidden, w => Return(w)).No(LoopRefusal.ReturnForbidden, w => Return(w, CoHandler));
    }

    [Fact]
    public void Return_of_a_co_handler_leaves_the_ticket_where_it_is()
    {
        var flow = new Flow().InHandling(Roads).Do(w => Return(w, CoHandler)).Is(TicketState.Handling);
        flow.No(LoopRefusal.ApplicationPending, w => Return(w, CoHandler))
            .No(LoopRefusal.ApplicationPending, w => new GiveOpinion(CoHandler, w, "道路已查"));
        flow.No(LoopRefusal.OnlyOfLead, w => new DecideReturn(ReturnReviewer, w, 1, ReturnVerdict.Dispute, "争议", false));
        flow.Do(w => new DecideReturn(ReturnReviewer, w, 1, ReturnVerdict.Accept, "属实", false)).Is(TicketState.Handling);
        flow.No(LoopRefusal.NotYourUnit, w => new GiveOpinion(CoHandler, w, "道路已查"));
    }

    [Fact]
    [Requirement("RET-02", Shows = "a return in dispute goes to the coordination group")]
    [Requirement("RET-05", Shows = "on an order of the group, reply, return and extension need a scan")]
    public void Disputed_return_is_the_groups_and_its_order_asks_for_scans()
    {
        var flow = new Flow().InHandling().After(TimeSpan.FromHours(2)).Do(w => Return(w));
        flow.Do(w => new DecideReturn(ReturnReviewer, w, 1, ReturnVerdict.Dispute, "职责不清", false)).Is(TicketState.CoordinationPending);
        var due = flow.Steps[^1].After.Single(timer => timer.Timer == DeadlineTimer.Handle).Due;
        flow.Do(w => Order(w, CoordinationOrderKind.AssignmentOrder)).Is(TicketState.Handling);
        flow.Case.Lead!.No.ShouldBe(1, "the same lead keeps its task and its clock");
        flow.Steps[^1].After.Single(timer => timer.Timer == DeadlineTimer.Handle).Due.ShouldBe(due);
        flow.No(LoopRefusal.ReturnForbidden, w => Return(w, scan: "s1")).No(LoopRefusal.ScanMissing, w => Extend(flow, w));
        flow.No(LoopRefusal.ScanMissing, w => flow.Answer(w)).Do(w => flow.Answer(w) with { Scan = "s1" });
    }

    private static DecideCoordination Order(string wish, CoordinationOrderKind kind, string lead = Water, params string[] attendees) =>
        new(Coordinator, wish, kind, "副市长", "2026-12", attendees, lead, []);

    [Theory]
    [InlineData(CoordinationReason.UnitUnknown, CoordinationOrderKind.AssignmentOrder, CoordinationOrderKind.SpecialPiece)]
    [InlineData(CoordinationReason.ManyUnits, CoordinationOrderKind.Meeting, CoordinationOrderKind.SupervisionOrder)]
    [InlineData(CoordinationReason.StrongReaction, CoordinationOrderKind.SupervisionOrder, CoordinationOrderKind.AssignmentOrder)]
    [InlineData(CoordinationReason.AbnormalRisk, CoordinationOrderKind.SpecialPiece, CoordinationOrderKind.Meeting)]
    [Requirement("CRD-02", Shows = "a ticket whose unit cannot be determined goes out as an order the group signed")]
    [Requirement("CRD-03", Shows = "a meeting's decision has minutes, attendees and the resulting host")]
    [Requirement("CRD-04", Shows = "one matter with its report goes out as a supervision order with who signed it")]
    [Requirement("CRD-05", Shows = "a special piece is restricted")]
    public void Order_follows_from_the_reason(CoordinationReason reason, CoordinationOrderKind right, CoordinationOrderKind wrong)
    {
        var flow = new Flow().No(LoopRefusal.FieldsMissing, w => new SendToCoordination(Dispatcher, w, reason, ""))
            .Do(w => new SendToCoordination(Dispatcher, w, reason, "一事一报")).Is(TicketState.CoordinationPending);
        flow.No(LoopRefusal.WrongOrder, w => Order(w, wrong)).No(LoopRefusal.FieldsMissing, w => Order(w, right) with { SignedOffBy = "" });
        flow.No(LoopRefusal.UnitIsAccused, w => Order(w, right, Accused, "甲"));
        if (right == CoordinationOrderKind.Meeting)
        {
            flow.No(LoopRefusal.FieldsMissing, w => Order(w, right));
        }

        flow.Do(w => Order(w, right, Roads, "甲", "乙")).Is(TicketState.Dispatched);
        (flow.Case.Order!.Order!.Kind, flow.Case.Order.Report, flow.Case.Order.Order.Attendees.Count).ShouldBe((right, "一事一报", 2));
        (flow.Case.Lead!.Unit, flow.Case.Lead.ReturnForbidden, flow.Case.Restricted)
            .ShouldBe((Roads, true, right == CoordinationOrderKind.SpecialPiece));
    }

    [Fact]
    [Requirement("EXT-01", Shows = "one working day before the due time it is still possible, a minute later it is refused")]
    public void Extension_later_than_a_day_before_the_due_time_is_refused()
    {
        var flow = new Flow().InHandling();
        flow.Now = flow.Case.Lead!.DispatchedAt + (6 * RoundClock.Day) + TimeSpan.FromMinutes(1);
        flow.No(LoopRefusal.ExtensionTooLate, w => Extend(flow, w));
        flow.Now -= TimeSpan.FromMinutes(1);
        flow.Do(w => Extend(flow, w)).Is(TicketState.ExtensionReview);
    }

    [Fact]
    [Requirement("EXT-02", Shows = "a second extension is refused")]
    public void Extension_is_granted_once_and_moves_the_due_time()
    {
        var flow = new Flow().InHandling();
        var due = flow.Case.Lead!.DispatchedAt + (7 * RoundClock.Day);
        flow.Do(w => Extend(flow, w, 5)).No(LoopRefusal.TooManyDays, w => new DecideExtension(ExtensionReviewer, w, 1, 6, "同意"));
        flow.Do(w => new DecideExtension(ExtensionReviewer, w, 1, 5, "同意")).Is(TicketState.Handling);
        flow.Steps[^1].After.ShouldContain(new CaseTimer(DeadlineTimer.Handle, 1, due + (5 * RoundClock.Day)));
        flow.No(LoopRefusal.ExtensionUsedUp, w => Extend(flow, w));
    }

    [Fact]
    [Requirement("EXT-03", Shows = "without having told the caller it is refused")]
    public void Extension_needs_that_the_caller_was_told()
    {
        var flow = new Flow().InHandling();
        flow.No(LoopRefusal.FieldsMissing, w => Extend(flow, w) with { CallerToldAt = null });
        flow.No(LoopRefusal.WrongTime, w => Extend(flow, w) with { CallerToldAt = flow.Now + Tick });
    }

    [Fact]
    [Requirement("EXT-04", Shows = "a consultation is not extended unless a supervisor overrides with a reason")]
    public void Extension_of_a_consultation_is_the_supervisors()
    {
        var flow = new Flow(DemandType.Consultation).InHandling();
        flow.No(LoopRefusal.ExtensionNotForThisMatter, w => Extend(flow, w, 1))
            .No(LoopRefusal.FieldsMissing, w => Extend(flow, w, 1, Supervisor) with { Reason = "" });
        flow.Now = flow.Case.Lead!.DispatchedAt;
        flow.Do(w => Extend(flow, w, 1, Supervisor)).No(LoopRefusal.OwnApplication, w => new DecideExtension(Supervisor, w, 1, 1, "同意"))
            .No(LoopRefusal.TooManyDays, w => new DecideExtension(ExtensionReviewer, w, 1, 1, "同意"));
        flow.Do(w => new DecideExtension(Supervisor with { Id = "2016" }, w, 1, 1, "特批")).Case.Extensions[0].GrantedDays.ShouldBe(1);
    }

    [Theory]
    [InlineData("help", 2)]
    [InlineData("complaint", 5)]
    [Requirement("EXT-05", Shows = "more than the cap is refused unless a supervisor allows it with a reason")]
    [Requirement("EXT-06", Shows = "more than the cap is refused unless a supervisor allows it with a reason")]
    public void Extension_past_the_cap_needs_the_supervisor(string demand, int cap)
    {
        var flow = new Flow(new DemandType(demand)).InHandling();
        flow.Do(w => Extend(flow, w, cap + 1)).No(LoopRefusal.TooManyDays, w => new DecideExtension(ExtensionReviewer, w, 1, cap + 1, "同意"));
        flow.Do(w => new DecideExtension(Supervisor, w, 1, cap + 1, "特批")).Is(TicketState.Handling);
    }

    [Fact]
    public void Extension_where_nobody_knows_the_due_time_is_refused()
    {
        var flow = new Flow().InHandling();
        flow.Context = flow.Context with { Clock = new RoundClock { Blind = true } };
        flow.No(LoopRefusal.DueUnknown, w => Extend(flow, w)).No(LoopRefusal.DueUnknown, w => Postpone(flow, w));
    }

    [Fact]
    [Requirement("TMP-02", Shows = "a temporary closure is asked for inside the limit, with progress, next steps and a promised day")]
    public void Temporary_closure_is_asked_for_inside_the_limit_with_its_three_texts()
    {
        var flow = new Flow().InHandling();
        flow.Decide(new RequestTemporaryClosure(Handler, "w", ClosureGround.Complex, "", " ", null, null))
            .ShouldBeOfType<LoopDecision.Refused>().Fields
            .ShouldBe([LoopField.Progress, LoopField.NextSteps, LoopField.PromisedFor]);
        flow.Now = flow.Case.Lead!.DispatchedAt + (7 * RoundClock.Day) + Tick;
        flow.No(LoopRefusal.ClosureTooLate, w => Postpone(flow, w));
        flow.Now -= Tick;
        flow.No(LoopRefusal.WrongTime, w => Postpone(flow, w, -2)).Do(w => Postpone(flow, w)).Is(TicketState.TemporaryClosureReview);
        flow.Do(w => new DecideTemporaryClosure(CloseReviewer, w, 1, false, "理由不足")).Is(TicketState.Handling);
    }

    [Fact]
    [Requirement("TMP-01", Shows = "a temporary closure for an opened case needs its paper")]
    public void Temporary_closure_for_an_opened_case_needs_its_paper()
    {
        var flow = new Flow().InHandling();
        flow.No(LoopRefusal.FilingMissing, w => Postpone(flow, w, ground: ClosureGround.CaseFiled));
        flow.Do(w => Postpone(flow, w, filing: "立案通知书", ground: ClosureGround.CaseFiled)).Case.Closures[0].Filing.ShouldBe("立案通知书");
    }

    [Fact]
    [Requirement("TMP-04", Shows = "reports on a temporary closure fall due every fifteen working days, and one that is late or missing is overdue")]
    [Requirement("TMP-06", Shows = "passing the promised date is an overdue of its own")]
    public void Temporary_closure_is_reported_on_until_the_promised_day()
    {
        var flow = new Flow().InHandling();
        flow.Do(w => Postpone(flow, w, 30)).Do(w => new DecideTemporaryClosure(CloseReviewer, w, 1, true, "同意")).Is(TicketState.TemporarilyClosed);
        flow.Steps[^1].After.Select(timer => timer.Timer).ShouldBe([DeadlineTimer.Report, DeadlineTimer.Promise], ignoreOrder: true);
        flow.After(15 * RoundClock.Day).Do(w => new ReportProgress(Handler, w, "施工中")).Case.OverdueMarks.ShouldBeEmpty();
        flow.Steps[^1].After.ShouldContain(new CaseTimer(DeadlineTimer.Report, 1, flow.Now + (15 * RoundClock.Day)));
        flow.After((15 * RoundClock.Day) + Tick).Do(w => new ReportProgress(Handler, w, "施工中"));
        flow.Case.OverdueMarks.Select(mark => mark.Cause).ShouldBe([OverdueCause.Report]);
        flow.After(5 * RoundClock.Day).Do(w => Postpone(flow, w, 10)).Is(TicketState.TemporaryClosureReview);
        flow.Case.OverdueMarks.Select(mark => mark.Cause).ShouldBe([OverdueCause.Report, OverdueCause.Promise]);
        flow.Do(w => new DecideTemporaryClosure(CloseReviewer, w, 2, false, "不同意")).Is(TicketState.TemporarilyClosed).Case.Closure!.No.ShouldBe(1);
        flow.Do(w => flow.Answer(w)).Do(w => new ReviewReply(Reviewer, w, true, "")).Is(TicketState.Replied);
    }
}
