namespace Hotline.AgentHub.Config;

/// <summary>Reads units.csv: who handles, at which level, and under which station.</summary>
internal static class UnitTable
{
    private static readonly string[] Levels = ["province", "city", "county", "township", "village"];

    public static IReadOnlyList<HandlingUnit> Read(CityFiles files)
    {
        List<HandlingUnit> units = [];
        foreach (var row in CodeTables.Tree(files.Table("units.csv", "code", "name", "parent", "level", "area", "station", "contact", "active")))
        {
            if (!Levels.Contains(row["level"]))
            {
                row.Problem("level", $"\"{row["level"]}\" is not a level; write one of {string.Join(", ", Levels)}");
            }
            else if (row["area"].Length > 0 && (row["area"].Length != 6 || !row["area"].All(char.IsAsciiDigit)))
            {
                row.Problem("area", $"\"{row["area"]}\" is not an area code; write six digits as 410221, or leave it empty");
            }
            else if (Answer(row, "station") is { } station && Answer(row, "active") is { } active)
            {
                units.Add(new HandlingUnit(row["code"], row["name"], row["parent"] is { Length: > 0 } parent ? parent : null)
                {
                    Level = row["level"],
                    Area = row["area"],
                    IsStation = station,
                    Station = StationAbove(units, row["parent"]),
                    Contact = row["contact"],
                    IsActive = active,
                });
            }
        }

        return units;
    }

    /// <summary>Codes of grass-roots-ban.csv; empty for a city without such a list.</summary>
    public static HashSet<string> NotForGrassRoots(CityFiles files)
    {
        const string Name = "grass-roots-ban.csv";
        return files.FindOptional(Name) is null ? []
            : [.. CodeTables.Unique(files.Table(Name, "category", "name", "source"), "category").Select(row => row["category"])];
    }

    // A parent stands above its children in the file.
    private static string? StationAbove(List<HandlingUnit> above, string parent)
    {
        while (above.Find(unit => unit.Code == parent) is { } unit)
        {
            if (unit.IsStation)
            {
                return unit.Code;
            }

            parent = unit.ParentCode ?? "";
        }

        return null;
    }

    private static bool? Answer(CsvRow row, string column)
    {
        if (row[column] is "yes" or "no")
        {
            return row[column] == "yes";
        }

        row.Problem(column, $"\"{row[column]}\" is not an answer; write yes or no");
        return null;
    }
}
