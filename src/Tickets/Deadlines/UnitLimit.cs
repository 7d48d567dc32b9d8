using Hotline.Tickets.Calendar;

namespace Hotline.Tickets.Deadlines;

/// <summary>A tighter limit that a unit set itself by the rule of its trade (TKT-08).</summary>
/// <param name="Unit">Code of the unit.</param>
/// <param name="Timer">Of which clock.</param>
/// <param name="Demand">For which kind of demand; empty for all.</param>
/// <param name="Limit">How long.</param>
/// <param name="Source">Which rule of the trade says so.</param>
public sealed record UnitLimit(string Unit, DeadlineTimer Timer, string Demand, Limit Limit, string Source)
{
    /// <summary>For which urgency, by its code; empty for all.</summary>
    public string Level { get; init; } = "";

    /// <summary>Tickets that were accepted before this day keep the limit that they were born with.</summary>
    public DateOnly From { get; init; } = DateOnly.MinValue;

    /// <summary>
    /// Why a rule is not tightened by this, in a sentence; null where it is. Only the same unit of time can be compared for every start: 24 hours end
    /// before the next working day, or after it.
    /// </summary>
    public string? MistakeFor(DeadlineRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return rule.IsStatutory ? $"{rule.Id} is a limit of the law ({rule.Source}); it is not changed by a unit"
            : rule.Limit is not { } general ? $"{rule.Id} has no limit of its own; remove the row"
            : Limit.Unit != general.Unit ? $"{Limit} cannot be compared with {general} of {rule.Id}; write it in {Word.Of(general.Unit)}"
            : Limit.Amount > general.Amount ? $"{Limit} is looser than {general} of {rule.Id}; a unit may only be faster"
            : null;
    }

    /// <summary>True where it is meant for the matter.</summary>
    public bool Holds(DeadlineTimer timer, TicketMatter matter)
    {
        ArgumentNullException.ThrowIfNull(matter);
        return Timer == timer && Unit == matter.Unit && (Demand.Length == 0 || Demand == matter.Demand)
            && (Level.Length == 0 || Level == matter.Level);
    }
}
