namespace Hotline.Tickets.Loop;

/// <summary>One attempt to ask the citizen (回访, REV-01).</summary>
public sealed record Revisit
{
    /// <summary>From 1.</summary>
    public required int No { get; init; }

    public required int Round { get; init; }
    public required string By { get; init; }
    public required DateTimeOffset At { get; init; }
    public required RevisitWay Way { get; init; }

    /// <summary>The citizen was reached.</summary>
    public required bool Connected { get; init; }

    public Ratings Ratings { get; init; } = Ratings.None;

    /// <summary>The citizen says that it is solved (REV-13); null where he did not say.</summary>
    public bool? Solved { get; init; }

    /// <summary>What the hotline found.</summary>
    public RevisitFinding? Finding { get; init; }

    public string Note { get; init; } = "";
}

/// <summary>The three things that are rated (REV-11); null: not rated.</summary>
/// <param name="HotlineService">The hotline's service.</param>
/// <param name="UnitContact">The unit's contact and reply.</param>
/// <param name="Result">The result.</param>
public sealed record Ratings(Satisfaction? HotlineService, Satisfaction? UnitContact, Satisfaction? Result)
{
    /// <summary>Nothing is rated.</summary>
    public static readonly Ratings None = new(null, null, null);

    /// <summary>Service and result are rated, and none of them badly (REV-03).</summary>
    public bool Satisfied => HotlineService is not (null or Satisfaction.Dissatisfied) && Result is not (null or Satisfaction.Dissatisfied);

    /// <summary>Something is rated badly.</summary>
    public bool Dissatisfied =>
        HotlineService == Satisfaction.Dissatisfied || UnitContact == Satisfaction.Dissatisfied || Result == Satisfaction.Dissatisfied;
}

/// <summary>满意度.</summary>
public enum Satisfaction
{
    Satisfied,
    BasicallySatisfied,
    Dissatisfied,
}

/// <summary>How the citizen is asked (REV-01).</summary>
public enum RevisitWay
{
    Phone,
    Message,
    Interview,
    OnSite,
}

/// <summary>What the hotline found at a revisit. It decides where a dissatisfied citizen's ticket goes (REV-05, REV-06).</summary>
public enum RevisitFinding
{
    /// <summary>A reasonable demand is unsolved because of the handling: redo.</summary>
    HandlingFault,

    /// <summary>办理过程存疑: redo.</summary>
    ProcessDoubtful,

    /// <summary>结果不实: redo.</summary>
    ResultFalse,

    /// <summary>回复要素不齐: redo.</summary>
    ElementsMissing,

    /// <summary>The law sets limits: screening.</summary>
    LawLimit,

    /// <summary>A policy does: screening.</summary>
    PolicyLimit,

    /// <summary>Expectations are too high: screening.</summary>
    HighExpectation,

    /// <summary>The answer complies with law and policy, confirmed by the hotline: closed (REV-03).</summary>
    LawfulAnswer,
}

/// <summary>甄别 (REV-06).</summary>
/// <param name="By">Who screened.</param>
/// <param name="At">When.</param>
/// <param name="Objective">True: the reasons are objective, and the rate leaves it out. False: to be done again.</param>
/// <param name="Note">Why.</param>
public sealed record Screening(string By, DateTimeOffset At, bool Objective, string Note);

/// <summary>A round in which it is handled again (重新办理, REV-05); its clock starts anew.</summary>
/// <param name="No">From 1.</param>
/// <param name="StartedAt">The start of the clock.</param>
/// <param name="By">Who sent it back.</param>
/// <param name="Cause">Why.</param>
/// <param name="Note">In words.</param>
/// <param name="SignedAt">When the unit signed for it again.</param>
/// <param name="SignedBy">Who did.</param>
public sealed record RedoRound(
    int No, DateTimeOffset StartedAt, string By, RevisitFinding Cause, string Note, DateTimeOffset? SignedAt = null, string? SignedBy = null);

/// <summary>How a ticket ended.</summary>
/// <param name="At">When.</param>
/// <param name="Kind">By what.</param>
/// <param name="Ratings">The ratings that count.</param>
/// <param name="Source">Whose they are; null where nobody rates.</param>
/// <param name="ExcludedFromRate">Left out of the rate of satisfaction (REV-06).</param>
public sealed record CaseEnd(DateTimeOffset At, CaseEndKind Kind, Ratings Ratings, RatingSource? Source, bool ExcludedFromRate = false);

/// <summary>By what a ticket ended. There is no other end (part D, guard 7).</summary>
public enum CaseEndKind
{
    Rated,
    Defaulted,
    Lawful,
    Screened,
    Withdrawn,
}

/// <summary>Whose a rating is.</summary>
public enum RatingSource
{
    Caller,

    /// <summary>Nobody rated: 基本满意 (REV-04).</summary>
    Default,
    Screened,
}
