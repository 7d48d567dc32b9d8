using System.Globalization;
using Hotline.Tickets;
using Hotline.Tickets.Calendar;
using Hotline.Tickets.Deadlines;

namespace Hotline.AgentHub.Config;

/// <summary>A start of a clock, and when it ends by hand.</summary>
/// <param name="No">From 1, in the order of the file.</param>
/// <param name="RuleSet">Id of the set.</param>
/// <param name="Timer">Which clock.</param>
/// <param name="DemandType">Code of the kind of demand.</param>
/// <param name="Urgency">Its urgency.</param>
/// <param name="Hours">Name of the unit's hours; empty for ordinary ones.</param>
/// <param name="Start">When it begins, on the city's clock.</param>
/// <param name="Extensions">Working days of each extension, in order.</param>
/// <param name="Due">Its end on the city's clock, where 24:00 is the end of that day; a year alone where nobody can know it.</param>
public sealed record DeadlineExample(
    int No, string RuleSet, DeadlineTimer Timer, string DemandType, Urgency Urgency, string Hours, DateTime Start, IReadOnlyList<int> Extensions,
    string Due);

/// <summary>The worked examples of deadlines (deadline-examples.csv): tests hold the program to them, and the desk shows them.</summary>
/// <param name="Hours">Of the units in them.</param>
/// <param name="All">In the order of the file.</param>
public sealed record DeadlineExamples(OfficeHoursBook? Hours, IReadOnlyList<DeadlineExample> All)
{
    /// <summary>Of a city without the file.</summary>
    public static readonly DeadlineExamples None = new(null, []);

    private const string File = "deadline-examples.csv", HoursFile = "deadline-examples-hours.csv";

    /// <summary>A moment of the file: 24:00 is the first of the next day.</summary>
    public static DateTime MomentOf(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.EndsWith(" 24:00", StringComparison.Ordinal)
            ? MomentOf(text.Replace(" 24:00", " 00:00", StringComparison.Ordinal)).AddDays(1)
            : DateTime.ParseExact(text, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
    }

    internal static DeadlineExamples Read(CityFiles files, RuleSetBook? sets)
    {
        if (files.FindOptional(File) is null || sets is null)
        {
            return None;
        }

        List<DataProblem> problems = [];
        var hoursFile = files.Find(HoursFile);
        var hours = CsvTable.ReadText(hoursFile, files.Problems) is { } text ? OfficeHoursFile.Read(hoursFile, text, problems) : null;
        files.Problems.AddRange(problems.Select(problem => new ConfigurationProblem(problem.File, problem.Line, problem.Place, problem.Text)));
        List<DeadlineExample> examples = [];
        foreach (var row in files.Table(File, "rule_set", "timer", "demand_type", "urgency", "hours", "start", "extensions", "due").Rows)
        {
            if (Of(row, examples.Count + 1, sets) is { } example)
            {
                examples.Add(example);
            }
        }

        return new DeadlineExamples(hours, examples);
    }

    private static DeadlineExample? Of(CsvRow row, int no, RuleSetBook sets)
    {
        var days = row["extensions"].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var wrong = sets.Of(row["rule_set"]) is null ? "rule_set"
            : !Code.TryParse<DeadlineTimer>(row["timer"], out _) ? "timer"
            : !Code.TryParse<Urgency>(row["urgency"], out _) ? "urgency"
            : !IsMoment(row["start"]) ? "start"
            : !days.All(day => int.TryParse(day, NumberStyles.None, CultureInfo.InvariantCulture, out _)) ? "extensions"
            : !IsMoment(row["due"]) && !(row["due"].Length == 4 && row["due"].All(char.IsAsciiDigit)) ? "due"
            : null;
        if (wrong is not null)
        {
            row.Problem(wrong, $"\"{row[wrong]}\" cannot be read; write it as the rows above, moments as 2026-03-17 16:00");
            return null;
        }

        return new DeadlineExample(
            no, row["rule_set"], Code.Parse<DeadlineTimer>(row["timer"]), row["demand_type"], Code.Parse<Urgency>(row["urgency"]), row["hours"],
            MomentOf(row["start"]), [.. days.Select(day => int.Parse(day, CultureInfo.InvariantCulture))], row["due"]);
    }

    private static bool IsMoment(string text) => DateTime.TryParseExact(
        text.Replace(" 24:00", " 00:00", StringComparison.Ordinal), "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}
