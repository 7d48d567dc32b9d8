using System.Globalization;
using Hotline.Tickets.Calendar;

namespace Hotline.Tickets.Tests.Calendar;

/// <summary>The years in config/common/calendar are what the notices say.</summary>
public sealed class CalendarDataTests
{
    // Days off as the notices count them ("共8天"), and make-up days, by holiday; 2024's 元旦 and 端午节 join a weekend.
    [Theory]
    [InlineData(2024, 1 + 8 + 3 + 5 + 3 + 3 + 7, "2024-02-04 2024-02-18 2024-04-07 2024-04-28 2024-05-11 2024-09-14 2024-09-29 2024-10-12")]
    [InlineData(2025, 1 + 8 + 3 + 5 + 3 + 8, "2025-01-26 2025-02-08 2025-04-27 2025-09-28 2025-10-11")]
    [InlineData(2026, 3 + 9 + 3 + 5 + 3 + 3 + 7, "2026-01-04 2026-02-14 2026-02-28 2026-05-09 2026-09-20 2026-10-10")]
    public void Year_has_the_days_of_its_notice(int year, int off, string makeUp)
    {
        var days = Days(year).ToList();

        days.Count(day => day.Kind == DayKind.Holiday).ShouldBe(off);
        days.Where(day => day.Kind == DayKind.MakeUp).Select(day => day.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)).ShouldBe(makeUp.Split(' '));
    }

    // What a year's notice leaves is the year's working days: 251, 248 and 248 are the figures that calendars of these years print.
    [Theory]
    [InlineData(2024, 251)]
    [InlineData(2025, 248)]
    [InlineData(2026, 248)]
    public void Year_has_its_working_days(int year, int working) => Days(year).Count(day => day.IsWorking).ShouldBe(working);

    /// <summary>Written when the notice is there, not before: a guess would be a wrong deadline.</summary>
    [Fact]
    public void No_year_is_there_before_its_notice()
    {
        CityTime.Holidays.CoveredUntil(new DateOnly(2024, 1, 1)).ShouldBe(new DateOnly(2026, 12, 31));
        CityTime.Holidays.DayOf(new DateOnly(2027, 3, 1)).ShouldBeNull();
    }

    [Fact]
    public void Office_hours_of_the_tree_are_whole()
    {
        List<DataProblem> problems = [];
        OfficeHoursFile.Read("office-hours.csv", File.ReadAllText(CityTime.Folder("office-hours.csv")), problems).ShouldNotBeNull();
        problems.ShouldBeEmpty();
    }

    private static IEnumerable<CalendarDay> Days(int year) =>
        from day in Enumerable.Range(0, 366)
        let date = new DateOnly(year, 1, 1).AddDays(day)
        where date.Year == year
        select CityTime.Holidays.DayOf(date)!.Value;
}
