using System.Text.Json.Serialization;

namespace Hotline.Tickets.Loop;

/// <summary>
/// A ticket with everything of its closed loop: one document, saved whole with the ticket's version. Lists only grow, or have one entry
/// replaced; numbers in them count from 1 in their own list. All moments are UTC.
/// </summary>
public sealed record TicketCase
{
    public required Ticket Ticket { get; init; }

    /// <summary>Id of the set of deadlines it was born with; moved only by <see cref="MoveRuleSet"/>.</summary>
    public required string RuleSet { get; init; }

    /// <summary>Code of the unit that is complained about: it gets nothing of this ticket (ACC-13).</summary>
    public string? AccusedUnit { get; init; }

    /// <summary>Since when it waits to be dispatched anew: a granted return, an accepted scope. Null: since it was accepted.</summary>
    public DateTimeOffset? BackAtHotlineAt { get; init; }

    /// <summary>When it was answered on the spot, or by a wording: the time to rate runs from here. Null for what is handled.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>A special piece (特殊件): only the listed roles see who asked (CRD-05).</summary>
    public bool Restricted { get; init; }

    /// <summary>When the urgency was marked, the newest last (URG-03).</summary>
    public IReadOnlyList<UrgencyMark> UrgencyMarks { get; init; } = [];

    public IReadOnlyList<ScopeQuestion> ScopeQuestions { get; init; } = [];

    /// <summary>The tasks of units, in the order they were given; those that ended stay.</summary>
    public IReadOnlyList<Assignment> Assignments { get; init; } = [];

    public IReadOnlyList<ReturnApplication> Returns { get; init; } = [];
    public IReadOnlyList<ExtensionApplication> Extensions { get; init; } = [];
    public IReadOnlyList<ClosureApplication> Closures { get; init; } = [];

    /// <summary>Reports on progress, and feedback on urgent matters (TMP-04, URG-01).</summary>
    public IReadOnlyList<ProgressReport> Reports { get; init; } = [];

    public IReadOnlyList<Reply> Replies { get; init; } = [];
    public IReadOnlyList<CloseReview> CloseReviews { get; init; } = [];

    /// <summary>Every attempt to ask the citizen, connected or not.</summary>
    public IReadOnlyList<Revisit> Revisits { get; init; } = [];

    public IReadOnlyList<Screening> Screenings { get; init; } = [];

    /// <summary>How often it was sent back to be done again, with the start of each round.</summary>
    public IReadOnlyList<RedoRound> Rounds { get; init; } = [];

    public IReadOnlyList<CoordinationMatter> Coordinations { get; init; } = [];
    public IReadOnlyList<Urging> Urgings { get; init; } = [];
    public IReadOnlyList<SupervisionNote> Supervisions { get; init; } = [];

    /// <summary>Why it is an overdue one (超期办理件). A mark is never taken away.</summary>
    public IReadOnlyList<OverdueMark> OverdueMarks { get; init; } = [];

    /// <summary>How it ended; null while it has not.</summary>
    public CaseEnd? End { get; init; }

    public IReadOnlyList<FinalDeclaration> FinalDeclarations { get; init; } = [];

    /// <summary>The ticket that this one was merged into.</summary>
    public string? MergedInto { get; init; }

    /// <summary>The wishes that were granted: one told again changes nothing.</summary>
    public IReadOnlyList<GrantedWish> Wishes { get; init; } = [];

    [JsonIgnore]
    public TicketState State => Ticket.State;

    /// <summary>Whose task it is to handle and to answer: the newest lead that is not over; null while there is none.</summary>
    [JsonIgnore]
    public Assignment? Lead => Assignments.LastOrDefault(task => task is { Kind: AssignmentKind.Lead, IsOver: false });

    /// <summary>The task that the lead, a county's work station, has passed on; null where it handles it itself.</summary>
    [JsonIgnore]
    public Assignment? Nested =>
        Lead is { } lead ? Assignments.LastOrDefault(task => task.Kind == AssignmentKind.Nested && task.Parent == lead.No && !task.IsOver) : null;

    /// <summary>The number of the present round: 0 for the first handling.</summary>
    [JsonIgnore]
    public int Round => Rounds.Count;

    /// <summary>The order of the coordination group that the present tasks stand on; null where there is none (RET-05).</summary>
    [JsonIgnore]
    public CoordinationMatter? Order => Lead?.Order is { } number ? Coordinations[number - 1] : null;

    /// <summary>The temporary closure that holds: the newest that was granted; null where none was in this round.</summary>
    [JsonIgnore]
    public ClosureApplication? Closure =>
        Closures.LastOrDefault(closure => closure.Round == Round && closure.Task == Lead?.No && closure.Decision is { Granted: true });

    /// <summary>The reply of the present lead in this round, reviewed inside the unit or not yet; null where none is, or it was refused.</summary>
    [JsonIgnore]
    public Reply? Reply => Replies.LastOrDefault(reply =>
        reply.Round == Round && reply.Task == Lead?.No && reply.Review is not { Approved: false });

    /// <summary>The case of a ticket that has just left its draft.</summary>
    /// <param name="ticket">It, no longer a draft.</param>
    /// <param name="ruleSet">Id of the set of deadlines that holds on that day.</param>
    public static TicketCase Of(Ticket ticket, string ruleSet)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        return new TicketCase
        {
            Ticket = ticket,
            RuleSet = ruleSet,
            AccusedUnit = ticket.Form.AccusedUnit,
            AnsweredAt = ticket.State == TicketState.AnsweredDirect ? ticket.SavedAt : null,
        };
    }
}
