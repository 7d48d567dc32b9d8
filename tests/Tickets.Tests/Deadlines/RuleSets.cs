using Hotline.Tickets.Calendar;
using Hotline.Tickets.Deadlines;
using Hotline.Tickets.Tests.Calendar;

namespace Hotline.Tickets.Tests.Deadlines;

/// <summary>The rule sets of the tree, and tickets to try them with.</summary>
internal static class RuleSets
{
    internal static readonly string[] Demands =
        [.. File.ReadLines(Path.Combine(CityTime.Folder(""), "demand-types.csv")).Where(line => line[0] != '#').Skip(1).Select(line => line.Split(',')[0])];

    internal static readonly RuleSetBook Book = Load();

    internal static readonly TimerRules Ziyang = Of("ziyang-2022");

    internal static TimerRules Of(string set, params UnitLimit[] own) => new(Book.Of(set)!, CityTime.Office, CityTime.Office, own);

    /// <summary>Accepted and dispatched at one moment.</summary>
    internal static TicketFacts Dispatched(string at, string demand = "complaint", string level = "normal") => new()
    {
        Matter = new TicketMatter(demand, level, "city", "0102", "water-group"),
        AcceptedAt = CityTime.At(at),
        DispatchedAt = CityTime.At(at),
    };

    internal static TicketTimer Timer(this TimerSheet sheet, DeadlineTimer timer) => sheet.Timers.Single(t => t.Timer == timer);

    internal static TicketTimer TimerAt(this TimerRules rules, TicketFacts facts, DeadlineTimer timer, string now) =>
        rules.SheetOf(facts, CityTime.At(now)).Timer(timer);

    internal static DateTimeOffset At(this DueTime due) => due.ShouldBeOfType<DueTime.Known>().At;

    internal static RuleSetFile? Read(string text, List<DataProblem> problems) => RuleSetFile.Read("set.json", text, problems);

    private static RuleSetBook Load()
    {
        List<DataProblem> problems = [];
        RuleSetFile?[] files = [.. Directory.EnumerateFiles(CityTime.Folder("rule-sets"), "*.json")
            .Select(file => RuleSetFile.Read(Path.GetFileName(file), File.ReadAllText(file), problems))];
        problems.ShouldBeEmpty();
        var book = RuleSetLinks.Join([.. files.OfType<RuleSetFile>()], Demands, problems);
        problems.ShouldBeEmpty();
        return book.ShouldNotBeNull();
    }
}
