using Hotline.Testkit;
using Hotline.Tickets.Deadlines;
using Hotline.Tickets.Loop;
using static Hotline.Tickets.Tests.Loop.People;

namespace Hotline.Tickets.Tests.Loop;

/// <summary>From the reply to the archive: reviews, revisits, redo, screening, default rating, final cases.</summary>
public sealed class ClosingTests
{
    [Fact]
    [Requirement("JNT-01", Shows = "only the host's reply is taken; co-handlers give opinions, for which it waits or says why not")]
    public void Lead_waits_for_its_co_handlers_or_says_why_not()
    {
        var flow = new Flow().InHandling(Roads);
        flow.No(LoopRefusal.NotYourUnit, w => flow.Answer(w) with { By = CoHandler }).No(LoopRefusal.OpinionsMissing, w => flow.Answer(w));
        new Flow { Case = flow.Case, Now = flow.Now }.Do(w => flow.Answer(w) with { WithoutOpinions = "协办超期" })
            .Do(w => new ReviewReply(Reviewer, w, true, "")).Case.Assignments[1].State.ShouldBe(AssignmentState.Withdrawn);
        flow.Do(w => new GiveOpinion(CoHandler, w, "道路已修复")).Is(TicketState.Handling).No(LoopRefusal.OpinionGiven, w => new GiveOpinion(CoHandler, w, "再报"));
        flow.Do(w => flow.Answer(w));
    }

    [Fact]
    [Requirement("TKT-12", Shows = "a reply has its author, another as reviewer, and when and how the caller was reached")]
    [Requirement("TKT-13", Shows = "what could not be solved is not replied to without an explanation")]
    public void Reply_is_reviewed_inside_the_unit_by_another()
    {
        var flow = new Flow().InHandling().After(TimeSpan.FromHours(2));
        flow.No(LoopRefusal.FieldsMissing, w => flow.Answer(w) with { ContactedAt = null })
            .No(LoopRefusal.WrongTime, w => flow.Answer(w) with { ContactedAt = flow.Now.AddTicks(1) })
            .No(LoopRefusal.WrongTime, w => flow.Answer(w) with { ContactedAt = flow.Now.AddDays(-1) })
            .No(LoopRefusal.ExplanationMissing, w => flow.Answer(w) with { Solved = false, Explanation = " " });
        flow.No(LoopRefusal.NoReplyPending, w => new ReviewReply(Reviewer, w, true, ""));
        flow.Do(w => flow.Answer(w)).Is(TicketState.Handling).No(LoopRefusal.ReplyPending, w => flow.Answer(w));
        flow.No(LoopRefusal.OwnReply, w => new ReviewReply(Reviewer with { Id = Handler.Id }, w, true, ""))
            .No(LoopRefusal.FieldsMissing, w => new ReviewReply(Reviewer, w, false, ""));
        flow.Do(w => new ReviewReply(Reviewer, w, false, "措辞不当")).Is(TicketState.Handling).Answered();
        var reply = flow.Case.Reply!;
        (reply.No, reply.Author, reply.Review!.By, reply.Way, reply.ContactedAt).ShouldBe((2, "w1", "w2", ContactWay.Phone, flow.Now));
    }

    [Fact]
    public void Reply_that_goes_out_after_its_time_marks_the_ticket_overdue()
    {
        var flow = new Flow().InHandling().After((7 * RoundClock.Day) + TimeSpan.FromTicks(1)).Answered();
        flow.Case.OverdueMarks.Select(mark => mark.Cause).ShouldBe([OverdueCause.Handle]);
    }

    [Fact]
    [Requirement("TKT-14", Shows = "a reply that lacks elements goes back to be done again, and is reviewed again")]
    public void Close_review_sends_back_what_is_incomplete()
    {
        var flow = new Flow().InHandling().Answered()
            .No(LoopRefusal.FieldsMissing, w => new ReviewClosing(CloseReviewer, w, [ReplyElement.Basis], ""));
        flow.Do(w => new ReviewClosing(CloseReviewer, w, [ReplyElement.Basis], "无依据")).Is(TicketState.Redo);
        flow.Do(w => new Sign(Handler, w)).InRevisit().Case.CloseReviews.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData(Satisfaction.Satisfied)]
    [InlineData(Satisfaction.BasicallySatisfied)]
    [Requirement("REV-03", Shows = "a satisfied citizen closes the ticket")]
    public void Satisfied_citizen_closes(Satisfaction rating)
    {
        var flow = new Flow().InHandling().InRevisit().Do(w => Flow.Visit(w, rating)).Is(TicketState.Closed);
        (flow.Case.End!.Kind, flow.Case.End.Source, flow.Case.End.Ratings.Result).ShouldBe((CaseEndKind.Rated, RatingSource.Caller, rating));
    }

    [Fact]
    [Requirement("REV-03", Shows = "an answer that complies with law closes it for a dissatisfied citizen, with the hotline's word")]
    public void Lawful_answer_closes_with_the_hotlines_word()
    {
        var flow = new Flow().InHandling().InRevisit();
        flow.No(LoopRefusal.FindingMissing, w => Flow.Visit(w, Satisfaction.Dissatisfied));
        flow.No(LoopRefusal.FieldsMissing, w => Flow.Visit(w, Satisfaction.Dissatisfied, RevisitFinding.LawfulAnswer) with { Note = "" });
        flow.No(LoopRefusal.FindingContradicts, w => Flow.Visit(w, Satisfaction.Satisfied, RevisitFinding.LawfulAnswer));
        flow.Do(w => Flow.Visit(w, Satisfaction.Dissatisfied, RevisitFinding.LawfulAnswer)).Case.End!.Kind.ShouldBe(CaseEndKind.Lawful);
    }

    [Theory]
    [InlineData(RevisitFinding.HandlingFault)]
    [InlineData(RevisitFinding.ProcessDoubtful)]
    [InlineData(RevisitFinding.ResultFalse)]
    [InlineData(RevisitFinding.ElementsMissing)]
    [Requirement("REV-05", Shows = "a redo gives the limit of handling once more, from the moment it is sent back")]
    public void Redo_has_its_own_clock_and_its_own_revisit(RevisitFinding finding)
    {
        var flow = new Flow().InHandling().InRevisit().After(2 * RoundClock.Day).Do(w => Flow.Visit(w, Satisfaction.Dissatisfied, finding))
            .Is(TicketState.Redo);
        flow.Steps[^1].After.ShouldBe([new CaseTimer(DeadlineTimer.Sign, 1, flow.Now.AddHours(5)),
            new CaseTimer(DeadlineTimer.Handle, 1, flow.Now.AddDays(7))]);
        flow.After(TimeSpan.FromHours(1)).Do(w => new Sign(Handler, w)).Is(TicketState.Handling);
        flow.No(LoopRefusal.NotInRedo, w => new RequestReturn(Handler, w, "甲", "乙", "丙", null));
        flow.No(LoopRefusal.WrongTime, w => flow.Answer(w) with { ContactedAt = flow.Now.AddDays(-1) });
        flow.InRevisit().After(30 * RoundClock.Day).No(LoopRefusal.TooEarly, w => new RateByDefault(TicketActor.System, w));
        flow.Do(w => Flow.Visit(w, Satisfaction.Satisfied)).Is(TicketState.Closed);
        (flow.Case.Rounds.Count, flow.Case.Rounds[0].SignedBy, flow.Case.Lead!.SignedAt).ShouldBe((1, "w1", flow.Case.Assignments[0].SignedAt));
    }

    [Fact]
    [Requirement("RET-06", Shows = "a ticket done again too often goes to the coordination group")]
    public void Redo_too_often_is_the_groups()
    {
        var flow = new Flow().InHandling().InRevisit();
        for (var round = 1; round <= 3; round++)
        {
            flow.Do(w => new Redo(CloseReviewer, w, RevisitFinding.ResultFalse, "不实")).Is(TicketState.Redo).Do(w => new Sign(Handler, w)).InRevisit();
        }

        flow.Do(w => new Redo(CloseReviewer, w, RevisitFinding.ResultFalse, "不实")).Is(TicketState.CoordinationPending);
        flow.Do(w => new DecideCoordination(Coordinator, w, CoordinationOrderKind.SupervisionOrder, "市长", "督办单1号", [], Water, []))
            .Is(TicketState.Dispatched).Case.Lead!.No.ShouldBe(2);
    }

    [Fact]
    [Requirement("REV-06", Shows = "objective reasons are screened, and the ticket is left out of the rate")]
    public void Screening_closes_and_leaves_it_out_of_the_rate()
    {
        var flow = new Flow().InHandling().InRevisit().Do(w => Flow.Visit(w, Satisfaction.Dissatisfied, RevisitFinding.PolicyLimit))
            .Is(TicketState.Screening);
        new Flow { Case = flow.Case, Now = flow.Now }.Do(w => new Screen(Supervisor, w, false, "非客观原因")).Is(TicketState.Redo);
        flow.No(LoopRefusal.FieldsMissing, w => new Screen(CloseReviewer, w, true, "")).Do(w => new Screen(CloseReviewer, w, true, "政策所限"))
            .Is(TicketState.Closed);
        (flow.Case.End!.Kind, flow.Case.End.ExcludedFromRate).ShouldBe((CaseEndKind.Screened, true));
    }

    [Fact]
    [Requirement("REV-04", Shows = "a citizen who was asked and did not rate in time counts as basically satisfied, and the ticket closes and is filed by itself")]
    public void Default_rating_closes_and_files_after_its_time()
    {
        var flow = new Flow().InHandling().InRevisit().No(LoopRefusal.TooEarly, w => new RateByDefault(TicketActor.System, w));
        flow.Do(w => Flow.Visit(w, null, connected: false)).Is(TicketState.Revisit).After(5 * RoundClock.Day)
            .No(LoopRefusal.TooEarly, w => new RateByDefault(TicketActor.System, w));
        flow.After(TimeSpan.FromTicks(1)).Do(w => new RateByDefault(TicketActor.System, w)).Is(TicketState.Archived);
        flow.Steps.TakeLast(2).Select(step => (step.Step.From, step.Step.To))
            .ShouldBe([(TicketState.Revisit, TicketState.Closed), (TicketState.Closed, TicketState.Archived)]);
        (flow.Case.End!.Kind, flow.Case.End.Source, flow.Case.End.Ratings.Result)
            .ShouldBe((CaseEndKind.Defaulted, RatingSource.Default, Satisfaction.BasicallySatisfied));
    }

    [Fact]
    public void Who_complained_by_message_has_not_kept_silent()
    {
        var flow = new Flow().InHandling().InRevisit();
        flow.Do(w => Flow.Visit(w, Satisfaction.Dissatisfied) with { By = TicketActor.System, Way = RevisitWay.Message }).Is(TicketState.Revisit);
        flow.After(9 * RoundClock.Day).No(LoopRefusal.FindingMissing, w => new RateByDefault(TicketActor.System, w));
    }

    [Fact]
    [Requirement("REV-11", Shows = "the hotline's service, the unit's contact and the result are rated one by one")]
    [Requirement("REV-13", Shows = "whether it is solved is kept apart from the ratings")]
    public void Three_ratings_and_solved_are_kept_one_by_one()
    {
        var ratings = new Ratings(Satisfaction.Satisfied, Satisfaction.Dissatisfied, Satisfaction.BasicallySatisfied);
        var flow = new Flow().InHandling().InRevisit().Do(w => Flow.Visit(w, null) with { Ratings = ratings, Solved = false });
        (flow.State, flow.Case.Revisits[0].Ratings, flow.Case.Revisits[0].Solved, flow.Case.End!.Ratings)
            .ShouldBe((TicketState.Closed, ratings, false, ratings));
    }

    [Fact]
    [Requirement("REV-01", Shows = "a check on site sends a false result back without the citizen")]
    public void Check_on_site_sends_a_false_result_back()
    {
        var flow = new Flow().InHandling().InRevisit()
            .No(LoopRefusal.NotConnected, w => Flow.Visit(w, null, RevisitFinding.ResultFalse, connected: false))
            .No(LoopRefusal.NotConnected, w => Flow.Visit(w, Satisfaction.Satisfied, connected: false));
        flow.Do(w => Flow.Visit(w, null, RevisitFinding.ResultFalse, connected: false) with { Way = RevisitWay.OnSite }).Is(TicketState.Redo);
    }

    [Fact]
    [Requirement("REP-01", Shows = "a final case needs earlier closed tickets on the matter")]
    [Requirement("REP-02", Shows = "a final case needs opinion, wording and attachment, and the hotline's acceptance")]
    public void Final_case_needs_its_texts_and_the_hotlines_acceptance()
    {
        var flow = new Flow().InHandling().Closed();
        DeclareFinal Final(string w) => new(Handler, w, "事实清楚", "统一口径", "f1", flow.Now);
        flow.No(LoopRefusal.EarlierTooFew, Final);
        flow.Context = flow.Context with { EarlierClosed = 2 };
        flow.No(LoopRefusal.FieldsMissing, w => Final(w) with { Attachment = "" }).Do(Final).Is(TicketState.Closed)
            .No(LoopRefusal.ApplicationPending, w => new Archive(CloseReviewer, w));
        flow.Do(w => new AcceptFinal(CloseReviewer, w, false, "补充依据")).Do(Final).Do(w => new AcceptFinal(CloseReviewer, w, true, "")).Is(TicketState.FinalCase);
    }

    [Fact]
    public void Withdrawn_ticket_is_closed_as_that_and_no_final_case()
    {
        var flow = new Flow().InHandling().Do(w => new Withdraw(Agent, w, "来电撤回")).Is(TicketState.Closed);
        flow.Case.End!.Kind.ShouldBe(CaseEndKind.Withdrawn);
        flow.Case.Assignments.ShouldAllBe(task => task.IsOver);
        flow.No(LoopRefusal.NotYourUnit, w => new DeclareFinal(Handler, w, "甲", "乙", "丙", flow.Now));
    }

    [Fact]
    public void Urging_and_supervising_leave_the_state_where_it_is()
    {
        var flow = new Flow().InHandling().Do(w => new Urge(Agent, w, "市民再次来电")).Do(w => new Supervise(Supervisor, w, "限三日"))
            .Is(TicketState.Handling);
        flow.Do(w => new MoveRuleSet(Administrator, w, "henan", "省标准实施")).No(LoopRefusal.SameRuleSet, w => new MoveRuleSet(Administrator, w, "henan", "省标准实施"));
        (flow.Case.Urgings.Count, flow.Case.Supervisions.Count, flow.Case.RuleSet).ShouldBe((1, 1, "henan"));
    }
}
