using System.Globalization;
using Hotline.Tickets;
using Hotline.Tickets.Loop;

namespace Hotline.AgentHub.Config;

/// <summary>Reads dispatch-catalogue.csv (派单目录): which unit a matter usually goes to, by category and area, with effective dates.</summary>
internal static class CatalogueTable
{
    private const string Name = "dispatch-catalogue.csv", OwnStation = "*";

    /// <summary>Empty for a city without such a file.</summary>
    public static DispatchCatalogue Read(CityFiles files, IReadOnlyList<HandlingUnit> units, IReadOnlyList<Category> categories)
    {
        if (files.FindOptional(Name) is null)
        {
            return DispatchCatalogue.None;
        }

        List<CatalogueRow> rows = [];
        foreach (var row in CodeTables.Unique(files.Table(Name, "no", "category", "area", "unit", "rank", "basis", "from", "to"), "no", "unit"))
        {
            if (MistakeOf(row, units, categories) is var (column, text))
            {
                row.Problem(column, text);
                continue;
            }

            rows.Add(new CatalogueRow(
                int.Parse(row["no"], CultureInfo.InvariantCulture), row["category"], row["area"], row["unit"], Code.Parse<DutyRank>(row["rank"]),
                row["basis"], DayOf(row["from"])!.Value, row["to"].Length == 0 ? null : DayOf(row["to"])));
        }

        return new DispatchCatalogue(rows);
    }

    private static (string Column, string Text)? MistakeOf(CsvRow row, IReadOnlyList<HandlingUnit> units, IReadOnlyList<Category> categories) =>
        !int.TryParse(row["no"], NumberStyles.None, CultureInfo.InvariantCulture, out _) ? ("no", $"\"{row["no"]}\" is no number; write 1, 2, 3 …")
        : row["category"].Length > 0 && !Has(categories, row["category"])
            ? ("category", $"\"{row["category"]}\" stands not in categories.csv; correct it, or leave it empty for all")
        : row["area"].Length > 0 && units.All(unit => unit.Area != row["area"])
            ? ("area", $"\"{row["area"]}\" is no area of units.csv; correct it, or leave it empty for everywhere")
        : row["unit"] != OwnStation && units.All(unit => unit.Code != row["unit"])
            ? ("unit", $"\"{row["unit"]}\" stands not in units.csv; correct it, or write * for the work station of the area")
        : !Code.TryParse<DutyRank>(row["rank"], out _)
            ? ("rank", $"\"{row["rank"]}\" is no duty; write one of {string.Join(", ", Enum.GetValues<DutyRank>().Select(Code.Of))}")
        : DayOf(row["from"]) is null ? ("from", $"\"{row["from"]}\" is no day; write it as 2026-01-01")
        : row["to"].Length > 0 && DayOf(row["to"]) is null ? ("to", $"\"{row["to"]}\" is no day; write it as 2026-12-31, or leave it empty")
        : null;

    private static DateOnly? DayOf(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static bool Has(IReadOnlyList<Category> categories, string code) =>
        categories.Any(category => category.Code == code || Has(category.Children, code));
}
