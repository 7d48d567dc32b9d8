using System.Globalization;
using System.Text;
using Hotline.AgentHub.Tests.Config;
using Hotline.Tickets.Calendar;

namespace Hotline.AgentHub.Tests.Deadlines;

/// <summary>docs/deadlines.md shows the worked cases and the rules as the files have them; HOTLINE_WRITE=1 writes both tables anew.</summary>
public sealed class DeadlinesPageTests
{
    private const string Place = "docs/deadlines.md";
    private const string Rules = "rules", Worked = "cases";

    public static TheoryData<int> Cases => [.. WorkedCases.All.Select(worked => worked.Number)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Case_ends_when_it_was_worked_out_to_end(int number)
    {
        var worked = WorkedCases.All[number - 1];

        if (worked.Due.Length == 4)
        {
            worked.Explanation.Due.ShouldBe(new DueTime.Unknown(int.Parse(worked.Due, CultureInfo.InvariantCulture)));
        }
        else
        {
            worked.Explanation.Due.ShouldBeOfType<DueTime.Known>().At.ShouldBe(WorkedCases.At(worked.Due), worked.Sentence);
        }

        worked.Agrees.ShouldBeTrue();
    }

    [Fact]
    public void Cases_cover_what_is_difficult()
    {
        WorkedCases.All.Select(worked => worked.Set).Distinct().Count().ShouldBe(5);
        WorkedCases.All.Count.ShouldBeGreaterThanOrEqualTo(60);
        var words = string.Concat(WorkedCases.All.Select(worked => worked.Sentence));
        string[] said = ["调休上班", "放假", "周末休息", "延期", "特殊紧急", "昼夜连续", "非工作日顺延", "半日", "尚未录入", "未作规定", "24:00", "2025-01-"];
        said.ShouldAllBe(word => words.Contains(word, StringComparison.Ordinal));
    }

    [Fact]
    public void Page_shows_the_rules_of_every_set() => Compare(Rules, RulesTable());

    [Fact]
    public void Page_shows_every_case_with_its_sentence() => Compare(Worked, CasesTable());

    private static string CasesTable()
    {
        var table = new StringBuilder("| # | Set | Clock | Start | Due | Why |\n|---|---|---|---|---|---|\n");
        foreach (var worked in WorkedCases.All)
        {
            var due = worked.Due.Length == 4 ? "not known" : worked.Due;
            table.Append(CultureInfo.InvariantCulture, $"| {worked.Number} | `{worked.Set}` | {worked.Clock} | {worked.Start} | {due} | {worked.Sentence} |\n");
        }

        return table.ToString();
    }

    private static string RulesTable()
    {
        var table = new StringBuilder("| Set | Rule | Clock | For | From | Limit | Source |\n|---|---|---|---|---|---|---|\n");
        foreach (var set in WorkedCases.Times.RuleSets.All)
        {
            foreach (var rule in set.Rules)
            {
                string[] scope = [.. rule.Scope.Demands, .. rule.Scope.Levels, .. rule.Scope.UnitLevels, .. rule.Scope.Categories];
                table.Append(CultureInfo.InvariantCulture, $"| `{set.Id}` | {rule.Id} | {Camel(rule.Timer)} | {string.Join(", ", scope)} | {Camel(rule.Start)} | {rule.Limit} | {rule.Source} |\n");
            }

            foreach (var rule in set.Extensions)
            {
                var cap = rule.CountMax == 0 ? "none" : $"{rule.CountMax} × {rule.Cap}";
                table.Append(CultureInfo.InvariantCulture, $"| `{set.Id}` | {rule.Id} | extension | {string.Join(", ", rule.Scope.Demands)} | {rule.Lead} before | {cap} | {rule.Source} |\n");
            }
        }

        return table.ToString();
    }

    private static string Camel<T>(T member)
        where T : struct, Enum => char.ToLowerInvariant($"{member}"[0]) + $"{member}"[1..];

    private static void Compare(string part, string table)
    {
        var file = Path.Combine(Cities.Root, Place);
        var page = File.ReadAllText(file);
        var (begin, end) = ($"<!-- {part} -->\n", $"<!-- /{part} -->");
        var from = page.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
        var to = page.IndexOf(end, StringComparison.Ordinal);
        if (Environment.GetEnvironmentVariable("HOTLINE_WRITE") == "1")
        {
            File.WriteAllText(file, page[..from] + table + page[to..]);
            return;
        }

        page[from..to].ShouldBe(table, $"what it shows changed: run this test with HOTLINE_WRITE=1, which writes {Place} anew, and read the difference");
    }
}
