using System.Globalization;
using Hotline.AgentHub.Texts;
using Hotline.Routing;
using Hotline.Routing.Numbers;

namespace Hotline.AgentHub.Config;

/// <summary>Reads numbers.csv, the merge list (归并清单) of a city (NUM-19), into a <see cref="NumberBook"/>.</summary>
internal sealed class NumberListReader(TenantId tenant, IReadOnlySet<string> skills, IReadOnlySet<string> unitNames, IReadOnlyList<Party> parties)
{
    private readonly Dictionary<string, PlanEnding> _subCentres = parties.Where(p => p.Callable && p.Kind == PartyKind.SubCentre)
        .DistinctBy(p => p.Target).ToDictionary(p => p.Target, p => new PlanEnding(p.Target, p.Name, p.Trunk));

    private static readonly string[] Columns =
    [
        "list", "mode", "serial", "name", "number", "units", "remark", "trunk", "skill", "effective_from", "effective_to", "plan",
    ];

    /// <returns>Null when a rule is broken; what is wrong then stands among the problems.</returns>
    public NumberBook? Read(CityFiles files, string dialPrefix)
    {
        var table = files.Table("numbers.csv", Columns);
        Dictionary<NumberPolicy, CsvRow> rows = new(ReferenceEqualityComparer.Instance);
        var before = files.Problems.Count;
        foreach (var row in table.Rows)
        {
            if (ReadPolicy(row) is { } policy)
            {
                rows.Add(policy, row);
            }
        }

        CheckSerials(rows);
        NumberPolicy[] policies = [.. rows.Keys];
        foreach (var problem in NumberRules.Check(tenant, policies))
        {
            // A row that could not be read may be the very one a rule misses: say only what is sure.
            if (problem.Policy is not null || files.Problems.Count == before)
            {
                var line = problem.Policy is null ? 0 : rows[problem.Policy].Line;
                table.Problem(line, ColumnOf(problem.Kind), problem.Text);
            }
        }

        return files.Problems.Count == before && table.Rows.Count > 0
            ? new NumberBook(tenant, policies, dialPrefix, Text.Of("number.unregistered"))
            : null;
    }

    private NumberPolicy? ReadPolicy(CsvRow row)
    {
        var mode = MergeModeText.Parse(row["mode"], row["remark"]);
        if (mode is null)
        {
            row.Problem("mode", $"\"{row["mode"]}\" is not a way of merging; write one of {string.Join("、", MergeModeText.Headings)}");
        }

        var name = row.Required("name");
        var number = row.Required("number");
        var trunk = row.Required("trunk");
        var serial = ReadSerial(row);
        var skill = ReadSkill(row);
        var units = ReadUnits(row);
        var from = row.Required("effective_from") is null ? null : ReadDate(row, "effective_from");
        var to = row["effective_to"].Length == 0 ? null : ReadDate(row, "effective_to");
        (var plan, var flaw) = RoutingPlanText.Parse(row["plan"], skills, _subCentres.GetValueOrDefault);
        if (flaw is not null)
        {
            row.Problem("plan", flaw);
        }

        var complete = mode is not null && name is not null && number is not null && trunk is not null && serial is not null
            && from is not null && plan is not null && (to is not null || row["effective_to"].Length == 0);
        return !complete ? null : new NumberPolicy
        {
            Tenant = tenant,
            Trunk = trunk!,
            Number = number!.Replace("-", "", StringComparison.Ordinal),
            Mode = mode!.Value,
            Name = name!,
            ResponsibleUnits = units,
            Remark = row["remark"],
            List = row["list"],
            Serial = serial!.Value,
            EffectiveFrom = from!.Value,
            EffectiveTo = to,
            Skill = skill,
            Plan = plan!,
        };
    }

    private static int? ReadSerial(CsvRow row)
    {
        if (int.TryParse(row["serial"], NumberStyles.None, CultureInfo.InvariantCulture, out var serial))
        {
            return serial;
        }

        row.Problem("serial", $"\"{row["serial"]}\" is not a number; write the 序号 of the list, or 0 outside a list");
        return null;
    }

    private SkillId? ReadSkill(CsvRow row)
    {
        if (row["skill"] is { Length: > 0 } skill)
        {
            if (skills.Contains(skill))
            {
                return new SkillId(skill);
            }

            row.Problem("skill", $"\"{skill}\" is not in skills.csv; add it there, or leave the cell empty");
        }

        return null;
    }

    private IReadOnlyList<string> ReadUnits(CsvRow row)
    {
        var units = row.Parts("units", '、');
        if (units.Count == 0)
        {
            row.Problem("units", "is empty; write the 责任单位, several of them with 、 between");
        }

        foreach (var unknown in units.Where(u => !unitNames.Contains(u)))
        {
            row.Problem("units", $"\"{unknown}\" is not in units.csv; add it there with the same name");
        }

        return units;
    }

    private static DateOnly? ReadDate(CsvRow row, string column)
    {
        if (DateOnly.TryParseExact(row[column], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }

        row.Problem(column, $"\"{row[column]}\" is not a date; write it as 2022-05-19");
        return null;
    }

    // One 序号 stands for one number under its heading; versions of that number share it.
    private static void CheckSerials(Dictionary<NumberPolicy, CsvRow> rows)
    {
        Dictionary<(string List, string Heading, int Serial), NumberPolicy> taken = [];
        foreach ((var policy, var row) in rows.Where(r => r.Key.List.Length > 0))
        {
            var first = taken.GetValueOrDefault((policy.List, row["mode"], policy.Serial), policy);
            if (first.Number != policy.Number)
            {
                row.Problem("serial", Invariant($"{policy.Serial} under {row["mode"]} is already {first.Number} in line {rows[first].Line}"));
            }

            taken[(policy.List, row["mode"], policy.Serial)] = first;
        }
    }

    private static string ColumnOf(NumberProblemKind kind) => kind switch
    {
        NumberProblemKind.OtherTenant => "",
        NumberProblemKind.MalformedNumber or NumberProblemKind.EmergencyNumber => "number",
        NumberProblemKind.UnknownMode or NumberProblemKind.CancelledNumberRestored or NumberProblemKind.NoMainNumber => "mode",
        NumberProblemKind.EndsBeforeItBegins => "effective_to",
        NumberProblemKind.Overlap or NumberProblemKind.Gap => "effective_from",
        _ => throw new System.Diagnostics.UnreachableException($"{kind}"),
    };
}
