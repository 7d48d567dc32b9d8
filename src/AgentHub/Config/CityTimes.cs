using System.Globalization;
using Hotline.Tickets.Calendar;
using Hotline.Tickets.Deadlines;

namespace Hotline.AgentHub.Config;

/// <summary>What deadlines are counted with: holidays by year, office hours, and all rule sets that are known.</summary>
/// <param name="Holidays">Of the years whose notice is there.</param>
/// <param name="Hours">Of the city and of its units with hours of their own.</param>
/// <param name="RuleSets">Of all jurisdictions: an old ticket keeps its set.</param>
/// <param name="Offset">The city's, from UTC.</param>
public sealed record CityTimes(HolidayBook Holidays, OfficeHoursBook Hours, RuleSetBook RuleSets, TimeSpan Offset)
{
    /// <summary>The tighter limits of units (TKT-08); those that hold for a ticket go by the day on which it was accepted.</summary>
    public IReadOnlyList<UnitLimit> UnitLimits { get; init; } = [];

    /// <summary>The calendar of a unit, or of the hotline itself where none is named.</summary>
    /// <param name="path">The unit's code, then its parents' from below.</param>
    public WorkingCalendar CalendarOf(params IEnumerable<string> path) => new(Holidays, Hours.Of(path), Offset);

    /// <summary>Null where a file has a mistake; all are named.</summary>
    internal static CityTimes? Read(CityFiles files, IReadOnlyList<CodeName> demandTypes, TimeSpan offset)
    {
        List<DataProblem> problems = [];
        List<HolidayYear?> years = [];
        foreach (var file in files.All("calendar", ".csv"))
        {
            var name = Path.GetFileNameWithoutExtension(file);
            if (!int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var year))
            {
                problems.Add(new DataProblem(file, 0, "", "is not called by a year; name it as 2026.csv"));
            }
            else if (CsvTable.ReadText(file, files.Problems) is { } text)
            {
                years.Add(HolidayFile.Read(file, text, year, problems));
            }
        }

        var hoursFile = files.Find("office-hours.csv");
        var hours = CsvTable.ReadText(hoursFile, files.Problems) is { } rows ? OfficeHoursFile.Read(hoursFile, rows, problems) : null;
        List<RuleSetFile?> sets = [];
        foreach (var file in files.All("rule-sets", ".json"))
        {
            sets.Add(CsvTable.ReadText(file, files.Problems) is { } text ? RuleSetFile.Read(file, text, problems) : null);
        }

        var demands = KnownDemands(files, demandTypes);
        var book = sets.Contains(null) || demands.Count == 0 ? null : RuleSetLinks.Join([.. sets.OfType<RuleSetFile>()], demands, problems);
        files.Problems.AddRange(problems.Select(problem => new ConfigurationProblem(problem.File, problem.Line, problem.Place, problem.Text)));
        return hours is null || book is null || years.Contains(null) ? null
            : new CityTimes(new HolidayBook(years.OfType<HolidayYear>()), hours, book, offset);
    }

    // The sets are those of all cities: one that takes other kinds of demand does not make them wrong.
    private static HashSet<string> KnownDemands(CityFiles files, IReadOnlyList<CodeName> own)
    {
        const string file = "demand-types.csv";
        var common = files.Overridden(file) is { } path ? CsvTable.Read(path, ["code", "name"], []).Rows.Select(row => row["code"]) : [];
        return [.. own.Select(type => type.Code), .. common];
    }
}
