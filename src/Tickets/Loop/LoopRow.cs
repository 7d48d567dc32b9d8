namespace Hotline.Tickets.Loop;

/// <summary>One row of <see cref="LoopTable"/>: who may do something in which states, and where it leads.</summary>
/// <param name="Verb">The command.</param>
/// <param name="Roles">Any of these.</param>
/// <param name="Relations">What the unit of who does it is to the ticket: any of these.</param>
/// <param name="From">In any of these states.</param>
/// <param name="To">It leads to one of these; empty: the state stays.</param>
public sealed record LoopRow(
    LoopVerb Verb, IReadOnlyList<TicketRole> Roles, IReadOnlyList<LoopRelation> Relations, IReadOnlyList<TicketState> From,
    IReadOnlyList<TicketState> To)
{
    /// <summary>Where the same command leads on at once; null for nowhere.</summary>
    public TicketState? Then { get; init; }

    /// <summary>True where it may also stay in its state.</summary>
    public bool MayStay { get; init; }

    /// <summary>True where the command can lead from one state to another by this row.</summary>
    public bool Leads(TicketState from, TicketState to) =>
        (From.Contains(from) && (To.Contains(to) || (from == to && (MayStay || To.Count == 0)))) || (Then == to && To.Contains(from));
}
