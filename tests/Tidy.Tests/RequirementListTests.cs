using System.Text.RegularExpressions;
using Hotline.Requirements;

namespace Hotline.Tidy.Tests;

/// <summary>docs/requirements.tsv is whole, and every test that names a requirement names one of it.</summary>
public sealed partial class RequirementListTests
{
    private static readonly IReadOnlyList<Requirement> All = Requirement.Parse(Tree.Read("docs/requirements.tsv").Split('\n'));

    /// <summary>How many requirements each section of the documents' reading has.</summary>
    public static TheoryData<string, int> Sections => new()
    {
        { "NUM", 19 }, { "CALL", 10 }, { "ROUTE", 7 }, { "XFER", 9 }, { "ACC", 12 }, { "TKT", 21 }, { "RET", 6 }, { "EXT", 8 }, { "TMP", 6 },
        { "URG", 6 }, { "CRD", 9 }, { "JNT", 4 }, { "REV", 10 }, { "REP", 6 }, { "KB", 10 }, { "DATA", 8 }, { "ANA", 9 }, { "KPI", 18 },
        { "ASM", 8 }, { "SEC", 6 }, { "CHN", 6 }, { "STF", 6 }, { "MIG", 8 }, { "JUR", 11 }, { "XCY", 2 },
    };

    [Theory]
    [MemberData(nameof(Sections))]
    public void Section_IsComplete(string section, int count)
    {
        string[] ids = [.. All.Where(r => r.Section == section).Select(r => r.Id)];

        ids.Length.ShouldBe(count);
        ids.ShouldBe(ids.Order(StringComparer.Ordinal));
        if (section != "KPI")
        {
            // The indicators are numbered in tens by kind; all others run through.
            ids.ShouldBe(Enumerable.Range(1, count).Select(n => $"{section}-{n:00}"));
        }
    }

    [Fact]
    public void List_HasNoOtherSectionAndNoIdTwice()
    {
        All.Select(r => r.Section).Distinct().ShouldBe(Sections.Select(s => s.Data.Item1));
        All.Select(r => r.Id).Distinct().Count().ShouldBe(All.Count);
        All.Count.ShouldBe(225);
    }

    [Fact]
    public void EveryTest_NamesAKnownRequirement()
    {
        IEnumerable<string> named = Tree.Under("tests/", ".cs").Where(f => !f.EndsWith("RequirementListTests.cs", StringComparison.Ordinal))
            .SelectMany(f => Mark().Matches(Tree.Read(f)).Select(m => m.Groups["id"].Value));

        named.Where(id => !id.StartsWith(RequirementMark.SpecimenSection, StringComparison.Ordinal))
            .Except(All.Select(r => r.Id)).ShouldBeEmpty();
    }

    [Fact]
    public void Mark_ReadsWhatTestsWrite() => Mark().Match("""[Requirement("NUM-99", Part = "x")]""").Groups["id"].Value.ShouldBe("NUM-99");

    [GeneratedRegex("""\bRequirement\("(?<id>[^"]+)"[,)]""")]
    private static partial Regex Mark();
}
