using Hotline.Requirements;
using Hotline.Testkit;

namespace Hotline.Tidy.Tests;

public sealed class RequirementReportTests
{
    private static readonly Requirement[] List =
    [
        new("X-01", "a", "[ZY]", IsSoftware: true, ""), new("X-02", "b", "[ZY]", IsSoftware: true, ""),
        new("X-03", "c", "[ZY]", IsSoftware: true, ""), new("X-04", "d", "[ZY]", IsSoftware: false, ""),
    ];

    [Fact]
    public void StateOf_PartMarksAlone_NeverProve()
    {
        RequirementReport report = new(List, [new("X-01", null, "t"), new("X-01", "p", "t"), new("X-02", "p", "t"), new("X-02", "q", "t"), new("Y-01", null, "t"), new("SPECIMEN-01", null, "t")]);

        List.Select(report.StateOf).ShouldBe([RequirementState.Proven, RequirementState.Part, RequirementState.Open, RequirementState.NotSoftware]);
        report.Unknown.ShouldBe(["Y-01"]);
    }

    [Fact]
    public void Write_SaysWhatIsLeftAndTheTotals()
    {
        using StringWriter writer = new();
        new RequirementReport(List, [new("X-02", "the rest", "t")]).Write(writer);

        writer.ToString().ShouldContain("left: the rest");
        writer.ToString().ShouldContain("4 requirements: 0 proven, 1 part, 2 open, 1 not software");
    }

    [Fact]
    [Requirement("SPECIMEN-01")]
    [Requirement("SPECIMEN-02", Part = "the rest")]
    public void Read_MarksOfAnAssembly_WithTheirParts()
    {
        IEnumerable<RequirementMark> marks = MarkReader.Read(typeof(RequirementReportTests).Assembly.Location)
            .Where(m => m.Test == $"{nameof(RequirementReportTests)}.{nameof(Read_MarksOfAnAssembly_WithTheirParts)}");

        marks.Select(m => (m.Id, m.Part)).ShouldBe(
            [("SPECIMEN-01", null), ("SPECIMEN-02", "the rest")], ignoreOrder: true);
    }

    [Fact]
    public void Parse_LineWithoutSource_NamesTheLine() =>
        Should.Throw<FormatException>(() => Requirement.Parse(["id\trequirement", "NUM-01\tx"])).Message.ShouldContain("line 2");
}
