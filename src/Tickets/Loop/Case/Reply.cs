namespace Hotline.Tickets.Loop;

/// <summary>A report on progress (TMP-04), or the feedback on an urgent matter (处理情况, URG-01).</summary>
public sealed record ProgressReport
{
    /// <summary>From 1.</summary>
    public required int No { get; init; }

    public required int Task { get; init; }
    public required int Round { get; init; }
    public required string By { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string Text { get; init; }

    /// <summary>True on a ticket that is temporarily closed.</summary>
    public required bool OfClosure { get; init; }
}

/// <summary>What the lead answered the citizen, and tells the hotline (TKT-12).</summary>
public sealed record Reply
{
    /// <summary>From 1.</summary>
    public required int No { get; init; }

    public required int Task { get; init; }
    public required int Round { get; init; }
    public required string Author { get; init; }

    /// <summary>The author's unit: the lead's, or the department to which a station passed it on.</summary>
    public required string Unit { get; init; }

    public required DateTimeOffset At { get; init; }
    public required string Text { get; init; }
    public required ContactWay Way { get; init; }

    /// <summary>When the unit spoke with the citizen.</summary>
    public required DateTimeOffset ContactedAt { get; init; }

    /// <summary>The unit says that it is solved (REV-13: the citizen is asked as well).</summary>
    public required bool Solved { get; init; }

    /// <summary>Why it could not be solved (TKT-13).</summary>
    public string Explanation { get; init; } = "";

    /// <summary>It may be published after review (谁公开, TKT-21).</summary>
    public bool MayBePublished { get; init; }

    public string? Scan { get; init; }

    /// <summary>Why the lead did not wait for its co-handlers; empty where it did.</summary>
    public string WithoutOpinions { get; init; } = "";

    /// <summary>The gate inside the unit; null while it is not passed.</summary>
    public ReplyReview? Review { get; init; }
}

/// <summary>The review inside the unit: by another than the author.</summary>
public sealed record ReplyReview(string By, DateTimeOffset At, bool Approved, string Note);

/// <summary>办结审核 of the hotline (TKT-14).</summary>
/// <param name="By">Who looked.</param>
/// <param name="At">When.</param>
/// <param name="Reply">Number of the reply.</param>
/// <param name="Missing">What the reply lacks; empty where it is complete.</param>
/// <param name="Note">In words.</param>
public sealed record CloseReview(string By, DateTimeOffset At, int Reply, IReadOnlyList<ReplyElement> Missing, string Note);

/// <summary>What a reply must have (回复要素).</summary>
public enum ReplyElement
{
    /// <summary>What was found out.</summary>
    Findings,

    /// <summary>What was done.</summary>
    Measures,

    /// <summary>The law or policy it stands on.</summary>
    Basis,

    /// <summary>That and how the citizen was reached.</summary>
    Contact,

    /// <summary>Who to turn to.</summary>
    UnitContact,
}
