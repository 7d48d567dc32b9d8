using System.Globalization;
using Hotline.AgentHub.Auth;
using Hotline.AgentHub.Config;
using Hotline.AgentHub.Duty;
using Hotline.AgentHub.Texts;
using Hotline.AgentHub.Tickets;
using Hotline.Persistence;
using Hotline.Tickets;
using Hotline.Tickets.Deadlines;
using Hotline.Tickets.Duty;
using Hotline.Tickets.Loop;

namespace Hotline.AgentHub.Cases;

/// <summary>A case as the contract spells it, as far as somebody may see it.</summary>
/// <param name="rules">The city's.</param>
/// <param name="now">Now.</param>
/// <param name="nameOf">The name of a person by his number; empty where nobody has it.</param>
internal sealed class CaseMapping(CityLoop rules, DateTimeOffset now, Func<string, string> nameOf)
{
    /// <summary>Who sees of a special piece who asked (CRD-05).</summary>
    private static readonly string[] SeeRestricted = [Roles.Coordinator, Roles.Supervisor, Roles.ShiftLeader, Roles.RevisitOfficer];

    public static CaseMovedView Moved(TicketCase subject) =>
        new(subject.Ticket.Id, subject.Ticket.Version, Code.Of(subject.State), subject.RuleSet);

    /// <summary>A line of a list.</summary>
    public static CaseSummary Line(CaseListed listed, DateTimeOffset now)
    {
        var subject = listed.Case;
        var ticket = subject.Ticket;
        return new CaseSummary
        {
            Id = ticket.Id,
            Number = ticket.Number,
            Version = ticket.Version,
            State = Code.Of(ticket.State),
            StateText = Text.Of($"ticket.{ticket.State}"),
            Title = ticket.Form.Title,
            DemandType = ticket.Form.DemandType?.Code,
            Category = ticket.Form.Category,
            Place = ticket.Form.Place,
            Urgency = Code.Of(ticket.Form.Urgency),
            Confidential = ticket.Form.Confidential,
            Restricted = subject.Restricted,
            Lead = subject.Lead?.Unit,
            CoHandlers = CoHandlersOf(subject),
            AcceptedAt = ticket.AcceptedAt,
            DueAt = listed.DueAt,
            DueTimer = listed.DueTimer,
            Overdue = listed.DueAt < now,
            OverdueCauses = CausesOf(subject),
            Round = subject.Round,
            Urgings = UrgingsOf(subject),
            Supervisions = subject.Supervisions.Count,
        };
    }

    /// <summary>Whether somebody may see the citizen's whole numbers: whoever has to call him.</summary>
    public static bool MayReveal(TicketCase subject, Person person) => person.May(Permission.RevealCallers) && (person.Unit is null
        ? !subject.Restricted || SeesRestricted(person)
        : !subject.Restricted && !subject.Ticket.Form.Confidential && LoopTable.AtUnits.Contains(subject.State)
            && LoopRelations.Of(subject, person.Unit) is LoopRelation.Lead or LoopRelation.Station or LoopRelation.Nested);

    /// <summary>Whether somebody sees of a special piece who asked (CRD-05).</summary>
    public static bool SeesRestricted(Person person) => person.RoleNames.Intersect(SeeRestricted).Any();

    public CaseView View(TicketCase subject, IReadOnlyList<CaseStep> steps, IReadOnlyList<DutyCall> duty, Person person, bool recorded)
    {
        var ticket = subject.Ticket;
        var running = CaseTimers.Running(subject, rules.Clock);
        var next = running.Where(timer => timer.Due is not null && timer.Timer != DeadlineTimer.Return).MinBy(timer => timer.Due);
        return new CaseView
        {
            Id = ticket.Id,
            Number = ticket.Number,
            Version = ticket.Version,
            State = Code.Of(ticket.State),
            StateText = Text.Of($"ticket.{ticket.State}"),
            Title = ticket.Form.Title,
            DemandType = ticket.Form.DemandType?.Code,
            Category = ticket.Form.Category,
            Place = ticket.Form.Place,
            Urgency = Code.Of(ticket.Form.Urgency),
            Confidential = ticket.Form.Confidential,
            Restricted = subject.Restricted,
            Lead = subject.Lead?.Unit,
            CoHandlers = CoHandlersOf(subject),
            AcceptedAt = ticket.AcceptedAt,
            DueAt = next?.Due,
            DueTimer = next is null ? null : Code.Of(next.Timer),
            Overdue = next?.Due < now,
            OverdueCauses = CausesOf(subject),
            Round = subject.Round,
            Urgings = UrgingsOf(subject),
            Supervisions = subject.Supervisions.Count,
            Ticket = TicketOf(subject, person, recorded),
            May = [.. CaseOffers.Of(subject, person).Select(Code.Of)],
            MayReveal = MayReveal(subject, person),
            RuleSet = subject.RuleSet,
            RuleSetName = rules.NameOf(subject.RuleSet),
            AccusedUnit = person.Unit is null ? subject.AccusedUnit : null,
            Tasks = [.. subject.Assignments.Select(TaskOf)],
            Timers = [.. running.Select(timer => TimerOf(subject, timer))],
            Timeline = [.. steps.Select(StepOf)],
            Returns = [.. subject.Returns.Select(r => new ReturnView(
                r.No, r.Task, r.By, r.At, r.Reason, r.Basis, r.SuggestedUnit, r.Scan, Code.Of(r.Verdict), Decision(r.Decision), r.Improper))],
            Extensions = [.. subject.Extensions.Select(e => new ExtensionView(e.No, e.Task, e.Round, e.By, e.At, e.WorkingDays, e.Reason,
                e.CallerToldAt,
                Code.Of(e.CallerToldBy), e.Scan, e.ByOverride, Decision(e.Decision), e.GrantedDays))],
            Closures = [.. subject.Closures.Select(c => new ClosureView(c.No, c.Task, c.Round, c.By, c.At, c.IsNewPromise, Code.Of(c.Ground),
                c.Progress,
                c.NextSteps, c.PromisedFor.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), c.Filing, Decision(c.Decision)))],
            Reports = [.. subject.Reports.Select(r => new ProgressView(r.No, r.Task, r.Round, r.By, r.At, r.Text, r.OfClosure))],
            Replies = [.. subject.Replies.Select(r => new ReplyView(r.No, r.Task, r.Round, r.Author, r.Unit, r.At, r.Text, Code.Of(r.Way),
                r.ContactedAt,
                r.Solved, r.Explanation, r.MayBePublished, r.WithoutOpinions, r.Scan,
                r.Review is { } review ? new ApplicationDecisionView(review.By, review.At, review.Approved, review.Note) : null))],
            CloseReviews = [.. subject.CloseReviews.Select(c => new CloseReviewView(c.By, c.At, c.Reply, [.. c.Missing.Select(Code.Of)], c.Note))],
            Revisits = [.. subject.Revisits.Select(r => new RevisitView(r.No, r.Round, r.By, r.At, Code.Of(r.Way), r.Connected, RatingsOf(r.Ratings),
                r.Solved, Code.Of(r.Finding), r.Note))],
            Screenings = [.. subject.Screenings.Select(s => new ScreeningView(s.By, s.At, s.Objective, s.Note))],
            Rounds = [.. subject.Rounds.Select(r => new RoundView(r.No, r.StartedAt, r.By, Code.Of(r.Cause), r.Note, r.SignedAt, r.SignedBy))],
            Coordinations = [.. subject.Coordinations.Select(c => new CoordinationView(c.No, Code.Of(c.Reason), c.By, c.At, c.Report,
                OrderOf(c.Order)))],
            UrgingNotes = [.. subject.Urgings.Select(u => new CaseNoteView(u.By, u.At, u.Note))],
            SupervisionNotes = [.. subject.Supervisions.Select(s => new CaseNoteView(s.By, s.At, s.Demand))],
            OverdueMarks = [.. subject.OverdueMarks.Select(m => new OverdueView(Code.Of(m.Cause), m.Task, m.Unit, m.Round, m.Due, m.NotedAt))],
            ScopeQuestions = [.. subject.ScopeQuestions.Select(q =>
                new ScopeQuestionView(q.By, q.At, q.Unit, q.Question, Code.Of(q.Verdict), q.DecidedBy))],
            FinalDeclarations = [.. subject.FinalDeclarations.Select(f =>
                new FinalView(f.By, f.At, f.Opinion, f.Wording, f.Attachment, f.CallerToldAt, Decision(f.Decision)))],
            End = subject.End is { } end
                ? new CaseEndView(end.At, Code.Of(end.Kind), RatingsOf(end.Ratings), Code.Of(end.Source), end.ExcludedFromRate) : null,
            MergedInto = subject.MergedInto,
            DutyCalls = DutyMapping.Views(duty, person, nameOf),
            MayDirectDuty = person.May(Permission.DirectDutyCalls),
        };
    }

    // A citizen's number is hidden from units; from a confidential matter his name, too; of a special piece only few see who asked.
    private static TicketView TicketOf(TicketCase subject, Person person, bool recorded)
    {
        var view = TicketViews.View(subject.Ticket, recorded && person.May(Permission.ReadCalls));
        var ofUnit = person.Unit is not null;
        var hidden = subject.Restricted ? ofUnit || !person.RoleNames.Intersect(SeeRestricted).Any() : ofUnit && subject.Ticket.Form.Confidential;
        return view with
        {
            Caller = hidden ? "" : view.Caller,
            ContactNumber = hidden ? "" : ofUnit ? MaskedNumber.Of(view.ContactNumber) : view.ContactNumber,
            RequesterName = hidden ? "" : view.RequesterName,
            CallId = ofUnit ? "" : view.CallId,
            AccusedUnit = ofUnit ? null : view.AccusedUnit,
        };
    }

    /// <summary>By whoever did: on the case's page, or in a later call of the citizen.</summary>
    private static int UrgingsOf(TicketCase subject) => subject.Urgings.Count + subject.Ticket.Expedited;

    private static CaseTaskView TaskOf(Assignment task) => new()
    {
        No = task.No,
        Kind = Code.Of(task.Kind),
        Unit = task.Unit,
        Parent = task.Parent,
        State = Code.Of(task.State),
        DispatchedAt = task.DispatchedAt,
        SignedAt = task.SignedAt,
        SignedBy = task.SignedBy,
        ReturnForbidden = task.ReturnForbidden,
        NeedsScan = task.Order is not null,
        FirstResponse = Word(task.FirstResponse),
        Opinion = Word(task.Opinion),
    };

    private CaseTimerView TimerOf(TicketCase subject, CaseTimer timer) => new(
        Code.Of(timer.Timer), timer.Task, timer.Task is { } no ? subject.Assignments[no - 1].Unit : null, timer.Due, timer.Due < now,
        rules.WarnsAt(subject, timer), rules.Explain(subject, timer));

    private CaseStepView StepOf(CaseStep step) => new(
        step.Step.Number, Code.Of(step.Verb), Code.Of(step.Step.FollowUp), step.Step.By.Id,
        nameOf(step.Step.By.Id), Code.Of(step.Step.By.Role), step.Step.By.Unit,
        Code.Of(step.Step.From), Code.Of(step.Step.To), Text.Of($"ticket.{step.Step.To}"), step.Step.At, step.Step.Reason,
        [.. step.Before.Select(Ran)], [.. step.After.Select(Ran)]);

    private static StepTimerView Ran(CaseTimer timer) => new(Code.Of(timer.Timer), timer.Task, timer.Due);

    private static List<string> CoHandlersOf(TicketCase subject) =>
        [.. subject.Assignments.Where(task => task is { Kind: AssignmentKind.CoHandler, IsOver: false }).Select(task => task.Unit)];

    private static List<string> CausesOf(TicketCase subject) => [.. subject.OverdueMarks.Select(mark => Code.Of(mark.Cause)).Distinct()];

    private static CaseNoteView? Word(UnitWord? word) => word is null ? null : new CaseNoteView(word.By, word.At, word.Text);

    private static ApplicationDecisionView? Decision(ApplicationDecision? decision) =>
        decision is null ? null : new ApplicationDecisionView(decision.By, decision.At, decision.Granted, decision.Note);

    private static RatingsView RatingsOf(Ratings ratings) => new(Code.Of(ratings.HotlineService), Code.Of(ratings.UnitContact),
        Code.Of(ratings.Result));

    private static CoordinationOrderView? OrderOf(CoordinationOrder? order) => order is null ? null : new CoordinationOrderView(
        Code.Of(order.Kind), order.By, order.At, order.SignedOffBy, order.Document, order.Attendees, order.Lead, order.CoHandlers);
}
