using Hotline.Tickets.Deadlines;

namespace Hotline.Tickets.Loop;

/// <summary>The urgency was set (URG-03).</summary>
public sealed record UrgencyMark(string By, DateTimeOffset At, Urgency Urgency, string Reason);

/// <summary>A unit was asked whether a demand is in scope (ACC-10).</summary>
public sealed record ScopeQuestion(
    string By, DateTimeOffset At, string Unit, string Question, ScopeVerdict? Verdict = null, string? DecidedBy = null);

/// <summary>What came of the question.</summary>
public enum ScopeVerdict
{
    Accept,
    NotAccepted,
    Referred,
}

/// <summary>A call to hurry (催办).</summary>
public sealed record Urging(string By, DateTimeOffset At, string Note);

/// <summary>督办 of the supervisor on an open ticket; its state stays.</summary>
public sealed record SupervisionNote(string By, DateTimeOffset At, string Demand);

/// <summary>Why a ticket is an overdue one (TKT-11, URG-07).</summary>
/// <param name="Cause">Which clock ran out.</param>
/// <param name="Task">Number of the task; 0 for the hotline's own.</param>
/// <param name="Unit">Whose; empty for the hotline.</param>
/// <param name="Round">In which round.</param>
/// <param name="Due">Until when it should have been done.</param>
/// <param name="NotedAt">When it was done late, or found undone.</param>
public sealed record OverdueMark(OverdueCause Cause, int Task, string Unit, int Round, DateTimeOffset Due, DateTimeOffset NotedAt);

/// <summary>A unit declares a closed ticket final (终结件, REP-01, REP-02).</summary>
/// <param name="By">Who declares it.</param>
/// <param name="At">When.</param>
/// <param name="Opinion">The detailed opinion.</param>
/// <param name="Wording">解释答复口径: what later callers are told.</param>
/// <param name="Attachment">The paper of it.</param>
/// <param name="CallerToldAt">When it was explained to the caller.</param>
/// <param name="Decision">What the hotline says; null while it has not.</param>
public sealed record FinalDeclaration(
    string By, DateTimeOffset At, string Opinion, string Wording, string Attachment, DateTimeOffset CallerToldAt,
    ApplicationDecision? Decision = null);

/// <summary>A wish that was granted.</summary>
/// <param name="Wish">Its id, by whoever wished.</param>
/// <param name="By">Who.</param>
/// <param name="Verb">What.</param>
public sealed record GrantedWish(string Wish, string By, LoopVerb Verb);
