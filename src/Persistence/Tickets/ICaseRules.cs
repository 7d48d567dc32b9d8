using Hotline.Tickets;
using Hotline.Tickets.Deadlines;
using Hotline.Tickets.Loop;

namespace Hotline.Persistence;

/// <summary>What a city gives to its cases: rule sets, clocks, units. Answers depend on the arguments alone.</summary>
public interface ICaseRules
{
    ICaseClock Clock { get; }

    /// <summary>Id of the set of deadlines that a ticket is born with.</summary>
    string RuleSetFor(Ticket ticket);

    /// <summary>Area code of where a ticket's matter is; empty where its words do not tell.</summary>
    string AreaOf(Ticket ticket);

    /// <summary>What the rules must know beyond the case.</summary>
    /// <param name="subject">The case.</param>
    /// <param name="units">Codes of the units that the command names.</param>
    /// <param name="earlier">What the database knows.</param>
    CaseContext ContextOf(TicketCase subject, IReadOnlyCollection<string> units, CaseEarlier earlier);

    /// <summary>When a clock that runs warns before it is due.</summary>
    IReadOnlyList<DateTimeOffset> WarnsAt(TicketCase subject, CaseTimer timer);
}

/// <summary>What the database knows of other tickets.</summary>
/// <param name="Closed">How many of the same caller about the same matter are closed.</param>
/// <param name="HasFinal">One of them is a final case.</param>
/// <param name="Target">The ticket to merge into; null where none is named, or it is not there.</param>
public sealed record CaseEarlier(int Closed, bool HasFinal, MergeTarget? Target)
{
    /// <summary>Codes of the units that the group fixed for the same kind of matter in the same area: they cannot give it back (RET-04).</summary>
    public IReadOnlyList<string> Bound { get; init; } = [];
}

/// <summary>A command of the closed loop, with what is needed to decide it, to keep it and to account for it.</summary>
/// <param name="Ticket">Which.</param>
/// <param name="Command">What is wanted, once the case is known: in which role somebody does it depends on that.</param>
/// <param name="Units">Codes of the units that it names.</param>
/// <param name="Target">Id or number of another ticket that it names; null where none.</param>
/// <param name="Sees">Whether the person sees the case: of one beyond his sight, not even that it is there is told.</param>
/// <param name="Rules">The city's.</param>
/// <param name="At">Now, UTC.</param>
/// <param name="Address">Address of the browser, for the audit.</param>
public sealed record CaseWish(
    string Ticket, Func<TicketCase, CaseEarlier, LoopCommand> Command, IReadOnlyCollection<string> Units, string? Target, Func<TicketCase, bool> Sees,
    ICaseRules Rules, DateTimeOffset At, string Address);
