using System.Globalization;
using Hotline.Tickets.Calendar;

namespace Hotline.Tickets.Tests.Calendar;

/// <summary>Changes of the calendar after the fact.</summary>
public sealed class CalendarChangeTests
{
    private static readonly HolidayBook Book = new([new HolidayYear(2026, "国务院通知", [new SpecialDay(Day("2026-10-01"), false, "国庆节")])]);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static CalendarChange Mark(string date, DayMarkKind kind, string name = "") => new([new DayMark(Day(date), kind, name)], []);

    [Theory]
    [InlineData("2026-10-09", DayMarkKind.Off, "国庆节", null)]
    [InlineData("2026-10-10", DayMarkKind.Work, "国庆节", null)]
    [InlineData("2026-10-01", DayMarkKind.Plain, "", null)]
    [InlineData("2026-10-01", DayMarkKind.Off, "国庆节", CalendarMistake.NothingChanges)]
    [InlineData("2026-10-09", DayMarkKind.Plain, "", CalendarMistake.NothingChanges)]
    [InlineData("2026-10-09", DayMarkKind.Work, "国庆节", CalendarMistake.WorksAnyway)]
    [InlineData("2026-10-09", DayMarkKind.Off, " ", CalendarMistake.NameMissing)]
    [InlineData("2027-01-04", DayMarkKind.Off, "元旦", CalendarMistake.YearNotKnown)]
    public void A_day_may_be_marked_where_it_says_something_new_of_a_known_year(
        string date, DayMarkKind kind, string name, CalendarMistake? mistake) =>
        (Mark(date, kind, name).MistakeIn(Book)?.What).ShouldBe(mistake);

    [Fact]
    public void A_day_that_is_named_twice_is_refused() =>
        new CalendarChange([.. Mark("2026-10-09", DayMarkKind.Off, "a").Days, .. Mark("2026-10-09", DayMarkKind.Plain).Days], [])
            .MistakeIn(Book)!.Value.ShouldBe((CalendarMistake.DayTwice, Day("2026-10-09")));

    [Fact]
    public void A_years_file_covers_the_year_makes_plain_what_it_no_longer_names_and_is_undone_whole()
    {
        var file = new HolidayYear(2027, "2027 年通知",
            [new SpecialDay(Day("2026-12-31"), false, "元旦"), new SpecialDay(Day("2027-01-01"), false, "元旦")]);
        var change = CalendarChange.Of(Book, file);
        change.MistakeIn(Book).ShouldBeNull();
        var after = Book.After(change);
        after.DayOf(Day("2026-12-31"))!.Value.Kind.ShouldBe(DayKind.Holiday);
        after.CoveredUntil(Day("2026-11-30")).ShouldBe(Day("2027-12-31"));
        CalendarChange.Of(after, file).MistakeIn(after)!.Value.What.ShouldBe(CalendarMistake.NothingChanges);

        var corrected = after.After(CalendarChange.Of(after, file with { Days = [new SpecialDay(Day("2027-01-02"), false, "元旦")] }));
        corrected.DayOf(Day("2027-01-01"))!.Value.Kind.ShouldBe(DayKind.Working);
        corrected.DayOf(Day("2027-01-02"))!.Value.Kind.ShouldBe(DayKind.Holiday);

        var back = after.After(Book.CounterOf(change));
        back.Covers(2027).ShouldBeFalse();
        back.DayOf(Day("2026-12-31"))!.Value.Kind.ShouldBe(DayKind.Working);
    }

    [Fact]
    public void Changes_touch_each_other_by_day_or_by_year()
    {
        var october = Mark("2026-10-09", DayMarkKind.Off, "a");
        october.Touches(Mark("2026-10-09", DayMarkKind.Plain)).ShouldBeTrue();
        october.Touches(Mark("2026-10-10", DayMarkKind.Work, "a")).ShouldBeFalse();
        october.Touches(new CalendarChange([], [new YearMark(2026, null)])).ShouldBeTrue();
        new CalendarChange([], [new YearMark(2027, "x")]).Touches(Mark("2027-02-01", DayMarkKind.Off, "a")).ShouldBeTrue();
    }

    [Theory]
    [InlineData("2026-10-02", CalendarAlarm.None)] // 90 days later is 31 December
    [InlineData("2026-10-03", CalendarAlarm.Expected)]
    [InlineData("2026-11-14", CalendarAlarm.Expected)]
    [InlineData("2026-11-15", CalendarAlarm.Warning)]
    [InlineData("2026-12-14", CalendarAlarm.Warning)]
    [InlineData("2026-12-15", CalendarAlarm.Critical)]
    [InlineData("2027-01-01", CalendarAlarm.Critical)]
    public void A_missing_year_is_told_long_before(string today, CalendarAlarm alarm)
    {
        var outlook = CalendarWatch.Usual.At(Book, Day(today));
        outlook.Alarm.ShouldBe(alarm);
        outlook.MissingYear.ShouldBe(2027);
        var with2027 = Book.After(new CalendarChange([], [new YearMark(2027, "x")]));
        CalendarWatch.Usual.At(with2027, Day(today)).Alarm.ShouldBe(CalendarAlarm.None);
    }
}
