namespace Hotline.Tickets.Deadlines;

/// <summary>What of a ticket decides which rules hold for it, by codes of the city's lists and the levels that rule sets write.</summary>
/// <param name="Demand">Kind of the demand, a code of demand-types.csv.</param>
/// <param name="Level">Its urgency, by the code of <c>Urgency</c>: normal, special, specialUrgent.</param>
/// <param name="UnitLevel">province, city, county, township or village; empty while no unit is known.</param>
/// <param name="Category">Code of the category; empty while none is known.</param>
/// <param name="Unit">Code of the handling unit; empty while none is known.</param>
public sealed record TicketMatter(string Demand, string Level = "normal", string UnitLevel = "", string Category = "", string Unit = "");

/// <summary>For which matters a rule holds. An empty list holds for all.</summary>
/// <param name="Demands">Kinds of demand.</param>
/// <param name="Levels">Urgencies.</param>
/// <param name="UnitLevels">Levels of the unit.</param>
/// <param name="Categories">Categories: of the law's own limits (TKT-09).</param>
public sealed record RuleScope(
    IReadOnlyList<string> Demands, IReadOnlyList<string> Levels, IReadOnlyList<string> UnitLevels, IReadOnlyList<string> Categories)
{
    /// <summary>For all matters.</summary>
    public static RuleScope Everything { get; } = new([], [], [], []);

    /// <summary>
    /// How narrow it is: of two rules that hold, the narrower is meant. A category outweighs all else, then the urgency, then the level of the
    /// unit, then the kind of demand.
    /// </summary>
    public int Weight =>
        (Categories.Count > 0 ? 8 : 0) + (Levels.Count > 0 ? 4 : 0) + (UnitLevels.Count > 0 ? 2 : 0) + (Demands.Count > 0 ? 1 : 0);

    /// <summary>True where a rule of this scope holds for the matter.</summary>
    public bool Holds(TicketMatter matter)
    {
        ArgumentNullException.ThrowIfNull(matter);
        return Has(Demands, matter.Demand) && Has(Levels, matter.Level) && Has(UnitLevels, matter.UnitLevel) && Has(Categories, matter.Category);
    }

    /// <summary>True where some matter could be meant by both.</summary>
    public bool Meets(RuleScope other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Meet(Demands, other.Demands) && Meet(Levels, other.Levels) && Meet(UnitLevels, other.UnitLevels) && Meet(Categories, other.Categories);
    }

    private static bool Has(IReadOnlyList<string> codes, string code) => codes.Count == 0 || codes.Contains(code);

    private static bool Meet(IReadOnlyList<string> one, IReadOnlyList<string> other) =>
        one.Count == 0 || other.Count == 0 || one.Intersect(other).Any();
}
