using Hotline.Tickets.Calendar;

namespace Hotline.AgentHub.Tests.Config;

/// <summary>The files of time are read with the city, its own before those of all cities, and a mistake in one is told like any other.</summary>
public sealed class CityTimesTests
{
    [Fact]
    public void Every_city_has_its_holidays_hours_and_rule_sets()
    {
        foreach (var city in new[] { Cities.Kaifeng, Cities.Zhejiang, Cities.Ziyang })
        {
            city.Times.Holidays.CoveredUntil(Cities.Today).ShouldNotBeNull();
            city.Times.CalendarOf("any-unit").OpenOn(Cities.Today)!.Count.ShouldBe(2);
            city.Times.RuleSets.All.Count.ShouldBe(6);
        }

        Cities.Kaifeng.Times.RuleSets.For("410200", Cities.Today)!.Id.ShouldBe("henan");
        Cities.Ziyang.Times.RuleSets.For("512000", Cities.Today)!.Id.ShouldBe("sichuan-2025");
    }

    [Fact]
    public void A_city_may_have_hours_and_kinds_of_demand_of_its_own()
    {
        using SpoiledCity city = new();
        File.WriteAllText(Path.Combine(city.Folder, "office-hours.csv"), "unit,from,to,hours\n*,,,08:00-16:00\nwater,,,24x7\n");
        File.WriteAllText(Path.Combine(city.Folder, "demand-types.csv"), "code,name\nconsultation,咨询\nquery,业务查询\n");

        var times = AgentHub.Config.CityConfiguration.Load(city.Folder).Times;

        times.CalendarOf("pipes", "water").IsRoundTheClock.ShouldBeTrue();
        times.CalendarOf("police").OpenOn(Cities.Today)!.ShouldHaveSingleItem().To.ShouldBe(TimeSpan.FromHours(16));
    }

    [Theory]
    [InlineData("calendar/2026.csv", "2026-01-04,work", "2026-01-05,work", "date", "is a Monday")]
    [InlineData("office-hours.csv", "*,,,09:00-12:00 13:00-17:00", "*,,,nine to five", "hours", "are no hours")]
    [InlineData("rule-sets/henan.json", "\"24 clockHours\", \"roll\"", "\"a day\", \"roll\"", "sign.limit", "is no limit")]
    [InlineData("rule-sets/henan.json", "[\"consultation\"]", "[\"consulting\"]", "handle-consultation.demand", "no code of demand-types.csv")]
    public void A_mistake_says_file_line_and_what_to_do(string file, string old, string with, string place, string said)
    {
        using SpoiledCity city = new();
        var line = city.Replace(File.Exists(Path.Combine(city.Folder, file)) ? file : Path.Combine("..", "common", file), old, with);

        var problem = city.OnlyProblem();

        problem.File.Replace('\\', '/').ShouldEndWith(file);
        problem.Line.ShouldBe(line);
        problem.Column.ShouldBe(place);
        problem.Text.ShouldContain(said);
    }

    [Fact]
    public void A_file_of_holidays_is_called_by_its_year()
    {
        using SpoiledCity city = new();
        Directory.CreateDirectory(Path.Combine(city.Folder, "calendar"));
        city.Write(Path.Combine("calendar", "next.csv"), []);

        city.OnlyProblem().Text.ShouldContain("name it as 2026.csv");
    }

    [Theory]
    [InlineData("{ \"daysAhead\": 30 }", "daysAhead", "62 to 366")]
    [InlineData("{ \"warnFrom\": \"10-15\" }", "warnFrom", "November or December")]
    [InlineData("{ \"criticalFrom\": \"soon\" }", "criticalFrom", "November or December")]
    [InlineData("{ \"warnFrom\": \"12-20\" }", "warnFrom", "later than criticalFrom")]
    public void When_a_missing_year_is_told_must_be_in_time(string calendar, string column, string said)
    {
        using SpoiledCity city = new();
        city.Replace("settings.json", "\"answeredSoonSeconds\": 15,", $"\"answeredSoonSeconds\": 15, \"calendar\": {calendar},");

        var problem = city.OnlyProblem();

        (problem.Column, problem.Text.Contains(said, StringComparison.Ordinal)).ShouldBe((column, true), problem.Text);
    }

    [Fact]
    public void A_city_may_say_when_a_missing_year_is_told()
    {
        Cities.Kaifeng.CalendarWatch.ShouldBe(CalendarWatch.Usual);
        using SpoiledCity city = new();
        city.Replace(
            "settings.json", "\"answeredSoonSeconds\": 15,",
            "\"answeredSoonSeconds\": 15, \"calendar\": { \"daysAhead\": 120, \"warnFrom\": \"11-20\" },");

        AgentHub.Config.CityConfiguration.Load(city.Folder).CalendarWatch
            .ShouldBe(new CalendarWatch(120, new MonthDay(11, 20), new MonthDay(12, 15)));
    }
}
