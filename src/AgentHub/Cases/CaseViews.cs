using Hotline.AgentHub.Duty;
using Hotline.AgentHub.Tickets;

namespace Hotline.AgentHub.Cases;

// A ticket on its way through the closed loop, as the desk's contract spells it. Units and people stand by their codes; the reference lists
// name them.

/// <summary>A case as a line of a list.</summary>
public record CaseSummary
{
    /// <summary>The ticket's.</summary>
    public required string Id { get; init; }

    public required string? Number { get; init; }

    /// <summary>Each command names it.</summary>
    public required int Version { get; init; }

    public required string State { get; init; }
    public required string StateText { get; init; }
    public required string Title { get; init; }
    public required string? DemandType { get; init; }
    public required string? Category { get; init; }
    public required string Place { get; init; }
    public required string Urgency { get; init; }
    public required bool Confidential { get; init; }

    /// <summary>A special piece: only few see who asked.</summary>
    public required bool Restricted { get; init; }

    /// <summary>Code of the unit that handles and answers; null while none does.</summary>
    public required string? Lead { get; init; }

    /// <summary>Codes of the units that give their part.</summary>
    public required IReadOnlyList<string> CoHandlers { get; init; }

    public required DateTimeOffset? AcceptedAt { get; init; }

    /// <summary>The earliest due time that runs in this list; null where none does or nobody knows.</summary>
    public required DateTimeOffset? DueAt { get; init; }

    /// <summary>Of which clock; null where there is none.</summary>
    public required string? DueTimer { get; init; }

    /// <summary>That time is over.</summary>
    public required bool Overdue { get; init; }

    /// <summary>Why it is an overdue one, even where it was done in the end.</summary>
    public required IReadOnlyList<string> OverdueCauses { get; init; }

    /// <summary>How often it was sent back to be done again.</summary>
    public required int Round { get; init; }

    public required int Urgings { get; init; }
    public required int Supervisions { get; init; }
}

/// <summary>One page of a list; pages count from 1, and the total is exact.</summary>
public sealed record CaseListView(IReadOnlyList<CaseSummary> Items, int Total, int Page, int PageSize);

/// <param name="Queue">Which list.</param>
/// <param name="Total">How many stand in it.</param>
/// <param name="Soon">How many of them are due within a day.</param>
/// <param name="Overdue">How many of them are late.</param>
/// <param name="Confidential">How many confidential ones stand in its other list, which is counted apart.</param>
public sealed record CaseQueueCount(string Queue, int Total, int Soon, int Overdue, int Confidential);

/// <summary>The lists that somebody has, in the order of a ticket's way.</summary>
public sealed record CaseCountsView(IReadOnlyList<CaseQueueCount> Queues);

/// <summary>A whole case, as far as who asks may see it.</summary>
public sealed record CaseView : CaseSummary
{
    /// <summary>What the citizen asked; numbers are masked, and names are left out for whom they are not meant.</summary>
    public required TicketView Ticket { get; init; }

    /// <summary>The commands that who asks may try now; a page shows no others.</summary>
    public required IReadOnlyList<string> May { get; init; }

    /// <summary>Who asks may see the citizen's whole number, with a purpose that is written down.</summary>
    public required bool MayReveal { get; init; }

    /// <summary>The set of deadlines it was born with.</summary>
    public required string RuleSet { get; init; }

    public required string RuleSetName { get; init; }

    /// <summary>Code of the unit that is complained about; null for none, and for units.</summary>
    public required string? AccusedUnit { get; init; }

    public required IReadOnlyList<CaseTaskView> Tasks { get; init; }

    /// <summary>The clocks that run now.</summary>
    public required IReadOnlyList<CaseTimerView> Timers { get; init; }

    /// <summary>Everything that happened, the oldest first.</summary>
    public required IReadOnlyList<CaseStepView> Timeline { get; init; }

    public required IReadOnlyList<ReturnView> Returns { get; init; }
    public required IReadOnlyList<ExtensionView> Extensions { get; init; }
    public required IReadOnlyList<ClosureView> Closures { get; init; }
    public required IReadOnlyList<ProgressView> Reports { get; init; }
    public required IReadOnlyList<ReplyView> Replies { get; init; }
    public required IReadOnlyList<CloseReviewView> CloseReviews { get; init; }
    public required IReadOnlyList<RevisitView> Revisits { get; init; }
    public required IReadOnlyList<ScreeningView> Screenings { get; init; }
    public required IReadOnlyList<RoundView> Rounds { get; init; }
    public required IReadOnlyList<CoordinationView> Coordinations { get; init; }
    public required IReadOnlyList<CaseNoteView> UrgingNotes { get; init; }
    public required IReadOnlyList<CaseNoteView> SupervisionNotes { get; init; }
    public required IReadOnlyList<OverdueView> OverdueMarks { get; init; }
    public required IReadOnlyList<ScopeQuestionView> ScopeQuestions { get; init; }
    public required IReadOnlyList<FinalView> FinalDeclarations { get; init; }
    public required CaseEndView? End { get; init; }

    /// <summary>Id of the ticket that this one was merged into.</summary>
    public required string? MergedInto { get; init; }

    /// <summary>The ringing of duty phones, by task; for a unit, its own.</summary>
    public required IReadOnlyList<DutyCallView> DutyCalls { get; init; }

    /// <summary>Who asks may pass on to the next on such a list, and stop it.</summary>
    public required bool MayDirectDuty { get; init; }

    /// <summary>What went out of the house about it, or did not, the oldest first; for a unit its own and the citizen's.</summary>
    public IReadOnlyList<SentNoticeView> Notices { get; init; } = [];

    /// <summary>With which the citizen asks for his ticket, to be read out to him; null for units, and where it has none.</summary>
    public string? ExtractionCode { get; init; }

    /// <summary>The citizen wants no short messages; null for units.</summary>
    public bool? MessagesRefused { get; init; }

    /// <summary>Who asks may write down that he wants none.</summary>
    public bool MayNoteMessages { get; init; }
}

/// <summary>A notice that went out of the house, or did not.</summary>
/// <param name="Step">Code of the step, or of what a clock does.</param>
/// <param name="What">Code of the state that it led to, or of the clock; empty for none.</param>
/// <param name="Channel">By which way.</param>
/// <param name="Audience">Whom.</param>
/// <param name="Unit">Code of the unit; null for the citizen and the hotline.</param>
/// <param name="State">How it stands.</param>
/// <param name="Reason">Why it was not sent; null where it was, or was not tried.</param>
/// <param name="At">When it happened.</param>
/// <param name="DoneAt">When it was sent, died or was given up; null while it was not.</param>
public sealed record SentNoticeView(
    string Step, string What, string Channel, string Audience, string? Unit, string State, string? Reason, DateTimeOffset At, DateTimeOffset? DoneAt);

/// <summary>The task of one unit.</summary>
public sealed record CaseTaskView
{
    public required int No { get; init; }
    public required string Kind { get; init; }

    /// <summary>Its code.</summary>
    public required string Unit { get; init; }

    /// <summary>Of a nested task: the number of the station's.</summary>
    public required int? Parent { get; init; }

    public required string State { get; init; }
    public required DateTimeOffset DispatchedAt { get; init; }
    public required DateTimeOffset? SignedAt { get; init; }
    public required string? SignedBy { get; init; }

    /// <summary>It cannot be given back.</summary>
    public required bool ReturnForbidden { get; init; }

    /// <summary>It stands on an order of the group: reply, return and extension need a scan.</summary>
    public required bool NeedsScan { get; init; }

    public required CaseNoteView? FirstResponse { get; init; }
    public required CaseNoteView? Opinion { get; init; }
}

/// <param name="Timer">Which clock.</param>
/// <param name="Task">Number of the task it runs for; null where it is the hotline's.</param>
/// <param name="Unit">Code of the unit it runs for; null where it is the hotline's.</param>
/// <param name="Due">Until when; null where nobody knows.</param>
/// <param name="Overdue">That is over.</param>
/// <param name="WarnsAt">When it warns.</param>
/// <param name="Explanation">How the due time came about, in a sentence; empty where no rule says it.</param>
public sealed record CaseTimerView(
    string Timer, int? Task, string? Unit, DateTimeOffset? Due, bool Overdue, IReadOnlyList<DateTimeOffset> WarnsAt, string Explanation);

/// <param name="Timer">Which clock.</param>
/// <param name="Task">Number of the task it ran for; null where it was the hotline's.</param>
/// <param name="Due">Until when it ran; null where nobody knew.</param>
public sealed record StepTimerView(string Timer, int? Task, DateTimeOffset? Due);

/// <param name="No">From 1, without gaps.</param>
/// <param name="Verb">By which command; null for what happened in the call.</param>
/// <param name="FollowUp">What a later call of the citizen added: supplement or expedite; null for everything else.</param>
/// <param name="Who">Number of the person.</param>
/// <param name="WhoName">His name; empty where nobody has that number any more.</param>
/// <param name="Role">The role he used.</param>
/// <param name="Unit">Code of his unit; null for the hotline's people.</param>
/// <param name="From">State before; null for the opening.</param>
/// <param name="To">State after.</param>
/// <param name="ToText">The same in words.</param>
/// <param name="At">When.</param>
/// <param name="Reason">Why, where a reason was asked for.</param>
/// <param name="Before">The clocks that ran before.</param>
/// <param name="After">The clocks that ran after.</param>
public sealed record CaseStepView(
    int No, string? Verb, string? FollowUp, string Who, string WhoName, string Role, string? Unit, string? From, string To, string ToText,
    DateTimeOffset At, string Reason,
    IReadOnlyList<StepTimerView> Before, IReadOnlyList<StepTimerView> After);

/// <summary>What somebody said, and when.</summary>
public sealed record CaseNoteView(string By, DateTimeOffset At, string Text);

/// <summary>What was decided about an application.</summary>
public sealed record ApplicationDecisionView(string By, DateTimeOffset At, bool Granted, string Note);

/// <summary>A unit gives it back; null in verdict and decision while nobody has decided.</summary>
public sealed record ReturnView(
    int No, int Task, string By, DateTimeOffset At, string Reason, string Basis, string SuggestedUnit, string? Scan, string? Verdict,
    ApplicationDecisionView? Decision, bool Improper);

/// <summary>A unit asks for more time.</summary>
public sealed record ExtensionView(
    int No, int Task, int Round, string By, DateTimeOffset At, int WorkingDays, string Reason, DateTimeOffset CallerToldAt, string CallerToldBy,
    string? Scan, bool ByOverride, ApplicationDecisionView? Decision, int GrantedDays);

/// <summary>A unit asks for a temporary closure, or for a new promised day.</summary>
public sealed record ClosureView(
    int No, int Task, int Round, string By, DateTimeOffset At, bool IsNewPromise, string Ground, string Progress, string NextSteps,
    string PromisedFor,
    string? Filing, ApplicationDecisionView? Decision);

/// <summary>A report on progress.</summary>
public sealed record ProgressView(int No, int Task, int Round, string By, DateTimeOffset At, string Text, bool OfClosure);

/// <summary>What the unit answered; the review is the one inside the unit.</summary>
public sealed record ReplyView(
    int No, int Task, int Round, string Author, string Unit, DateTimeOffset At, string Text, string Way, DateTimeOffset ContactedAt, bool Solved,
    string Explanation, bool MayBePublished, string WithoutOpinions, string? Scan, ApplicationDecisionView? Review);

/// <summary>What the hotline found missing in a reply; empty where it was complete.</summary>
public sealed record CloseReviewView(string By, DateTimeOffset At, int Reply, IReadOnlyList<string> Missing, string Note);

/// <summary>The three things that are rated; null: not rated.</summary>
public sealed record RatingsView(string? HotlineService, string? UnitContact, string? Result);

/// <summary>One attempt to ask the citizen.</summary>
public sealed record RevisitView(
    int No, int Round, string By, DateTimeOffset At, string Way, bool Connected, RatingsView Ratings, bool? Solved, string? Finding, string Note);

/// <summary>Why a dissatisfied citizen's ticket was closed all the same, or not.</summary>
public sealed record ScreeningView(string By, DateTimeOffset At, bool Objective, string Note);

/// <summary>A round in which it is handled again.</summary>
public sealed record RoundView(int No, DateTimeOffset StartedAt, string By, string Cause, string Note, DateTimeOffset? SignedAt, string? SignedBy);

/// <summary>What the group decided.</summary>
public sealed record CoordinationOrderView(
    string Kind, string By, DateTimeOffset At, string SignedOffBy, string Document, IReadOnlyList<string> Attendees, string Lead,
    IReadOnlyList<string> CoHandlers);

/// <summary>The ticket before the coordination group.</summary>
public sealed record CoordinationView(int No, string Reason, string By, DateTimeOffset At, string Report, CoordinationOrderView? Order);

/// <summary>Why it is an overdue one.</summary>
public sealed record OverdueView(string Cause, int Task, string Unit, int Round, DateTimeOffset Due, DateTimeOffset NotedAt);

/// <summary>A unit was asked whether the demand is in scope.</summary>
public sealed record ScopeQuestionView(string By, DateTimeOffset At, string Unit, string Question, string? Verdict, string? DecidedBy);

/// <summary>A unit declares it final.</summary>
public sealed record FinalView(
    string By, DateTimeOffset At, string Opinion, string Wording, string Attachment, DateTimeOffset CallerToldAt, ApplicationDecisionView? Decision);

/// <summary>How it ended.</summary>
public sealed record CaseEndView(DateTimeOffset At, string Kind, RatingsView Ratings, string? Source, bool ExcludedFromRate);

/// <summary>The answer to a command of somebody who does not read cases: what stands there now.</summary>
public sealed record CaseMovedView(string Id, int Version, string State, string RuleSet);

/// <summary>Why somebody wants to see the citizen's number.</summary>
public sealed record RevealForm(string Purpose);

/// <summary>The citizen's whole numbers.</summary>
public sealed record RevealedView(string Caller, string ContactNumber);

/// <summary>A unit as forms choose it.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Parent">Code of the one above it; null at the top.</param>
/// <param name="Level">city, county, township, village, utility.</param>
/// <param name="IsStation">A county's work station, which passes on what it gets.</param>
/// <param name="Station">Code of the station it stands under; null for none.</param>
/// <param name="MayBeChosen">It takes tickets: it is active, and its contact is named.</param>
/// <param name="Why">Why it may not be chosen, in words; empty where it may.</param>
public sealed record UnitChoiceView(string Code, string Name, string? Parent, string Level, bool IsStation, string? Station, bool MayBeChosen,
    string Why);

/// <summary>What a desk was told.</summary>
/// <param name="Ticket">Id of the ticket.</param>
/// <param name="Number">Its number.</param>
/// <param name="Kind">warn: a clock will end; overdue: it has; step: something was done; duty: of ringing duty phones.</param>
/// <param name="What">Of which clock, by which command, or what of ringing.</param>
/// <param name="At">When.</param>
/// <param name="DueAt">Until when; null where it is no clock's.</param>
/// <param name="ReadAt">When it was read at this desk; null while nobody has.</param>
/// <param name="ReadBy">The name of who did.</param>
public sealed record CaseNotice(
    string Ticket, string? Number, string Kind, string What, DateTimeOffset At, DateTimeOffset? DueAt, DateTimeOffset? ReadAt, string? ReadBy);

/// <summary>A notice as a page names it.</summary>
/// <param name="Ticket">Id of the ticket.</param>
/// <param name="Kind">As it was told.</param>
/// <param name="What">As it was told.</param>
/// <param name="At">As it was told.</param>
public sealed record NoticeRead(string Ticket, string Kind, string What, DateTimeOffset At);

/// <summary>What somebody has read at his desk, a hundred at the most.</summary>
public sealed record NoticesReadForm(IReadOnlyList<NoticeRead> Items);

/// <param name="Refused">The citizen wants no short messages; false: he wants them again.</param>
public sealed record MessagesForm(bool Refused);

/// <summary>How often the first dispatch was right.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="Dispatched">How many tickets were first dispatched on those days.</param>
/// <param name="Returned">How many of them their unit gave back, and rightly.</param>
/// <param name="Accuracy">The share of the others, from 0 to 1; null where none was dispatched.</param>
public sealed record DispatchAccuracyView(DateOnly From, DateOnly To, int Dispatched, int Returned, double? Accuracy);
