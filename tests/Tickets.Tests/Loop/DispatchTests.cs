using Hotline.Testkit;
using Hotline.Tickets.Deadlines;
using Hotline.Tickets.Loop;
using static Hotline.Tickets.Tests.Loop.People;

namespace Hotline.Tickets.Tests.Loop;

/// <summary>From the hotline to its units: dispatch, signing, scope, merging, urgency.</summary>
public sealed class DispatchTests
{
    [Fact]
    [Requirement("JNT-02", Shows = "a ticket is dispatched to a host and its co-handlers in one step")]
    public void Dispatch_gives_every_unit_its_task_and_writes_one_step()
    {
        var flow = new Flow().Dispatched(Water, Roads);

        flow.Case.Assignments.Select(task => (task.No, task.Unit, task.Kind, task.State)).ShouldBe(
            [(1, Water, AssignmentKind.Lead, AssignmentState.Open), (2, Roads, AssignmentKind.CoHandler, AssignmentState.Open)]);
        var step = flow.Steps.ShouldHaveSingleItem();
        (step.Verb, step.Step.From, step.Step.To, step.Step.By)
            .ShouldBe((LoopVerb.Dispatch, TicketState.Accepted, TicketState.Dispatched, Dispatcher));
        step.Before.Select(timer => timer.Timer).ShouldBe([DeadlineTimer.Dispatch]);
        step.After.Where(timer => timer.Task == 1).Select(timer => timer.Timer)
            .ShouldBe([DeadlineTimer.Sign, DeadlineTimer.Return, DeadlineTimer.Handle]);
        (flow.Case.Ticket.Version, flow.Case.Ticket.LastStep).ShouldBe((3, 3));
    }

    [Theory]
    [InlineData("nobody", LoopRefusal.UnitUnknown)]
    [InlineData("closed", LoopRefusal.UnitInactive)]
    [InlineData("silent", LoopRefusal.UnitWithoutContact)]
    [InlineData("village", LoopRefusal.LevelNotAllowed)]
    [InlineData(Accused, LoopRefusal.UnitIsAccused)]
    [InlineData(" ", LoopRefusal.FieldsMissing)]
    [Requirement("TKT-18", Shows = "a unit without an active contact gets no ticket")]
    [Requirement("ACC-13", Shows = "a ticket is not dispatched to whom it accuses, as host or as co-handler")]
    public void Dispatch_refuses_a_unit_that_cannot_have_it(string unit, LoopRefusal refusal) => new Flow()
        .No(refusal, w => new Dispatch(Dispatcher, w, unit, [], null))
        .No(refusal, w => new Dispatch(Dispatcher, w, Water, [unit], null));

    [Fact]
    public void Dispatch_refuses_a_unit_named_twice() => new Flow()
        .No(LoopRefusal.UnitTwice, w => new Dispatch(Dispatcher, w, Water, [Water], null))
        .No(LoopRefusal.UnitTwice, w => new Dispatch(Dispatcher, w, Water, [Roads, Roads], null));

    [Fact]
    public void Dispatch_needs_a_category_that_is_known()
    {
        var flow = new Flow();
        flow.Context = flow.Context with { CategoryIsKnown = false };
        flow.No(LoopRefusal.CategoryUnknown, w => new Dispatch(Dispatcher, w, Water, [], null));
    }

    [Fact]
    [Requirement("REP-03", Shows = "a matter with a final case is not dispatched, unless it is special with a reason")]
    public void Dispatch_of_a_matter_with_a_final_case_needs_a_reason()
    {
        var flow = new Flow();
        flow.No(LoopRefusal.NoFinalCase, w => new AnswerByWording(Agent, w, "按口径答复"));
        flow.Context = flow.Context with { HasFinalCase = true };
        flow.No(LoopRefusal.FinalCaseExists, w => new Dispatch(Dispatcher, w, Water, [], " "));
        var told = new Flow { Context = flow.Context }.Do(w => new AnswerByWording(Agent, w, "按口径答复")).Is(TicketState.AnsweredByWording);
        told.Case.Ticket.Summary.ShouldBe("按口径答复");
        flow.Do(w => new Dispatch(Dispatcher, w, Water, [], "有新证据")).Is(TicketState.Dispatched);
    }

    [Fact]
    public void Sign_by_the_lead_begins_the_handling_and_by_others_only_their_task()
    {
        var flow = new Flow().Dispatched(Water, Roads).Do(w => new Sign(CoHandler, w)).Is(TicketState.Dispatched);
        flow.Do(w => new Sign(Handler, w)).Is(TicketState.Handling);
        flow.Case.Assignments.ShouldAllBe(task => task.State == AssignmentState.SignedFor);
        flow.No(LoopRefusal.AlreadySigned, w => new Sign(CoHandler, w)).No(LoopRefusal.NotYourUnit, w => new Sign(PowerHandler, w))
            .No(LoopRefusal.AccusedUnit, w => new Sign(AccusedHandler, w));
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [Requirement("TKT-11", Shows = "a late sign makes the ticket overdue with its cause, even if it is done in time later")]
    public void Sign_after_its_time_marks_the_ticket_overdue(int late, bool overdue)
    {
        var flow = new Flow().Dispatched();
        flow.After(TimeSpan.FromHours(5) + TimeSpan.FromTicks(late)).Do(w => new Sign(Handler, w)).Is(TicketState.Handling);
        flow.Case.OverdueMarks.Select(mark => (mark.Cause, mark.Task, mark.Unit)).ShouldBe(overdue ? [(OverdueCause.Sign, 1, Water)] : []);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [Requirement("TKT-03", Shows = "a ticket that was not dispatched by then is the hotline's own overdue")]
    public void Dispatch_after_its_time_marks_the_hotline_and_no_unit(int late, bool overdue)
    {
        var flow = new Flow().After(TimeSpan.FromHours(2) + TimeSpan.FromTicks(late)).Dispatched();
        flow.Case.OverdueMarks.Select(mark => (mark.Cause, mark.Task, mark.Unit)).ShouldBe(overdue ? [(OverdueCause.Dispatch, 0, "")] : []);
    }

    [Fact]
    public void Undispatched_ticket_is_marked_once_and_again_when_it_came_back_and_waits_too_long()
    {
        var flow = new Flow();
        NoteOverdue Note(string w) => new(TicketActor.System, w, DeadlineTimer.Dispatch, 0);
        flow.No(LoopRefusal.NotOverdue, Note).After(TimeSpan.FromHours(3)).Do(Note).No(LoopRefusal.AlreadyMarked, Note);
        flow.Dispatched().No(LoopRefusal.NotOverdue, Note);
        flow.Do(w => new RequestReturn(Handler, w, "非本单位职责", "三定方案", Roads, null)).Do(w => new DecideReturn(ReturnReviewer, w, 1, ReturnVerdict.Accept, "同意", false));
        flow.No(LoopRefusal.NotOverdue, Note).After(TimeSpan.FromHours(3)).Dispatched(Roads);
        flow.Case.OverdueMarks.Select(mark => mark.Cause).ShouldBe([OverdueCause.Dispatch, OverdueCause.Dispatch]);
    }

    [Fact]
    [Requirement("ACC-10", Shows = "a demand whose scope is not clear waits for a unit's word, then is accepted with its time of dispatch anew, or refused with reason and guidance")]
    public void Scope_is_asked_of_a_unit_and_then_decided()
    {
        var flow = new Flow().Do(w => new AskScope(Agent, w, Water, "是否属于供水企业职责")).Is(TicketState.ScopeCheck).After(TimeSpan.FromHours(3));
        var accepted = new Flow { Case = flow.Case, Now = flow.Now }.Do(w => new CheckScope(Agent, w, ScopeVerdict.Accept, null, null));
        accepted.Is(TicketState.Accepted).Steps[^1].After.ShouldHaveSingleItem().Due.ShouldBe(flow.Now.AddHours(2));
        flow.No(LoopRefusal.FieldsMissing, w => new CheckScope(Agent, w, ScopeVerdict.NotAccepted, "litigation", " "));
        flow.Do(w => new CheckScope(Agent, w, ScopeVerdict.NotAccepted, "litigation", "请向法院反映")).Is(TicketState.NotAccepted);
        (flow.Case.Ticket.ReasonCode, flow.Case.Ticket.Summary, flow.Case.Ticket.Outcome).ShouldBe(("litigation", "请向法院反映", OutcomeKind.NotAccepted));
        flow.Do(w => new Archive(TicketActor.System, w)).Is(TicketState.Archived);
    }

    [Fact]
    [Requirement("REP-04", Shows = "a repeated demand is attached to the open ticket and not forwarded again")]
    [Requirement("URG-06", Shows = "a ticket of the same event is linked to the master that is open")]
    public void Merge_needs_another_ticket_that_is_open()
    {
        var flow = new Flow();
        flow.No(LoopRefusal.TargetIsItself, w => new MergeInto(Dispatcher, w, "t1", "同一事项")).No(LoopRefusal.TargetUnknown, w => new MergeInto(Dispatcher, w, "t9", "同一事项"));
        flow.Context = flow.Context with { MergeTarget = new MergeTarget("t9", false) };
        flow.No(LoopRefusal.TargetEnded, w => new MergeInto(Dispatcher, w, "t9", "同一事项"));
        flow.Context = flow.Context with { MergeTarget = new MergeTarget("t9", true) };
        flow.Do(w => new MergeInto(Dispatcher, w, "t9", "同一事项")).Is(TicketState.Merged).Case.MergedInto.ShouldBe("t9");
    }

    [Theory]
    [InlineData(Urgency.SpecialUrgent, 60, 0)]
    [InlineData(Urgency.SpecialUrgent, 61, 1)]
    [InlineData(Urgency.Special, 120, 0)]
    [InlineData(Urgency.Special, 121, 1)]
    [Requirement("URG-07", Shows = "a late first response makes the ticket overdue with its cause")]
    public void First_response_after_its_time_marks_the_ticket_overdue(Urgency urgency, int minutes, int marks)
    {
        var flow = new Flow(urgency: urgency).Dispatched().After(TimeSpan.FromMinutes(minutes));
        flow.Do(w => new RespondFirst(Handler, w, "抢修人员已到场")).Is(TicketState.Dispatched);
        flow.Case.OverdueMarks.Count(mark => mark.Cause == OverdueCause.FirstResponse).ShouldBe(marks);
        flow.No(LoopRefusal.AlreadyResponded, w => new RespondFirst(Handler, w, "再报"));
        new Flow().Dispatched().No(LoopRefusal.NotUrgent, w => new RespondFirst(Handler, w, "已到场"));
    }

    [Fact]
    public void Marking_urgent_starts_the_clocks_of_response_from_the_mark()
    {
        var flow = new Flow().InHandling().After(TimeSpan.FromHours(4)).Do(w => new MarkUrgent(Leader, w, Urgency.SpecialUrgent, "大面积停水"));
        flow.Case.Ticket.Form.Urgency.ShouldBe(Urgency.SpecialUrgent);
        flow.Steps[^1].After.ShouldContain(new CaseTimer(DeadlineTimer.FirstResponse, 1, flow.Now.AddHours(1)));
        flow.Steps[^1].After.ShouldContain(new CaseTimer(DeadlineTimer.Feedback, 1, flow.Now.AddDays(1)));
        flow.No(LoopRefusal.SameUrgency, w => new MarkUrgent(Leader, w, Urgency.SpecialUrgent, "大面积停水"));
        flow.Do(w => new ReportProgress(Handler, w, "已抢修")).Steps[^1].After.ShouldNotContain(timer => timer.Timer == DeadlineTimer.Feedback);
    }

    [Fact]
    [Requirement("JUR-05", Shows = "a station passes its task on inside its own time, and reviews what its department replies")]
    public void Station_passes_on_inside_its_own_time()
    {
        var flow = new Flow().AtCounty();
        var due = flow.Steps[^1].After.Where(timer => timer.Timer == DeadlineTimer.Handle).ToList();
        due.Select(timer => timer.Task).ShouldBe([1, 2]);
        due.Select(timer => timer.Due).Distinct().ShouldHaveSingleItem();
        flow.Do(w => new Sign(Townsman, w)).Do(w => flow.Answer(w) with { By = Townsman }).Is(TicketState.Handling);
        flow.No(LoopRefusal.NotYourUnit, w => new ReviewReply(new TicketActor("t2", TicketRole.UnitReviewer, Town), w, true, ""));
        flow.Do(w => new ReviewReply(Station, w, true, "")).Is(TicketState.Replied);
        (flow.Case.Replies[0].Author, flow.Case.Replies[0].Unit, flow.Case.Replies[0].Task).ShouldBe(("t1", Town, 1));
    }

    [Fact]
    public void Station_passes_on_only_to_its_own_departments_and_may_change_its_mind()
    {
        new Flow().InHandling().No(LoopRefusal.NotYourRole, w => new SubAssign(Handler, w, Town))
            .No(LoopRefusal.NotAStation, w => new SubAssign(new TicketActor("w9", TicketRole.CountyStation, Water), w, Town));
        var flow = new Flow().AtCounty().No(LoopRefusal.NotUnderStation, w => new SubAssign(Station, w, Roads))
            .No(LoopRefusal.UnitTwice, w => new SubAssign(Station, w, Town));
        flow.Context = flow.Context with { Units = new Dictionary<string, UnitFacts>(flow.Context.Units) { [Power] = new(Station: County) } };
        flow.Do(w => new SubAssign(Station, w, Power)).Case.Nested!.Unit.ShouldBe(Power);
        flow.Case.Assignments[1].State.ShouldBe(AssignmentState.Withdrawn);
    }
}
