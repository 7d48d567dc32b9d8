using Hotline.Tickets.Calendar;

namespace Hotline.Tickets.Deadlines;

/// <summary>
/// What happened to a ticket at its present unit in its present round, as far as a clock asks for it. A return that was granted begins the facts of
/// a new unit, a redo those of a new round; what was overdue before stays on record with the ticket. All moments are UTC; null: not yet.
/// </summary>
public sealed record TicketFacts
{
    public required TicketMatter Matter { get; init; }

    /// <summary>受理: the age of the ticket counts from here, whatever its clocks do.</summary>
    public required DateTimeOffset AcceptedAt { get; init; }

    /// <summary>Since when it waits to be dispatched anew, after a return that was granted; null: since it was accepted.</summary>
    public DateTimeOffset? BackAtHotlineAt { get; init; }

    public DateTimeOffset? DispatchedAt { get; init; }

    /// <summary>When the unit has it; null: when it was dispatched.</summary>
    public DateTimeOffset? ReceivedAt { get; init; }

    public DateTimeOffset? SignedAt { get; init; }

    /// <summary>When the unit asked to give it back. The clock of handling goes on until that is granted.</summary>
    public DateTimeOffset? ReturnAskedAt { get; init; }

    /// <summary>The first response to an urgent matter.</summary>
    public DateTimeOffset? FirstRespondedAt { get; init; }

    /// <summary>The feedback on an urgent matter.</summary>
    public DateTimeOffset? FedBackAt { get; init; }

    /// <summary>The start of a redo: the limit of handling runs from here once more (REV-05). Null in the first round.</summary>
    public DateTimeOffset? RedoneFrom { get; init; }

    /// <summary>In the order they were granted.</summary>
    public IReadOnlyList<GrantedExtension> Extensions { get; init; } = [];

    public TemporaryClosure? TemporaryClosure { get; init; }

    /// <summary>The unit's reply in this round.</summary>
    public DateTimeOffset? RepliedAt { get; init; }

    /// <summary>When the citizen was asked.</summary>
    public DateTimeOffset? RevisitStartedAt { get; init; }

    /// <summary>When he rated.</summary>
    public DateTimeOffset? RatedAt { get; init; }

    /// <summary>What a supervisory talk asked for.</summary>
    public Correction? Correction { get; init; }

    /// <summary>
    /// When it was over in another way: the caller withdrew, it was merged, it was closed, the unit's return was granted. Ends every clock of the
    /// ticket; what a supervisory talk asked for is still to be done.
    /// </summary>
    public DateTimeOffset? EndedAt { get; init; }
}

/// <summary>An extension that was granted: the due time moves on by this much.</summary>
/// <param name="At">When it was granted.</param>
/// <param name="By">How much.</param>
public sealed record GrantedExtension(DateTimeOffset At, Limit By);

/// <summary>A temporary closure that was granted (临时办结).</summary>
/// <param name="At">When it was asked for: that ends the clock of handling.</param>
/// <param name="PromisedFor">The day by which the unit promised to be done.</param>
/// <param name="Reports">The reports since, in order.</param>
public sealed record TemporaryClosure(DateTimeOffset At, DateOnly PromisedFor, IReadOnlyList<DateTimeOffset> Reports);

/// <summary>What was agreed in a supervisory talk (约谈).</summary>
/// <param name="InterviewedAt">The talk.</param>
/// <param name="Limit">How long the unit has, as the record of the talk says.</param>
/// <param name="DoneAt">When it was put right.</param>
public sealed record Correction(DateTimeOffset InterviewedAt, Limit Limit, DateTimeOffset? DoneAt);
