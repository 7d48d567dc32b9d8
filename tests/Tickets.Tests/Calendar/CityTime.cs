using System.Globalization;
using Hotline.Testkit.Running;
using Hotline.Tickets.Calendar;

namespace Hotline.Tickets.Tests.Calendar;

/// <summary>Times as they are written in the tests, and the calendars of the tree.</summary>
internal static class CityTime
{
    internal static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    internal static readonly OfficeHours NineToFive = OfficeHours.AllYear(Interval("09:00", "12:00"), Interval("13:00", "17:00"));

    internal static readonly HolidayBook Holidays = new(Directory.EnumerateFiles(Folder("calendar"), "*.csv").Select(Year));

    /// <summary>09:00–12:00 and 13:00–17:00 on the working days of the tree's files.</summary>
    internal static readonly WorkingCalendar Office = new(Holidays, NineToFive, Offset);

    internal static readonly WorkingCalendar RoundTheClock = new(Holidays, OfficeHours.RoundTheClock, Offset);

    internal static string Folder(string name) => Path.Combine(SourceTree.Root, "config", "common", name);

    /// <summary>"2024-09-27 16:00" in the city.</summary>
    internal static DateTimeOffset At(string text) => text.EndsWith(" 24:00", StringComparison.Ordinal)
        ? At(text.Replace(" 24:00", " 00:00", StringComparison.Ordinal)).AddDays(1)
        : new(DateTime.Parse(text, CultureInfo.InvariantCulture), Offset);

    internal static OfficeInterval Interval(string from, string to) => new(
        TimeSpan.ParseExact(from, @"hh\:mm", CultureInfo.InvariantCulture),
        to == "24:00" ? TimeSpan.FromHours(24) : TimeSpan.ParseExact(to, @"hh\:mm", CultureInfo.InvariantCulture));

    internal static Limit Limit(string text) => Tickets.Calendar.Limit.TryParse(text, out var limit) ? limit : throw new FormatException(text);

    internal static HolidayYear Year(string file)
    {
        List<DataProblem> problems = [];
        var year = HolidayFile.Read(
            file, File.ReadAllText(file), int.Parse(Path.GetFileNameWithoutExtension(file), CultureInfo.InvariantCulture), problems);
        problems.ShouldBeEmpty();
        return year!;
    }

    /// <summary>The due time that must be known.</summary>
    internal static DateTimeOffset DueAt(this WorkingCalendar calendar, string start, string limit, Counting? counting = null) =>
        calendar.Due(At(start), Limit(limit), counting ?? new Counting()).ShouldBeOfType<DueTime.Known>().At;
}
