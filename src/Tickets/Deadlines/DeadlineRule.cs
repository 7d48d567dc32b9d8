using Hotline.Tickets.Calendar;

namespace Hotline.Tickets.Deadlines;

/// <summary>How long one thing may take, for which matters, and who says so.</summary>
public sealed record DeadlineRule
{
    /// <summary>Its name in its set, as "handle-consultation".</summary>
    public required string Id { get; init; }

    public required DeadlineTimer Timer { get; init; }

    public RuleScope Scope { get; init; } = RuleScope.Everything;

    public required ClockStart Start { get; init; }

    /// <summary>
    /// How long; of <see cref="DeadlineTimer.Promise"/> the most that may be promised. Null where the ticket itself says when (a promise, a talk).
    /// </summary>
    public Limit? Limit { get; init; }

    public Counting Counting { get; init; }

    /// <summary>A limit of the law: it holds although another would be tighter, and its tickets are exempt from reports (TKT-09, TMP-05).</summary>
    public bool IsStatutory { get; init; }

    /// <summary>When it warns, before it is due.</summary>
    public IReadOnlyList<WarnPoint> Warnings { get; init; } = [];

    /// <summary>Where it is from: an id of the requirements, a document, or that it is a setting of ours.</summary>
    public required string Source { get; init; }
}

/// <summary>Who may go past what a rule of extension allows as a rule.</summary>
public enum ExtensionOverride
{
    /// <summary>Nobody: the bound is hard.</summary>
    Nobody,

    /// <summary>The hotline's supervisor, with a reason (EXT-04).</summary>
    Supervisor,
}

/// <summary>Whether, how often and by how much the limit of handling may be extended (EXT).</summary>
public sealed record ExtensionRule
{
    /// <summary>Its name in its set.</summary>
    public required string Id { get; init; }

    public RuleScope Scope { get; init; } = RuleScope.Everything;

    /// <summary>How often; 0: in principle not at all.</summary>
    public required int CountMax { get; init; }

    /// <summary>The most by which it is extended each time; null where <see cref="CountMax"/> is 0.</summary>
    public Limit? Cap { get; init; }

    /// <summary>It is asked for at least so long before the due time (EXT-01).</summary>
    public required Limit Lead { get; init; }

    /// <summary>Who may allow it where there is none in principle, and more than the cap ("一般" is a soft bound).</summary>
    public ExtensionOverride Override { get; init; }

    /// <summary>Where it is from.</summary>
    public required string Source { get; init; }
}
