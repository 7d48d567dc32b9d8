using System.Globalization;
using Hotline.Routing;
using Hotline.Tickets;
using Hotline.Tickets.Calendar;
using Hotline.Tickets.Deadlines;

namespace Hotline.AgentHub.Config;

/// <summary>
/// Reads unit-limits.csv: limits that units set themselves by the rules of their trades (TKT-08). A row that is not tighter than the rule which it
/// means is a mistake of the file: a unit that believes it has more time than it has would be late.
/// </summary>
internal static class UnitLimitTable
{
    private const string Name = "unit-limits.csv";

    /// <summary>The rows, none for a city without the file.</summary>
    /// <param name="files">The city's.</param>
    /// <param name="units">Its units.</param>
    /// <param name="demands">Its kinds of demand.</param>
    /// <param name="times">Its rule sets.</param>
    /// <param name="tenant">The city.</param>
    public static IReadOnlyList<UnitLimit> Read(
        CityFiles files, IReadOnlyList<HandlingUnit> units, IReadOnlyList<CodeName> demands, CityTimes times, TenantId tenant)
    {
        if (files.FindOptional(Name) is null)
        {
            return [];
        }

        List<UnitLimit> limits = [];
        foreach (var row in files.Table(Name, "unit", "timer", "demand", "urgency", "limit", "from", "source").Rows)
        {
            if (LimitOf(row, units, demands) is not { } limit)
            {
                continue;
            }

            var unit = units.First(unit => unit.Code == limit.Unit);
            if (Mistake(limit, unit.Level, demands, SetsFrom(times.RuleSets, tenant.Value, limit.From)) is { } mistake)
            {
                row.Problem("limit", mistake);
            }
            else if (limits.Any(other => (other.Unit, other.Timer, other.Demand, other.Level, other.From)
                == (limit.Unit, limit.Timer, limit.Demand, limit.Level, limit.From)))
            {
                row.Problem("unit", "has the same unit, timer, demand, urgency and day as a row above; remove one of the two");
            }
            else
            {
                limits.Add(limit);
            }
        }

        return limits;
    }

    private static UnitLimit? LimitOf(CsvRow row, IReadOnlyList<HandlingUnit> units, IReadOnlyList<CodeName> demands)
    {
        if (units.All(unit => unit.Code != row["unit"]))
        {
            row.Problem("unit", $"\"{row["unit"]}\" is no code of units.csv");
        }
        else if (!Code.TryParse<DeadlineTimer>(row["timer"], out var timer) || timer is not (DeadlineTimer.Sign or DeadlineTimer.FirstResponse
            or DeadlineTimer.Feedback or DeadlineTimer.Handle or DeadlineTimer.Report))
        {
            row.Problem("timer", $"\"{row["timer"]}\" is no clock of a unit's own; write sign, firstResponse, feedback, handle or report");
        }
        else if (row["demand"].Length > 0 && demands.All(type => type.Code != row["demand"]))
        {
            row.Problem("demand", $"\"{row["demand"]}\" is no code of demand-types.csv; leave it empty for all");
        }
        else if (row["urgency"].Length > 0 && !Code.TryParse<Urgency>(row["urgency"], out _))
        {
            row.Problem("urgency", $"\"{row["urgency"]}\" is no urgency; write normal, special or specialUrgent, or leave it empty for all");
        }
        else if (!Limit.TryParse(row["limit"], out var limit))
        {
            row.Problem("limit", $"\"{row["limit"]}\" is no limit; write it as 3 workingDays");
        }
        else if (!DateOnly.TryParseExact(row["from"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var from))
        {
            row.Problem("from", $"\"{row["from"]}\" is no date; write it as 2026-07-01: tickets accepted before then keep what they have");
        }
        else if (row.Required("source") is { } source)
        {
            return new UnitLimit(row["unit"], timer, row["demand"], limit, source) { Level = row["urgency"], From = from };
        }

        return null;
    }

    // Each matter that the row means is looked up in each set that may hold from its day on.
    private static string? Mistake(UnitLimit limit, string unitLevel, IReadOnlyList<CodeName> demands, IReadOnlyList<DeadlineRuleSet> sets)
    {
        var matters =
            from demand in limit.Demand.Length > 0 ? [limit.Demand] : demands.Select(type => type.Code)
            from level in limit.Level.Length > 0 ? [limit.Level] : Enum.GetValues<Urgency>().Select(Code.Of)
            select new TicketMatter(demand, level, unitLevel, "", limit.Unit);
        DeadlineRule[] rules =
        [
            .. (from matter in matters from set in sets select set.Find(limit.Timer, matter)?.Rule).OfType<DeadlineRule>()
                .Where(rule => !rule.IsStatutory).DistinctBy(rule => (rule.Id, rule.Limit)),
        ];
        return rules.Length == 0 ? "tightens nothing: no rule set of the city has this clock for it; remove the row"
            : rules.Select(limit.MistakeFor).FirstOrDefault(mistake => mistake is not null) is { } wrong
                ? wrong + (limit.Demand.Length == 0 || limit.Level.Length == 0 ? " (a row for all may need one row per demand and urgency)" : "")
            : null;
    }

    private static IReadOnlyList<DeadlineRuleSet> SetsFrom(RuleSetBook book, string areaCode, DateOnly from) =>
    [
        .. book.All.Select(set => set.EffectiveFrom).Where(day => day > from).Append(from)
            .Select(day => book.For(areaCode, day)).OfType<DeadlineRuleSet>().Distinct(),
    ];
}
