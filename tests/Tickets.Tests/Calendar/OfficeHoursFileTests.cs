using Hotline.Testkit;
using Hotline.Tickets.Calendar;

namespace Hotline.Tickets.Tests.Calendar;

public sealed class OfficeHoursFileTests
{
    private const string Good = """
        # hours
        unit,from,to,hours
        *,05-01,09-30,08:30-12:00 14:30-17:30
        *,10-01,04-30,08:30-12:00 14:00-17:00
        water-group,,,24x7
        hall,,,09:00-17:00
        """;

    [Fact]
    [Requirement("TKT-17", Shows = "a unit can have a calendar that works every day round the clock")]
    public void Read_gives_a_unit_its_own_hours_then_those_above_it()
    {
        List<DataProblem> problems = [];

        var book = OfficeHoursFile.Read("office-hours.csv", Good, problems).ShouldNotBeNull();

        problems.ShouldBeEmpty();
        book.Of("water-group", "city").IsRoundTheClock.ShouldBeTrue();
        book.Of("water-branch", "water-group").IsRoundTheClock.ShouldBeTrue();
        book.Of("hall").On(new DateOnly(2026, 7, 1)).ShouldBe([CityTime.Interval("09:00", "17:00")]);
        book.Of("police").ShouldBeSameAs(book.City);
        book.City.On(new DateOnly(2026, 9, 30))[1].ShouldBe(CityTime.Interval("14:30", "17:30"));
        book.City.On(new DateOnly(2026, 10, 1))[1].ShouldBe(CityTime.Interval("14:00", "17:00"));
    }

    [Theory]
    [InlineData("*,05-01,09-30,08:30-12:00 14:30-17:30", "*,05-01,,08:30-12:00", 3, "first and the last day")]
    [InlineData("*,05-01,09-30,08:30-12:00 14:30-17:30", "*,05-01,09-31,08:30-12:00", 3, "first and the last day")]
    [InlineData("08:30-12:00 14:30-17:30", "8-12", 3, "are no hours")]
    [InlineData("08:30-12:00 14:30-17:30", "08:30-12:00 11:00-17:30", 3, "overlap")]
    [InlineData("*,10-01", "*,10-02", 3, "has 0 seasons on 10-01")]
    [InlineData("*,10-01", "*,09-30", 3, "has 2 seasons on 09-30")]
    [InlineData("hall,,,09:00-17:00", "water-group,,,09:00-17:00", 5, "round the clock and has other rows")]
    [InlineData("hall,,,09:00-17:00", "hall,,", 6, "has 3 cells")]
    public void Read_with_a_mistake_says_where_and_what_to_do(string old, string with, int line, string said)
    {
        List<DataProblem> problems = [];

        OfficeHoursFile.Read("office-hours.csv", Good.Replace(old, with, StringComparison.Ordinal), problems).ShouldBeNull();

        problems[0].Line.ShouldBe(line);
        problems[0].Text.ShouldContain(said);
    }

    [Fact]
    public void Read_without_the_city_is_refused()
    {
        List<DataProblem> problems = [];

        OfficeHoursFile.Read("office-hours.csv", "unit,from,to,hours\nhall,,,09:00-17:00\n", problems).ShouldBeNull();

        problems.ShouldHaveSingleItem().Text.ShouldContain("has no row *");
    }
}
