using Hotline.AgentHub.Web;
using Hotline.Tickets;
using Hotline.Tickets.Loop;

namespace Hotline.AgentHub.Cases;

// What a page sends for each command of the closed loop: one form per command, called by its address.

/// <summary>What every command says: the version that the page showed. Another one is a lost race, and nothing is done.</summary>
public abstract record CaseForm(int Version)
{
    /// <summary>The command as the rules know it.</summary>
    internal abstract LoopCommand ToCommand(TicketActor by, string wish);

    /// <summary>Fields that hold no code of their list.</summary>
    internal virtual IEnumerable<string> UnknownCodes() => [];

    /// <summary>The units that it names.</summary>
    internal virtual IEnumerable<string> Units() => [];

    private protected static string? Unless<T>(string? code, string field)
        where T : struct, Enum => Code.TryParse<T>(code, out _) ? null : field;

    private protected static T As<T>(string code)
        where T : struct, Enum => Code.Parse<T>(code);

    private protected static IReadOnlyList<T> All<T>(IReadOnlyList<T>? list) => list ?? [];
}

/// <summary>A command that needs nothing besides: sign, archive.</summary>
public abstract record BareForm(int Version) : CaseForm(Version);

/// <param name="Version">The version that the page showed.</param>
/// <param name="Lead">Code of the unit that handles and answers.</param>
/// <param name="CoHandlers">Codes of those that give their part to it.</param>
/// <param name="SpecialReason">Why it is dispatched although the matter has a final case.</param>
public sealed record DispatchForm(int Version, string Lead, IReadOnlyList<string>? CoHandlers = null, string? SpecialReason = null)
    : CaseForm(Version)
{
    internal override LoopCommand ToCommand(TicketActor by, string wish) => new Dispatch(by, wish, Lead, All(CoHandlers), SpecialReason);

    internal override IEnumerable<string> Units() => [Lead, .. All(CoHandlers)];
}

/// <summary>A unit signs for its task.</summary>
public sealed record SignForm(int Version) : BareForm(Version)
{
    internal override LoopCommand ToCommand(TicketActor by, string wish) => new Sign(by, wish);
}

/// <param name="Version">The version that the page showed.</param>
/// <param name="Reason">Why it is not the unit's.</param>
/// <param name="Basis">The law or the list of duties that this stands on.</param>
/// <param name="SuggestedUnit">Who should get it.</param>
/// <param name="Scan">The signed and sealed paper, on an order of the group.</param>
public sealed record RequestReturnForm(int Version, string Reason, string Basis, string SuggestedUnit, string? Scan = null) : CaseForm(Version)
{
    internal override LoopCommand ToCommand(TicketActor by, string wish) => new RequestReturn(by, wish, Reason, Basis, SuggestedUnit, Scan);

    internal override IEnumerable<string> Units() => [SuggestedUnit];
}

/// <param name="Version">The version that the page showed.</param>
/// <param name="Application">Its number among the returns of the case.</param>
/// <param name="Verdict">What becomes of it.</param>
/// <param name="Note">Why.</param>
/// <param name="Improper">Of what is rejected: it should not have been given back, and that is counted.</param>
public sealed record DecideReturnForm(int Version, int Application, string Verdict, string Note = "", bool Improper = false) : CaseForm(Version)
{
    internal override LoopCommand ToCommand(TicketActor by, string wish) =>
        new DecideReturn(by, wish, Application, As<ReturnVerdict>(Verdict), Note, Improper);

    internal override IEnumerable<string> UnknownCodes() => new[] { Unless<ReturnVerdict>(Verdict, "verdict") }.OfType<string>();
}

/// <summary>The first response to an urgent matter.</summary>
public sealed record RespondFirstForm(int Version, string Text) : CaseForm(Version)
{
    internal override LoopCommand ToCommand(TicketActor by, string wish) => new RespondFirst(by, wish, Text);
}

/// <param name="Version">The version that the page showed.</param>
/// <param name="WorkingDays">By how many.</param>
/// <param name="Reason">Why.</param>
/// <param name="CallerToldAt">When it was explained to the caller.</param>
/// <param name="CallerToldBy">How.</param>
/// <param name="Scan">The signed and sealed paper, on an order of the group.</param>
public sealed record RequestExtensionForm(
    int Version, int WorkingDays, string Reason, DateTimeOffset? CallerToldAt, string CallerToldBy, string? Scan = null) : CaseForm(Version)
{
    internal override LoopCommand ToCommand(TicketActor by, string wish) =>
        new RequestExtension(by, wish, WorkingDays, Reason, CallerToldAt, As<ContactWay>(CallerToldBy), Scan);

    internal override IEnumerable<string> UnknownCodes() => new[] { Unless<ContactWay>(CallerToldBy, "callerToldBy") }.OfType<string>();
}

/// <param name="Version">The version that the page showed.</param>
/// <param name="Application">Its number among the extensions of the case.</param>
/// <param name="GrantedDays">How many working days; null: rejected.</param>
/// <param name="Note">Why.</param>
public sealed record DecideExtensionForm(int Version, int Application, int? GrantedDays, string Note = "") : CaseForm(Version)
{
    internal override LoopCommand ToCommand(TicketActor by, string wish) => new DecideExtension(by, wish, Application, GrantedDays, Note);
}

/// <param name="Version">The version that the page showed.</param>
/// <param name="Ground">Why it may be.</param>
/// <param name="Progress">How far it is.</param>
/// <param name="NextSteps">What comes next.</param>
/// <param name="PromisedFor">The day by which it will be done, as 2026-12-31.</param>
/// <param name="Filing">The paper of the opened case.</param>
public sealed record RequestTemporaryClosureForm(
    int Version, string Ground, string Progress, string NextSteps, DateOnly? PromisedFor, string? Filing = null) : CaseForm(Version)
{
    internal override LoopCommand ToCommand(TicketActor by, string wish) =>
        new RequestTemporaryClosure(by, wish, As<ClosureGround>(Ground), Progress, NextSteps, PromisedFor, Filing);

    internal override IEnumerable<string> UnknownCodes() => new[] { Unless<ClosureGround>(Ground, "ground") }.OfType<string>();
}

/// <param name="Version">The version that the page showed.</param>
/// <param name="Application">Its number among the closures of the case.</param>
/// <param name="Granted">Whether.</param>
/// <param name="Note">Why.</param>
public sealed record DecideTemporaryClosureForm(int Version, int Application, bool Granted, string Note = "") : CaseForm(Version)
{
    internal override LoopCommand ToCommand(TicketActor by, string wish) => new DecideTemporaryClosure(by, wish, Application, Granted, Note);
}

/// <summary>A report on a temporary closure, or the feedback on an urgent matter.</summary>
public sealed record ReportProgressForm(int Version, string Text) : CaseForm(Version)
{
    internal override LoopCommand ToCommand(TicketActor by, string wish) => new ReportProgress(by, wish, Text);
}

/// <summary>A county's station passes its task on to a department.</summary>
public sealed record SubAssignForm(int Version, string Unit) : CaseForm(Version)
{
    internal override LoopCommand ToCommand(TicketActor by, string wish) => new SubAssign(by, wish, Unit);

    internal override IEnumerable<string> Units() => [Unit];
}

/// <summary>A co-handler gives its part to the lead.</summary>
public sealed record GiveOpinionForm(int Version, string Text) : CaseForm(Version)
{
    internal override LoopCommand ToCommand(TicketActor by, string wish) => new GiveOpinion(by, wish, Text);
}

/// <param name="Version">The version that the page showed.</param>
/// <param name="Text">What was answered.</param>
/// <param name="Way">How the citizen was reached.</param>
/// <param name="ContactedAt">When.</param>
/// <param name="Solved">Whether it is solved.</param>
/// <param name="Explanation">Why it could not be solved.</param>
/// <param name="MayBePublished">It may be published after review.</param>
/// <param name="WithoutOpinions">Why the lead does not wait for its co-handlers.</param>
/// <param name="Scan">The signed and sealed paper, on an order of the group.</param>
public sealed record SubmitReplyForm(
    int Version, string Text, string Way, DateTimeOffset? ContactedAt, bool Solved, string? Explanation = null, bool MayBePublished = false,
    string? WithoutOpinions = null, string? Scan = null) : CaseForm(Version)
{
    internal override LoopCommand ToCommand(TicketActor by, string wish) => new SubmitReply(
        by, wish, Text, As<ContactWay>(Way), ContactedAt, Solved, Explanation, MayBePublished, WithoutOpinions, Scan);

    internal override IEnumerable<string> UnknownCodes() => new[] { Unless<ContactWay>(Way, "way") }.OfType<string>();
}

/// <summary>The review inside the unit; the note says what is to be bettered where it does not go out.</summary>
public sealed record ReviewReplyForm(int Version, bool Approved, string Note = "") : CaseForm(Version)
{
    internal override LoopCommand ToCommand(TicketActor by, string wish) => new ReviewReply(by, wish, Approved, Note);
}

/// <param name="Version">The version that the page showed.</param>
/// <param name="Missing">What the reply lacks; empty: it is complete. Else it is done again.</param>
/// <param name="Note">In words.</param>
public sealed record ReviewClosingForm(int Version, IReadOnlyList<string> Missing, string Note = "") : CaseForm(Version)
{
    internal override LoopCommand ToCommand(TicketActor by, string wish) =>
        new ReviewClosing(by, wish, [.. All(Missing).Select(As<ReplyElement>)], Note);

    internal override IEnumerable<string> UnknownCodes() => All(Missing).Select(element => Unless<ReplyElement>(element, "missing")).OfType<string>();
}

/// <param name="Version">The version that the page showed.</param>
/// <param name="Way">How the citizen was asked.</param>
/// <param name="Connected">He was reached.</param>
/// <param name="HotlineService">How he rates the hotline; null: he did not.</param>
/// <param name="UnitContact">How he rates the unit's contact and reply.</param>
/// <param name="Result">How he rates the result.</param>
/// <param name="Solved">Whether it is solved, as he says.</param>
/// <param name="Finding">What the hotline found, where he is dissatisfied.</param>
/// <param name="Note">In words.</param>
public sealed record RecordRevisitForm(
    int Version, string Way, bool Connected, string? HotlineService = null, string? UnitContact = null, string? Result = null, bool? Solved = null,
    string? Finding = null, string Note = "") : CaseForm(Version)
{
    internal override LoopCommand ToCommand(TicketActor by, string wish) => new RecordRevisit(
        by, wish, As<RevisitWay>(Way), Connected, new Ratings(Rating(HotlineService), Rating(UnitContact), Rating(Result)), Solved,
        Finding is null ? null : As<RevisitFinding>(Finding), Note);

    internal override IEnumerable<string> UnknownCodes() => new[]
    {
        Unless<RevisitWay>(Way, "way"), HotlineService is null ? null : Unless<Satisfaction>(HotlineService, "hotlineService"),
        UnitContact is null ? null : Unless<Satisfaction>(UnitContact, "unitContact"),
        Result is null ? null : Unless<Satisfaction>(Result, "result"), Finding is null ? null : Unless<RevisitFinding>(Finding, "finding"),
    }.OfType<string>();

    private static Satisfaction? Rating(string? code) => code is null ? null : As<Satisfaction>(code);
}

/// <summary>The matter has a final case: what the caller was told of it.</summary>
public sealed record AnswerByWordingForm(int Version, string Wording) : CaseForm(Version)
{
    internal override LoopCommand ToCommand(TicketActor by, string wish) => new AnswerByWording(by, wish, Wording);
}

/// <param name="Version">The version that the page showed.</param>
/// <param name="Objective">The reasons are objective. Else it is done again.</param>
/// <param name="Note">Why.</param>
public sealed record ScreenForm(int Version, bool Objective, string Note) : CaseForm(Version)
{
    internal override LoopCommand ToCommand(TicketActor by, string wish) => new Screen(by, wish, Objective, Note);
}

/// <summary>Back to the unit.</summary>
public sealed record RedoForm(int Version, string Cause, string Note) : CaseForm(Version)
{
    internal override LoopCommand ToCommand(TicketActor by, string wish) => new Redo(by, wish, As<RevisitFinding>(Cause), Note);

    internal override IEnumerable<string> UnknownCodes() => new[] { Unless<RevisitFinding>(Cause, "cause") }.OfType<string>();
}

/// <summary>Files it.</summary>
public sealed record ArchiveForm(int Version) : BareForm(Version)
{
    internal override LoopCommand ToCommand(TicketActor by, string wish) => new Archive(by, wish);
}

/// <summary>The caller takes it back; the note says how he said so.</summary>
public sealed record WithdrawForm(int Version, string Note) : CaseForm(Version)
{
    internal override LoopCommand ToCommand(TicketActor by, string wish) => new Withdraw(by, wish, Note);
}

/// <summary>A call to hurry.</summary>
public sealed record UrgeForm(int Version, string Note) : CaseForm(Version)
{
    internal override LoopCommand ToCommand(TicketActor by, string wish) => new Urge(by, wish, Note);
}

/// <summary>What the supervisor demands of the unit.</summary>
public sealed record SuperviseForm(int Version, string Demand) : CaseForm(Version)
{
    internal override LoopCommand ToCommand(TicketActor by, string wish) => new Supervise(by, wish, Demand);
}

/// <summary>To the coordination group, with its report.</summary>
public sealed record SendToCoordinationForm(int Version, string Reason, string Report) : CaseForm(Version)
{
    internal override LoopCommand ToCommand(TicketActor by, string wish) =>
        new SendToCoordination(by, wish, As<CoordinationReason>(Reason), Report);

    internal override IEnumerable<string> UnknownCodes() => new[] { Unless<CoordinationReason>(Reason, "reason") }.OfType<string>();
}

/// <param name="Version">The version that the page showed.</param>
/// <param name="Kind">Which instrument.</param>
/// <param name="SignedOffBy">Who signed.</param>
/// <param name="Document">The signed paper or the minutes.</param>
/// <param name="Lead">Code of the lead.</param>
/// <param name="CoHandlers">Codes of the co-handlers.</param>
/// <param name="Attendees">Who met; of a meeting.</param>
public sealed record DecideCoordinationForm(
    int Version, string Kind, string SignedOffBy, string Document, string Lead, IReadOnlyList<string>? CoHandlers = null,
    IReadOnlyList<string>? Attendees = null) : CaseForm(Version)
{
    internal override LoopCommand ToCommand(TicketActor by, string wish) => new DecideCoordination(
        by, wish, As<CoordinationOrderKind>(Kind), SignedOffBy, Document, All(Attendees), Lead, All(CoHandlers));

    internal override IEnumerable<string> UnknownCodes() => new[] { Unless<CoordinationOrderKind>(Kind, "kind") }.OfType<string>();

    internal override IEnumerable<string> Units() => [Lead, .. All(CoHandlers)];
}

/// <param name="Version">The version that the page showed.</param>
/// <param name="Opinion">The detailed opinion.</param>
/// <param name="Wording">What later callers are told.</param>
/// <param name="Attachment">The paper of it.</param>
/// <param name="CallerToldAt">When it was explained to the caller.</param>
public sealed record DeclareFinalForm(int Version, string Opinion, string Wording, string Attachment, DateTimeOffset? CallerToldAt)
    : CaseForm(Version)
{
    internal override LoopCommand ToCommand(TicketActor by, string wish) => new DeclareFinal(by, wish, Opinion, Wording, Attachment, CallerToldAt);
}

/// <summary>The hotline files the declaration of a final case, or does not.</summary>
public sealed record AcceptFinalForm(int Version, bool Accepted, string Note = "") : CaseForm(Version)
{
    internal override LoopCommand ToCommand(TicketActor by, string wish) => new AcceptFinal(by, wish, Accepted, Note);
}

/// <summary>Whether a demand is in scope is asked of a unit.</summary>
public sealed record AskScopeForm(int Version, string Unit, string Question) : CaseForm(Version)
{
    internal override LoopCommand ToCommand(TicketActor by, string wish) => new AskScope(by, wish, Unit, Question);

    internal override IEnumerable<string> Units() => [Unit];
}

/// <param name="Version">The version that the page showed.</param>
/// <param name="Verdict">What came of the question.</param>
/// <param name="ReasonCode">Of a refusal or referral.</param>
/// <param name="Guidance">What the caller was told then.</param>
public sealed record CheckScopeForm(int Version, string Verdict, string? ReasonCode = null, string? Guidance = null) : CaseForm(Version), INamesCodes
{
    internal override LoopCommand ToCommand(TicketActor by, string wish) =>
        new CheckScope(by, wish, As<ScopeVerdict>(Verdict), ReasonCode, Guidance);

    internal override IEnumerable<string> UnknownCodes() => new[] { Unless<ScopeVerdict>(Verdict, "verdict") }.OfType<string>();

    IEnumerable<NamedCode> INamesCodes.NamedCodes() => Code.TryParse<ScopeVerdict>(Verdict, out var verdict) ? verdict switch
    {
        ScopeVerdict.NotAccepted => [new NamedCode(TicketField.ReasonCode, CodeList.NotAcceptReasons, ReasonCode)],
        ScopeVerdict.Referred => [new NamedCode(TicketField.ReasonCode, CodeList.ReferralReasons, ReasonCode)],
        _ => [],
    }
    : [];
}

/// <summary>Sets the urgency, and why.</summary>
public sealed record MarkUrgentForm(int Version, string Urgency, string Reason) : CaseForm(Version)
{
    internal override LoopCommand ToCommand(TicketActor by, string wish) => new MarkUrgent(by, wish, As<Urgency>(Urgency), Reason);

    internal override IEnumerable<string> UnknownCodes() => new[] { Unless<Urgency>(Urgency, "urgency") }.OfType<string>();
}

/// <param name="Version">The version that the page showed.</param>
/// <param name="Target">Id or number of the ticket about the same matter.</param>
/// <param name="Reason">Why.</param>
public sealed record MergeIntoForm(int Version, string Target, string Reason) : CaseForm(Version)
{
    internal override LoopCommand ToCommand(TicketActor by, string wish) => new MergeInto(by, wish, Target, Reason);
}

/// <summary>Moves the ticket to another set of deadlines, and why.</summary>
public sealed record MoveRuleSetForm(int Version, string RuleSet, string Reason) : CaseForm(Version)
{
    internal override LoopCommand ToCommand(TicketActor by, string wish) => new MoveRuleSet(by, wish, RuleSet, Reason);
}
