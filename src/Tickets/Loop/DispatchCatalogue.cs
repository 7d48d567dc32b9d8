namespace Hotline.Tickets.Loop;

/// <summary>Whose a matter is, in the order in which it is asked (JUR-02, JUR-11).</summary>
public enum DutyRank
{
    /// <summary>谁属地、谁负责: where it happened.</summary>
    Territory,

    /// <summary>谁主管、谁负责: the competent body.</summary>
    Charge,

    /// <summary>谁牵头、谁负责: who leads where several are competent.</summary>
    Lead,

    /// <summary>谁受理、谁负责: who received it.</summary>
    Receiver,
}

/// <summary>A row of the dispatch catalogue (派单目录).</summary>
/// <param name="No">By which people call it.</param>
/// <param name="Category">Code of a category, with what stands below it; empty for all.</param>
/// <param name="Area">Area code of where it happened; empty for everywhere.</param>
/// <param name="Unit">Code of the unit; * is the work station of the area.</param>
/// <param name="Rank">By what duty.</param>
/// <param name="Basis">The paper that says so.</param>
/// <param name="From">Its first day.</param>
/// <param name="To">Its last day; null while none is known.</param>
public sealed record CatalogueRow(int No, string Category, string Area, string Unit, DutyRank Rank, string Basis, DateOnly From, DateOnly? To);

/// <summary>What of a ticket decides which rows speak of it.</summary>
/// <param name="Categories">Its category and those above it.</param>
/// <param name="Area">Area code of where it happened; empty where that is not known.</param>
/// <param name="Station">Code of the work station of that area; null where there is none.</param>
/// <param name="Day">The day in the city.</param>
/// <param name="Accused">Code of the unit that is accused; null for none.</param>
/// <param name="Units">The units as the rules know them.</param>
public sealed record DispatchMatter(
    IReadOnlyList<string> Categories, string Area, string? Station, DateOnly Day, string? Accused, IReadOnlyDictionary<string, UnitFacts> Units);

/// <summary>A unit that the catalogue names for a ticket. The dispatcher decides.</summary>
/// <param name="Row">By which row.</param>
/// <param name="Unit">Code of the unit.</param>
/// <param name="Refusal">Why it cannot have it; null where it can.</param>
public sealed record DispatchSuggestion(CatalogueRow Row, string Unit, LoopRefusal? Refusal);

/// <summary>Which unit a matter usually goes to.</summary>
/// <param name="rows">In any order.</param>
public sealed class DispatchCatalogue(IReadOnlyList<CatalogueRow> rows)
{
    private const string OwnStation = "*";

    /// <summary>Of a city that has none.</summary>
    public static readonly DispatchCatalogue None = new([]);

    /// <summary>As they were given.</summary>
    public IReadOnlyList<CatalogueRow> Rows => rows;

    /// <summary>
    /// The units that the rows of the day name: territory before charge, lead and receiver; in each the row of the area before one of everywhere,
    /// the narrower category before the wider, then the lower number. Each unit once; those that cannot have it come last, with the reason.
    /// </summary>
    public IReadOnlyList<DispatchSuggestion> Suggest(DispatchMatter matter)
    {
        ArgumentNullException.ThrowIfNull(matter);
        return
        [
            .. from row in rows
               where row.From <= matter.Day && !(row.To < matter.Day)
               where row.Category.Length == 0 || matter.Categories.Contains(row.Category)
               where row.Area.Length == 0 || row.Area == matter.Area
               let unit = row.Unit == OwnStation ? matter.Station : row.Unit
               where unit is not null
               orderby row.Rank, row.Area.Length == 0, -row.Category.Length, row.No
               group (row, unit) by unit into same
               let refusal = UnitRules.FaultOf(matter.Accused, matter.Units, same.Key)
               orderby refusal is not null
               select new DispatchSuggestion(same.First().row, same.Key, refusal),
        ];
    }
}
