using Hotline.Testkit;
using Hotline.Tickets.Calendar;

namespace Hotline.Tickets.Tests.Calendar;

public sealed class WorkingCalendarTests
{
    // The four of B7, worked out there by hand.
    [Theory]
    [InlineData("2024-09-27 16:00", "5 workingHours", "2024-09-29 14:00")]
    [InlineData("2024-09-27 16:00", "7 workingDays", "2024-10-12 17:00")]
    [InlineData("2024-09-28 23:30", "2 clockHours", "2024-09-29 01:30")]
    [InlineData("2024-10-01 02:00", "1 clockHours", "2024-10-01 03:00")]
    public void Due_of_the_known_examples(string start, string limit, string due) =>
        CityTime.Office.DueAt(start, limit).ShouldBe(CityTime.At(due));

    [Fact]
    public void Due_of_seven_working_days_rolling_ends_at_the_same_time() =>
        CityTime.Office.DueAt("2024-09-27 16:00", "7 workingDays", new Counting(End: DayEnd.SameTime)).ShouldBe(CityTime.At("2024-10-12 16:00"));

    [Fact]
    public void Due_notes_every_day_on_the_way_and_why()
    {
        var due = CityTime.Office.Due(CityTime.At("2024-09-27 16:00"), CityTime.Limit("2 workingDays"), new Counting())
            .ShouldBeOfType<DueTime.Known>();

        due.Days.Select(day => (day.Day.Date.Day, day.Use, day.Day.Kind, day.Number)).ShouldBe([
            (27, DayUse.StartDay, DayKind.Working, 0),
            (28, DayUse.Rest, DayKind.Weekend, 0),
            (29, DayUse.Counted, DayKind.MakeUp, 1),
            (30, DayUse.Counted, DayKind.Working, 2)]);
        due.Days[2].Day.Name.ShouldBe("国庆节");
    }

    [Fact]
    public void Due_in_hours_notes_which_hours_were_counted()
    {
        var due = CityTime.Office.Due(CityTime.At("2024-09-27 16:00"), CityTime.Limit("5 workingHours"), new Counting())
            .ShouldBeOfType<DueTime.Known>();

        due.Days.SelectMany(day => day.Parts).ShouldBe([
            CityTime.Interval("16:00", "17:00"), CityTime.Interval("09:00", "12:00"), CityTime.Interval("13:00", "14:00")]);
    }

    // A start at closing time, at lunch, at night, on a Sunday; an end exactly at the close.
    [Theory]
    [InlineData("2024-09-27 17:00", "1 workingHours", "2024-09-29 10:00")]
    [InlineData("2024-09-25 12:30", "1 workingHours", "2024-09-25 14:00")]
    [InlineData("2024-09-25 09:00", "3 workingHours", "2024-09-25 12:00")]
    [InlineData("2024-09-25 23:59", "7 workingHours", "2024-09-26 17:00")]
    [InlineData("2024-09-22 00:00", "8 workingHours", "2024-09-24 10:00")]
    [InlineData("2024-12-31 16:30", "1 workingHours", "2025-01-02 09:30")]
    public void Due_in_working_hours(string start, string limit, string due) => CityTime.Office.DueAt(start, limit).ShouldBe(CityTime.At(due));

    // Wednesday 2024-09-25 is an ordinary day, Saturday the 28th none, Sunday the 29th a make-up day.
    [Theory]
    [InlineData("2024-09-25 10:00", "1 workingDays", FirstDay.Same, DayEnd.EndOfOffice, "2024-09-25 17:00")]
    [InlineData("2024-09-25 17:00", "1 workingDays", FirstDay.Same, DayEnd.EndOfOffice, "2024-09-26 17:00")]
    [InlineData("2024-09-28 10:00", "1 workingDays", FirstDay.Same, DayEnd.EndOfOffice, "2024-09-29 17:00")]
    [InlineData("2024-09-25 10:00", "1 workingDays", FirstDay.Next, DayEnd.EndOfDay, "2024-09-26 24:00")]
    [InlineData("2024-09-27 10:00", "1 workingDays", FirstDay.Next, DayEnd.SameTime, "2024-09-29 10:00")]
    [InlineData("2024-09-27 22:00", "1 workingDays", FirstDay.Next, DayEnd.SameTime, "2024-09-29 22:00")]
    [InlineData("2024-09-27 10:00", "3 calendarDays", FirstDay.Next, DayEnd.SameTime, "2024-09-30 10:00")]
    [InlineData("2024-09-27 10:00", "3 calendarDays", FirstDay.Same, DayEnd.EndOfDay, "2024-09-29 24:00")]
    [InlineData("2024-08-31 10:00", "6 calendarMonths", FirstDay.Next, DayEnd.SameTime, "2025-02-28 10:00")]
    public void Due_counts_days_as_it_is_told(string start, string limit, FirstDay from, DayEnd end, string due) =>
        CityTime.Office.DueAt(start, limit, new Counting(from, end)).ShouldBe(CityTime.At(due));

    [Theory]
    [InlineData("2024-09-25 08:00", "1 halfWorkingDays", FirstDay.Next, "2024-09-25 12:00")]
    [InlineData("2024-09-25 10:00", "1 halfWorkingDays", FirstDay.Next, "2024-09-25 17:00")]
    [InlineData("2024-09-25 10:00", "1 halfWorkingDays", FirstDay.Same, "2024-09-25 12:00")]
    [InlineData("2024-09-27 15:00", "1 halfWorkingDays", FirstDay.Next, "2024-09-29 12:00")]
    [InlineData("2024-09-27 15:00", "2 halfWorkingDays", FirstDay.Next, "2024-09-29 17:00")]
    [InlineData("2024-09-27 12:30", "1 halfWorkingDays", FirstDay.Same, "2024-09-27 17:00")]
    public void Due_in_half_working_days_ends_with_a_forenoon_or_an_afternoon(string start, string limit, FirstDay from, string due) =>
        CityTime.Office.DueAt(start, limit, new Counting(from)).ShouldBe(CityTime.At(due));

    [Theory]
    [InlineData("2024-09-27 16:00", RollOver.None, "2024-09-28 16:00")]
    [InlineData("2024-09-27 16:00", RollOver.NextOpening, "2024-09-29 09:00")]
    [InlineData("2024-09-27 16:00", RollOver.NextClosing, "2024-09-29 17:00")]
    [InlineData("2024-09-27 16:00", RollOver.SkipRestDays, "2024-09-29 16:00")]
    [InlineData("2024-09-25 12:30", RollOver.NextOpening, "2024-09-26 13:00")]
    [InlineData("2024-09-25 12:30", RollOver.NextClosing, "2024-09-26 17:00")]
    [InlineData("2024-09-25 20:00", RollOver.NextClosing, "2024-09-27 17:00")]
    [InlineData("2024-09-25 17:00", RollOver.NextOpening, "2024-09-26 17:00")]
    public void Due_by_the_clock_is_put_off_as_it_is_told(string start, RollOver roll, string due) =>
        CityTime.Office.DueAt(start, "24 clockHours", new Counting(Roll: roll)).ShouldBe(CityTime.At(due));

    [Fact]
    public void Due_of_a_unit_that_works_every_day_knows_no_holiday()
    {
        CityTime.RoundTheClock.DueAt("2024-10-01 23:30", "5 workingHours").ShouldBe(CityTime.At("2024-10-02 04:30"));
        CityTime.RoundTheClock.DueAt("2024-10-01 23:30", "1 workingDays").ShouldBe(CityTime.At("2024-10-02 24:00"));
        CityTime.RoundTheClock.DueAt("2031-10-01 23:30", "1 workingDays").ShouldBe(CityTime.At("2031-10-02 24:00"));
        CityTime.RoundTheClock.CoveredUntil(new DateOnly(2031, 1, 1)).ShouldBe(DateOnly.MaxValue);
    }

    [Fact]
    public void Due_follows_the_season()
    {
        var hours = OfficeHours.OfSeasons([
            new OfficeSeason(new MonthDay(5, 1), new MonthDay(9, 30), [CityTime.Interval("08:30", "12:00"), CityTime.Interval("14:30", "17:30")]),
            new OfficeSeason(new MonthDay(10, 1), new MonthDay(4, 30), [CityTime.Interval("08:30", "12:00"), CityTime.Interval("14:00", "17:00")])]);
        var calendar = new WorkingCalendar(CityTime.Holidays, hours, CityTime.Offset);

        calendar.DueAt("2025-09-29 16:00", "1 workingDays").ShouldBe(CityTime.At("2025-09-30 17:30"));
        calendar.DueAt("2025-09-30 16:00", "1 workingDays").ShouldBe(CityTime.At("2025-10-09 17:00"));
        calendar.DueAt("2025-09-30 17:00", "4 workingHours").ShouldBe(CityTime.At("2025-10-09 12:00"));
        calendar.DueAt("2026-04-30 16:00", "2 workingHours").ShouldBe(CityTime.At("2026-05-06 09:30"));
    }

    [Theory]
    [InlineData("2026-12-31 10:00", "1 workingDays", 2027)]
    [InlineData("2026-12-31 16:30", "1 workingHours", 2027)]
    [InlineData("2023-12-29 10:00", "1 workingDays", 2023)]
    [InlineData("2026-12-31 16:30", "1 halfWorkingDays", 2027)]
    public void Due_that_touches_a_year_without_holidays_says_so(string start, string limit, int year) =>
        CityTime.Office.Due(CityTime.At(start), CityTime.Limit(limit), new Counting()).ShouldBe(new DueTime.Unknown(year));

    [Fact]
    public void Whatever_does_not_touch_the_year_is_known()
    {
        CityTime.Office.DueAt("2026-12-31 10:00", "3 workingHours").ShouldBe(CityTime.At("2026-12-31 14:00"));
        CityTime.Office.DueAt("2026-12-31 23:30", "2 clockHours").ShouldBe(CityTime.At("2027-01-01 01:30"));
        CityTime.Office.Due(CityTime.At("2026-12-31 23:30"), CityTime.Limit("2 clockHours"), new Counting(Roll: RollOver.NextOpening))
            .ShouldBe(new DueTime.Unknown(2027));
        CityTime.Office.Worked(CityTime.At("2026-12-31 09:00"), CityTime.At("2027-01-01 00:00"))
            .ShouldBe(new OfficeSpan.Known(TimeSpan.FromHours(7)));
        CityTime.Office.Worked(CityTime.At("2026-12-31 09:00"), CityTime.At("2027-01-01 00:01")).ShouldBe(new OfficeSpan.Unknown(2027));
        CityTime.Office.Left(CityTime.At("2027-02-01 09:00"), CityTime.At("2026-12-31 17:00")).ShouldBe(new OfficeSpan.Unknown(2027));
        CityTime.Office.Before(CityTime.At("2024-01-02 09:00"), CityTime.Limit("1 workingDays")).ShouldBe(new DueTime.Unknown(2023));
    }

    [Fact]
    public void Covered_until_is_the_end_of_the_last_year_in_a_row()
    {
        HolidayBook book = new([Of(2024), Of(2025), Of(2027)]);

        book.CoveredUntil(new DateOnly(2024, 5, 1)).ShouldBe(new DateOnly(2025, 12, 31));
        book.CoveredUntil(new DateOnly(2026, 5, 1)).ShouldBeNull();
        book.CoveredUntil(new DateOnly(2027, 5, 1)).ShouldBe(new DateOnly(2027, 12, 31));

        static HolidayYear Of(int year) => new(year, "", []);
    }

    [Fact]
    public void A_later_notice_changes_the_december_before()
    {
        SpecialDay offBefore = new(new DateOnly(2025, 12, 31), Works: false, "元旦");
        HolidayBook book = new([new HolidayYear(2026, "", [offBefore]), new HolidayYear(2025, "", [])]);

        book.DayOf(offBefore.Date).ShouldBe(new CalendarDay(offBefore.Date, DayKind.Holiday, "元旦"));
    }

    [Theory]
    [InlineData("2024-09-27 16:00", "2024-09-29 14:00", 5)]
    [InlineData("2024-09-28 00:00", "2024-09-28 23:00", 0)]
    [InlineData("2024-09-30 17:00", "2024-10-08 09:00", 0)]
    [InlineData("2024-09-23 00:00", "2024-09-30 00:00", 42)]
    public void Worked_counts_office_time(string from, string to, int hours)
    {
        CityTime.Office.Worked(CityTime.At(from), CityTime.At(to)).ShouldBe(new OfficeSpan.Known(TimeSpan.FromHours(hours)));
        CityTime.Office.Left(CityTime.At(from), CityTime.At(to)).ShouldBe(new OfficeSpan.Known(TimeSpan.FromHours(hours)));
        CityTime.Office.Left(CityTime.At(to), CityTime.At(from)).ShouldBe(new OfficeSpan.Known(TimeSpan.FromHours(-hours)));
    }

    [Theory]
    [InlineData("2024-10-12 17:00", "1 workingDays", "2024-10-11 17:00")]
    [InlineData("2024-10-08 16:00", "1 workingDays", "2024-09-30 16:00")]
    [InlineData("2024-09-29 24:00", "1 workingDays", "2024-09-27 24:00")]
    [InlineData("2024-10-08 10:00", "2 workingHours", "2024-09-30 16:00")]
    [InlineData("2024-10-08 10:00", "2 clockHours", "2024-10-08 08:00")]
    [Requirement("EXT-01", Shows = "one working day before the due time is the same time of the working day before")]
    public void Before_is_the_last_moment_that_is_early_enough(string due, string lead, string moment) =>
        CityTime.Office.Before(CityTime.At(due), CityTime.Limit(lead)).ShouldBeOfType<DueTime.Known>().At.ShouldBe(CityTime.At(moment));

    [Fact]
    public void A_start_with_seconds_ends_with_seconds() =>
        CityTime.Office.DueAt("2024-09-27 16:00:37.250", "5 workingHours").ShouldBe(CityTime.At("2024-09-29 14:00:37.250"));

    [Fact]
    public void A_start_in_another_zone_is_the_same_moment() =>
        CityTime.Office.Due(CityTime.At("2024-09-27 16:00").ToUniversalTime(), CityTime.Limit("5 workingHours"), new Counting())
            .ShouldBeOfType<DueTime.Known>().At.ShouldBe(CityTime.At("2024-09-29 14:00"));
}
