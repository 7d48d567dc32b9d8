using Hotline.Tickets.Calendar;

namespace Hotline.Tickets.Tests.Calendar;

public sealed class HolidayFileTests
{
    private const string Good = "# a notice\ndate,kind,name\n2026-01-01,off,元旦\n2026-01-04,work,元旦\n2025-12-31,off,元旦\n";

    [Fact]
    public void Read_gives_the_days_and_the_notice()
    {
        List<DataProblem> problems = [];

        var year = HolidayFile.Read("2026.csv", Good, 2026, problems).ShouldNotBeNull();

        problems.ShouldBeEmpty();
        year.Notice.ShouldBe("a notice");
        year.Days.ShouldContain(new SpecialDay(new DateOnly(2026, 1, 4), Works: true, "元旦"));
        year.Days.Count.ShouldBe(3);
    }

    [Theory]
    [InlineData("# a notice\n", "", 1, "does not say where it is from")]
    [InlineData("date,kind,name", "date,name", 2, "the header must be")]
    [InlineData("2026-01-01,off,元旦", "2026-1-1,off,元旦", 3, "is no date")]
    [InlineData("2026-01-01,off,元旦", "2027-01-01,off,元旦", 3, "is no day of 2026")]
    [InlineData("2026-01-01,off,元旦", "2025-11-30,off,元旦", 3, "is no day of 2026")]
    [InlineData("2026-01-01,off,元旦", "2026-01-01,free,元旦", 3, "write off or work")]
    [InlineData("2026-01-01,off,元旦", "2026-01-01,off,", 3, "is empty")]
    [InlineData("2026-01-01,off,元旦", "2026-01-01,off", 3, "has 2 cells")]
    [InlineData("2026-01-01,off,元旦", "2026-01-04,off,元旦", 4, "stands twice")]
    [InlineData("2026-01-04,work", "2026-01-05,work", 4, "is a Monday")]
    public void Read_with_a_mistake_says_where_and_what_to_do(string old, string with, int line, string said)
    {
        List<DataProblem> problems = [];

        HolidayFile.Read("2026.csv", Good.Replace(old, with, StringComparison.Ordinal), 2026, problems).ShouldBeNull();

        problems[0].File.ShouldBe("2026.csv");
        problems[0].Line.ShouldBe(line);
        problems[0].Text.ShouldContain(said);
    }

    [Fact]
    public void Read_without_a_day_is_no_year()
    {
        List<DataProblem> problems = [];

        HolidayFile.Read("2027.csv", "# a notice\ndate,kind,name\n", 2027, problems).ShouldBeNull();

        problems.ShouldHaveSingleItem().Text.ShouldContain("leave the file out");
    }
}
