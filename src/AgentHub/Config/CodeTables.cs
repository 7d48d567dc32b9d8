using Hotline.Routing;

namespace Hotline.AgentHub.Config;

/// <summary>Reads the tables that are a code and a name, some of them as a tree.</summary>
internal static class CodeTables
{
    public static IReadOnlyList<CodeName> Read(CityFiles files, string name)
    {
        var table = files.Table(name, "code", "name");
        return [.. Unique(table).Select(r => new CodeName(r["code"], r["name"]))];
    }

    public static IReadOnlyList<Skill> Skills(CityFiles files) =>
        [.. Read(files, "skills.csv").Select(s => new Skill(new SkillId(s.Code), s.Name))];

    public static IReadOnlyList<NotAcceptReason> NotAcceptReasons(CityFiles files)
    {
        var table = files.Table("not-accept-reasons.csv", "code", "name", "guidance", "source");
        return [.. Unique(table).Where(r => r.Required("guidance") is not null)
            .Select(r => new NotAcceptReason(r["code"], r["name"], r["guidance"], r["source"]))];
    }

    /// <summary>Empty for a city whose document knows no referral. A matter is either refused or referred.</summary>
    public static IReadOnlyList<ReferralReason> ReferralReasons(CityFiles files, IReadOnlyList<NotAcceptReason> refusals)
    {
        var table = files.Table("referral-reasons.csv", "code", "name", "responsible", "guidance", "source");
        List<ReferralReason> reasons = [];
        foreach (var row in Unique(table).Where(r => r.Required("responsible") is not null && r.Required("guidance") is not null))
        {
            if (refusals.Any(r => r.Code == row["code"]))
            {
                row.Problem("code",
                    $"\"{row["code"]}\" stands in not-accept-reasons.csv, too; a matter is either referred or refused: remove it from one of them");
                continue;
            }

            reasons.Add(new ReferralReason(row["code"], row["name"], row["responsible"], row["guidance"], row["source"]));
        }

        return reasons;
    }

    public static IReadOnlyList<Category> Categories(CityFiles files)
    {
        var byParent = Tree(files.TableWithLater("categories.csv", "synonyms", "code", "name", "parent")).ToLookup(r => r["parent"]);
        return Below("");

        IReadOnlyList<Category> Below(string parent) =>
            [.. byParent[parent].Select(r => new Category(r["code"], r["name"], r.Parts("synonyms", '、'), Below(r["code"])))];
    }

    // A parent stands above its children in the file: that makes a loop impossible and the file readable.
    internal static List<CsvRow> Tree(CsvTable table)
    {
        List<CsvRow> rows = [];
        HashSet<string> known = [""];
        foreach (var row in Unique(table))
        {
            if (!known.Contains(row["parent"]))
            {
                row.Problem("parent", $"\"{row["parent"]}\" is no code of a row above; correct it, or move the parent's row up");
                continue;
            }

            known.Add(row["code"]);
            rows.Add(row);
        }

        return rows;
    }

    /// <summary>Rows with a code of their own and a name.</summary>
    internal static IEnumerable<CsvRow> Unique(CsvTable table, string key = "code", string content = "name")
    {
        Dictionary<string, int> lines = [];
        foreach (var row in table.Rows)
        {
            if (row.Required(key) is not { } code || row.Required(content) is null)
            {
                continue;
            }

            if (!lines.TryAdd(code, row.Line))
            {
                row.Problem(key, Invariant($"\"{code}\" already stands in line {lines[code]}; remove one of the two"));
                continue;
            }

            yield return row;
        }
    }
}
