using System.Text.RegularExpressions;
using Hotline.Requirements;

namespace Hotline.Tidy.Tests;

/// <summary>docs/requirements.tsv is whole, and every mark of a test says what one of its requirements asks for.</summary>
public sealed partial class RequirementListTests
{
    private static readonly IReadOnlyList<Requirement> All = Requirement.Parse(Tree.Read("docs/requirements.tsv").Split('\n'));

    /// <summary>How many requirements each section of the documents' reading has.</summary>
    public static TheoryData<string, int> Sections => new()
    {
        { "NUM", 19 }, { "CALL", 15 }, { "ROUTE", 7 }, { "XFER", 9 }, { "ACC", 14 }, { "TKT", 22 }, { "RET", 6 }, { "EXT", 8 }, { "TMP", 6 },
        { "URG", 7 }, { "CRD", 10 }, { "JNT", 4 }, { "REV", 13 }, { "REP", 6 }, { "QIN", 1 }, { "KB", 11 }, { "DATA", 8 }, { "ANA", 11 },
        { "KPI", 19 },
        { "ASM", 8 }, { "SEC", 6 }, { "CHN", 6 }, { "STF", 6 }, { "MIG", 9 }, { "JUR", 11 }, { "XCY", 2 },
    };

    [Theory]
    [MemberData(nameof(Sections))]
    public void Section_is_complete(string section, int count)
    {
        string[] ids = [.. All.Where(r => r.Section == section).Select(r => r.Id)];

        ids.Length.ShouldBe(count);
        ids.ShouldBe(ids.Order(StringComparer.Ordinal));

        // The indicators are numbered in tens by kind, each ten from its beginning; all others run through.
        ids.ShouldBe(section == "KPI"
            ? Numbered(section, 1, 7).Concat(Numbered(section, 20, 6)).Concat(Numbered(section, 30, 4)).Concat(Numbered(section, 40, 2))
            : Numbered(section, 1, count));
    }

    private static IEnumerable<string> Numbered(string section, int first, int count) =>
        Enumerable.Range(first, count).Select(n => $"{section}-{n:00}");

    [Fact]
    public void List_has_no_other_section_and_no_id_twice()
    {
        All.Select(r => r.Section).Distinct().ShouldBe(Sections.Select(s => s.Data.Item1));
        All.Select(r => r.Id).Distinct().Count().ShouldBe(All.Count);
        All.Count.ShouldBe(244);
    }

    /// <summary>A mark with a slip in it would show nothing, and nobody would miss it.</summary>
    [Fact]
    public void Every_mark_says_what_its_requirement_asks_for() => Mistakes(
        from file in Tree.Under("tests/", ".cs")
        where !file.StartsWith("tests/Tidy.Tests/", StringComparison.Ordinal)
        select (file.Split('/')[1], Tree.Read(file))).ShouldBeEmpty();

    [Theory]
    [InlineData("Live.Tests", """[Requirement("NUM-14", Shows = "a citizen who dials 12345 talks with an agent")]""", null)]
    [InlineData("Live.Tests", """[Requirement("NUM-99", Shows = "x")]""", "NUM-99 stands in no line")]
    [InlineData("Live.Tests", """[Requirement("NUM-14", Shows = "a citizen who dials 12345 talk with an agent")]""", "NUM-14 has no clause")]
    [InlineData("Routing.Tests", """[Requirement("NUM-14", Shows = "a citizen who dials 12345 talks with an agent")]""", "cannot be shown in Routing.Tests")]
    [InlineData("Live.Tests", """[Requirement("NUM-14", Shows = Words)]""", "write a mark as")]
    public void Check_sees_a_slip(string suite, string mark, string? said)
    {
        string[] mistakes = [.. Mistakes([(suite, mark)])];

        if (said is null)
        {
            mistakes.ShouldBeEmpty();
        }
        else
        {
            mistakes.ShouldHaveSingleItem().ShouldContain(said);
        }
    }

    private static IEnumerable<string> Mistakes(IEnumerable<(string Suite, string Text)> files) =>
        from file in files
        from beginning in Beginning().Matches(file.Text)
        let mark = Mark().Match(file.Text, beginning.Index)
        let id = mark.Groups["id"].Value
        let mistake = mark.Success && mark.Index == beginning.Index
            ? MarkRules.Mistake(All.FirstOrDefault(r => r.Id == id), id, mark.Groups["shows"].Value, file.Suite)
            : "write a mark as [Requirement(\"NUM-01\", Shows = \"…\")], so that this test can read it"
        where mistake is not null
        select $"{file.Suite}: {mistake}";

    [GeneratedRegex("""\[Requirement\(""")]
    private static partial Regex Beginning();

    [GeneratedRegex("""\[Requirement\("(?<id>[^"]+)",\s+Shows = "(?<shows>[^"\\]+)"\)\]""")]
    private static partial Regex Mark();
}
