using Hotline.AgentHub.Cases;
using Hotline.AgentHub.Deadlines;
using Hotline.AgentHub.Duty;
using Hotline.Tickets;
using Hotline.Tickets.Deadlines;
using Hotline.Tickets.Duty;
using Hotline.Tickets.Loop;

namespace Hotline.AgentHub.Contract;

/// <summary>The words of the closed loop in the desk's contract.</summary>
internal static class CaseWords
{
    public static IReadOnlyList<Words> All { get; } =
    [
        Words.Of<LoopVerb>((typeof(CaseView), nameof(CaseView.May)), (typeof(CaseStepView), nameof(CaseStepView.Verb))),
        Words.Of<CaseQueue>((typeof(CaseQueueCount), nameof(CaseQueueCount.Queue))),
        Words.Of<DueFilter>(),
        Words.Of<LoopRefusal>(),
        Words.Of<LoopField>(),
        Words.Of<TicketRole>((typeof(CaseStepView), nameof(CaseStepView.Role))),
        Words.Of<DeadlineTimer>((typeof(CaseSummary), nameof(CaseSummary.DueTimer)), (typeof(CaseTimerView), nameof(CaseTimerView.Timer)),
            (typeof(StepTimerView), nameof(StepTimerView.Timer)),
            (typeof(DeadlinesApi.DeadlineExampleView), nameof(DeadlinesApi.DeadlineExampleView.Timer)),
            (typeof(DeadlinesApi.DueTimeView), nameof(DeadlinesApi.DueTimeView.Timer))),
        Words.Of<OverdueCause>((typeof(CaseSummary), nameof(CaseSummary.OverdueCauses)), (typeof(OverdueView), nameof(OverdueView.Cause))),
        Words.Of<AssignmentKind>((typeof(CaseTaskView), nameof(CaseTaskView.Kind))),
        Words.Of<AssignmentState>((typeof(CaseTaskView), nameof(CaseTaskView.State))),
        Words.Of<ReturnVerdict>((typeof(ReturnView), nameof(ReturnView.Verdict)), (typeof(DecideReturnForm), nameof(DecideReturnForm.Verdict))),
        Words.Of<ContactWay>((typeof(ExtensionView), nameof(ExtensionView.CallerToldBy)), (typeof(ReplyView), nameof(ReplyView.Way)),
            (typeof(RequestExtensionForm), nameof(RequestExtensionForm.CallerToldBy)), (typeof(SubmitReplyForm), nameof(SubmitReplyForm.Way))),
        Words.Of<ClosureGround>((typeof(ClosureView), nameof(ClosureView.Ground)),
            (typeof(RequestTemporaryClosureForm), nameof(RequestTemporaryClosureForm.Ground))),
        Words.Of<ReplyElement>((typeof(CloseReviewView), nameof(CloseReviewView.Missing)),
            (typeof(ReviewClosingForm), nameof(ReviewClosingForm.Missing))),
        Words.Of<Satisfaction>((typeof(RatingsView), nameof(RatingsView.HotlineService)), (typeof(RatingsView), nameof(RatingsView.UnitContact)),
            (typeof(RatingsView), nameof(RatingsView.Result)), (typeof(RecordRevisitForm), nameof(RecordRevisitForm.HotlineService)),
            (typeof(RecordRevisitForm), nameof(RecordRevisitForm.UnitContact)), (typeof(RecordRevisitForm), nameof(RecordRevisitForm.Result))),
        Words.Of<RevisitWay>((typeof(RevisitView), nameof(RevisitView.Way)), (typeof(RecordRevisitForm), nameof(RecordRevisitForm.Way))),
        Words.Of<RevisitFinding>((typeof(RevisitView), nameof(RevisitView.Finding)), (typeof(RecordRevisitForm), nameof(RecordRevisitForm.Finding)),
            (typeof(RoundView), nameof(RoundView.Cause)), (typeof(RedoForm), nameof(RedoForm.Cause))),
        Words.Of<CoordinationReason>((typeof(CoordinationView), nameof(CoordinationView.Reason)),
            (typeof(SendToCoordinationForm), nameof(SendToCoordinationForm.Reason))),
        Words.Of<CoordinationOrderKind>((typeof(CoordinationOrderView), nameof(CoordinationOrderView.Kind)),
            (typeof(DecideCoordinationForm), nameof(DecideCoordinationForm.Kind))),
        Words.Of<ScopeVerdict>((typeof(ScopeQuestionView), nameof(ScopeQuestionView.Verdict)),
            (typeof(CheckScopeForm), nameof(CheckScopeForm.Verdict))),
        Words.Of<PrecedentKind>((typeof(DispatchAdvice.PrecedentView), nameof(DispatchAdvice.PrecedentView.Kind))),
        Words.Of<CaseEndKind>((typeof(CaseEndView), nameof(CaseEndView.Kind))),
        Words.Of<DutyState>((typeof(DutyCallView), nameof(DutyCallView.State))),
        Words.Of<DutyResult>((typeof(DutyAttemptView), nameof(DutyAttemptView.Result))),
        Words.Of<DutyNotice>(),
        Words.Of<RatingSource>((typeof(CaseEndView), nameof(CaseEndView.Source))),
    ];
}
