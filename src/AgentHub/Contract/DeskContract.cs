using System.Reflection;
using System.Text.Json.Serialization;
using Hotline.AgentHub.Attachments;
using Hotline.AgentHub.Calls;
using Hotline.AgentHub.Cases;
using Hotline.AgentHub.Duty;
using Hotline.AgentHub.Config;
using Hotline.AgentHub.Deadlines;
using Hotline.AgentHub.Imports;
using Hotline.AgentHub.Notices;
using Hotline.AgentHub.People;
using Hotline.AgentHub.Reference;
using Hotline.AgentHub.Screens;
using Hotline.AgentHub.Session;
using Hotline.AgentHub.Tickets;
using Hotline.AgentHub.Trail;
using Hotline.AgentHub.WorkingDays;
using Hotline.Persistence;
using Hotline.Routing.Numbers;
using Hotline.Routing;
using Hotline.Tickets.Calendar;
using Hotline.Tickets.Notices;
using Hotline.Tickets;

namespace Hotline.AgentHub.Contract;

/// <summary>What passes between the server and the web desk. The desk's own types (desk/src/shared/contract.ts) are written from this.</summary>
internal static class DeskContract
{
    /// <summary>
    /// What the hub sends, as its serializer's context lists it, and the bodies of the API that the desk sends and reads. What these hold comes
    /// along.
    /// </summary>
    public static IReadOnlyList<Type> Roots { get; } =
    [
        .. typeof(DeskJson).GetCustomAttributesData().Where(a => a.AttributeType == typeof(JsonSerializableAttribute))
            .Select(a => (Type)a.ConstructorArguments[0].Value!),
        typeof(SessionApi.SessionView), typeof(SessionApi.SignInForm), typeof(SessionApi.PageForm), typeof(SessionApi.PhoneView),
        typeof(DeskApi.StateForm), typeof(DeskApi.TargetForm), typeof(DeskApi.RequeueForm), typeof(DeskApi.CallForm), typeof(DeskApi.WrapUpForm),
        typeof(CallsApi.PurposeForm), typeof(CallsApi.NumberView), typeof(CallsApi.HistoryView), typeof(CallBacksApi.CallBackView), typeof(DayView),
        typeof(DraftForm), typeof(OutcomeForm), typeof(FollowUpForm), typeof(TicketsApi.DraftSaved), typeof(TicketView), typeof(TicketListView),
        typeof(DraftListView),
        typeof(ReferenceApi.ReferenceView), typeof(ReferenceApi.PartyListed),
        typeof(PeopleApi.PersonView), typeof(PeopleApi.PersonForm), typeof(PeopleApi.PersonSaved),
        typeof(OwnAccountApi.PasswordForm), typeof(OwnAccountApi.TotpForm), typeof(OwnAccountApi.TotpView), typeof(OwnAccountApi.TotpProof),
        typeof(OwnAccountApi.OpenSession), typeof(UnknownNumbersApi.UnknownNumberView),
        typeof(TrailApi.TrailView), typeof(TrailApi.TrailVerdict),
        typeof(CalendarView), typeof(CalendarForm), typeof(CalendarTrialView), typeof(ImportForm), typeof(ImportTrialView), typeof(ImportView),
        typeof(AttachmentsView), typeof(AttachmentForm),
        typeof(CaseListView), typeof(CaseCountsView), typeof(CaseView), typeof(CaseMovedView), typeof(RevealForm), typeof(RevealedView),
        typeof(UnitChoiceView), typeof(CaseNotice), typeof(DutyCallView),
        typeof(NoticesReadForm), typeof(MessagesForm),
        typeof(NoticesApi.NoticeListView), typeof(NoticesApi.NoticeCountsView), typeof(NoticesApi.NoticeAgainForm),
        typeof(NoticesApi.NoticeGiveUpForm), typeof(NoticesApi.NoticesMovedView),
        typeof(DispatchAdvice.DispatchAdviceView), typeof(DispatchAccuracyView),
        typeof(DeadlinesApi.RuleSetView), typeof(DeadlinesApi.DeadlineExampleView), typeof(DeadlinesApi.DueTimesView),
        typeof(AskScopeForm), typeof(CheckScopeForm), typeof(MergeIntoForm), typeof(AnswerByWordingForm), typeof(MarkUrgentForm),
        typeof(DispatchForm),
        typeof(SendToCoordinationForm), typeof(DecideCoordinationForm), typeof(SignForm), typeof(RespondFirstForm), typeof(RequestReturnForm),
        typeof(DecideReturnForm), typeof(SubAssignForm), typeof(GiveOpinionForm), typeof(RequestExtensionForm), typeof(DecideExtensionForm),
        typeof(RequestTemporaryClosureForm), typeof(DecideTemporaryClosureForm), typeof(ReportProgressForm), typeof(SubmitReplyForm),
        typeof(ReviewReplyForm), typeof(ReviewClosingForm), typeof(RecordRevisitForm), typeof(ScreenForm), typeof(RedoForm), typeof(DeclareFinalForm),
        typeof(AcceptFinalForm), typeof(ArchiveForm), typeof(WithdrawForm), typeof(UrgeForm), typeof(SuperviseForm), typeof(MoveRuleSetForm),
    ];

    /// <summary>Words that go out as text: a member that carries one is text in C#, too, and in the desk one of these.</summary>
    public static IReadOnlyList<Words> Vocabulary { get; } =
    [
        Words.Of<AgentState>((typeof(DeskAgent), nameof(DeskAgent.State)), (typeof(DeskAgent), nameof(DeskAgent.Next)),
            (typeof(FloorAgent), nameof(FloorAgent.State)), (typeof(DeskApi.StateForm), nameof(DeskApi.StateForm.State))),
        // Not the only reasons there are: the codes of the city's breaks stand in the same place.
        Words.OfConstants(nameof(SetAside), typeof(SetAside)),
        new Words("DeskCallState", DeskWords.CallStates, (typeof(DeskCall), nameof(DeskCall.State))),
        new Words("FloorCallState", DeskWords.FloorCallStates, (typeof(FloorCall), nameof(FloorCall.State))),
        Words.Of<EndedBy>((typeof(DeskCall), nameof(DeskCall.EndedBy))),
        Words.Of<MergeMode>((typeof(DialledNumber), nameof(DialledNumber.Mode))),
        Words.Of<PartyState>((typeof(PartyView), nameof(PartyView.State))),
        Words.Of<PartyFailureReason>((typeof(PartyFailureView), nameof(PartyFailureView.Reason))),
        Words.Of<PartyKind>((typeof(ReferenceApi.PartyListed), nameof(ReferenceApi.PartyListed.Kind))),
        Words.OfConstants("Role", typeof(Roles), (typeof(SessionApi.SessionAgent), nameof(SessionApi.SessionAgent.Roles)),
            (typeof(PeopleApi.PersonView), nameof(PeopleApi.PersonView.Roles)), (typeof(PeopleApi.PersonForm), nameof(PeopleApi.PersonForm.Roles))),
        Words.Of<OutcomeKind>((typeof(DeskCall), nameof(DeskCall.Outcome)), (typeof(CallsApi.EarlierCall), nameof(CallsApi.EarlierCall.Outcome)),
            (typeof(DraftForm), nameof(DraftForm.Outcome)), (typeof(TicketView), nameof(TicketView.Outcome))),
        Words.Of<TicketState>((typeof(TicketSummary), nameof(TicketSummary.State)), (typeof(CaseSummary), nameof(CaseSummary.State)),
            (typeof(CaseStepView), nameof(CaseStepView.From)), (typeof(CaseStepView), nameof(CaseStepView.To)),
            (typeof(CaseMovedView), nameof(CaseMovedView.State))),
        Words.Of<FollowUpKind>((typeof(FollowUpForm), nameof(FollowUpForm.Kind)), (typeof(FollowUpView), nameof(FollowUpView.Kind)),
            (typeof(CaseStepView), nameof(CaseStepView.FollowUp))),
        Words.Of<RequesterKind>((typeof(DraftForm), nameof(DraftForm.RequesterKind)), (typeof(TicketView), nameof(TicketView.RequesterKind))),
        Words.Of<Urgency>((typeof(DraftForm), nameof(DraftForm.Urgency)), (typeof(TicketView), nameof(TicketView.Urgency)),
            (typeof(CaseSummary), nameof(CaseSummary.Urgency)), (typeof(MarkUrgentForm), nameof(MarkUrgentForm.Urgency)),
            (typeof(DeadlinesApi.DeadlineExampleView), nameof(DeadlinesApi.DeadlineExampleView.Urgency))),
        Words.Of<CalendarAlarm>((typeof(CalendarView), nameof(CalendarView.Alarm))),
        Words.Of<DayMarkKind>((typeof(CalendarDayView), nameof(CalendarDayView.Kind)), (typeof(CalendarDayForm), nameof(CalendarDayForm.Kind))),
        Words.Of<NoticeChannel>((typeof(NoticesApi.NoticeView), nameof(NoticesApi.NoticeView.Channel)),
            (typeof(SentNoticeView), nameof(SentNoticeView.Channel)),
            (typeof(NoticesApi.NoticeCountsView), nameof(NoticesApi.NoticeCountsView.NotSetUp))),
        Words.Of<NoticeAudience>((typeof(NoticesApi.NoticeView), nameof(NoticesApi.NoticeView.Audience)),
            (typeof(SentNoticeView), nameof(SentNoticeView.Audience))),
        Words.OfConstants("DeliveryState", typeof(DeliveryStates), (typeof(NoticesApi.NoticeView), nameof(NoticesApi.NoticeView.State)),
            (typeof(SentNoticeView), nameof(SentNoticeView.State))),
        Words.OfConstants("DeliveryReason", typeof(DeliveryReasons), (typeof(NoticesApi.NoticeView), nameof(NoticesApi.NoticeView.Reason)),
            (typeof(SentNoticeView), nameof(SentNoticeView.Reason))),
        .. CaseWords.All,
    ];

    /// <summary>The desk's types as they are to be.</summary>
    public static string Text => new TypeScript(Roots, Vocabulary, Docstrings.Beside(typeof(DeskContract).Assembly)).Write();

    /// <summary>Writes them, unless they stand there already: a file that was not touched makes nobody build the desk anew.</summary>
    public static void WriteTo(string file)
    {
        var text = Text;
        if (!File.Exists(file) || File.ReadAllText(file) != text)
        {
            File.WriteAllText(file, text);
        }
    }
}

/// <summary>Words that stand for one another's alternatives.</summary>
/// <param name="Name">Of the type in the desk.</param>
/// <param name="Values">As they go over the wire.</param>
/// <param name="Members">Which members carry one of them, or a list of them.</param>
internal sealed record Words(string Name, IReadOnlyList<string> Values, params IReadOnlyList<(Type Owner, string Member)> Members)
{
    public static Words Of<T>(params IReadOnlyList<(Type Owner, string Member)> members)
        where T : struct, Enum => new(typeof(T).Name, [.. Enum.GetValues<T>().Select(DeskWords.Camel)], members);

    public static Words OfConstants(string name, Type constants, params IReadOnlyList<(Type Owner, string Member)> members) =>
        new(name,
            [.. constants.GetFields(BindingFlags.Public | BindingFlags.Static).Where(f => f.IsLiteral).Select(f => (string)f.GetRawConstantValue()!)],
            members);
}
