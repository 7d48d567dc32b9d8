using System.Globalization;

namespace Hotline.Tickets.Calendar;

/// <summary>The office hours of a city and of its units that have their own.</summary>
public sealed class OfficeHoursBook
{
    private readonly IReadOnlyDictionary<string, OfficeHours> _units;

    /// <param name="city">Of everybody who has none of his own.</param>
    /// <param name="units">By the unit's code.</param>
    public OfficeHoursBook(OfficeHours city, IReadOnlyDictionary<string, OfficeHours> units) => (City, _units) = (city, units);

    /// <summary>The city's.</summary>
    public OfficeHours City { get; }

    /// <summary>The unit's own hours, else those of the first above it that has some, else the city's.</summary>
    /// <param name="path">The unit's code, then its parents' from below.</param>
    public OfficeHours Of(params IEnumerable<string> path) =>
        path.Select(unit => _units.GetValueOrDefault(unit)).FirstOrDefault(hours => hours is not null) ?? City;
}

/// <summary>
/// Reads office hours: <c>unit,from,to,hours</c>. Unit * is the city; from and to are days of every year (05-01), both empty for the whole of it;
/// hours are as <c>09:00-12:00 13:00-17:00</c>, or 24x7 for those who work every day round the clock.
/// </summary>
public static class OfficeHoursFile
{
    private const string Header = "unit,from,to,hours";
    private const string City = "*";
    private const string RoundTheClock = "24x7";

    /// <summary>The book; null where a row is wrong.</summary>
    /// <param name="file">Its name, for the problems.</param>
    /// <param name="text">Its text.</param>
    /// <param name="problems">Mistakes are added.</param>
    public static OfficeHoursBook? Read(string file, string text, ICollection<DataProblem> problems)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(problems);
        var before = problems.Count;
        List<(string Unit, int Line, OfficeSeason? Season)> rows = [];
        foreach (var (line, cells) in DataLines.Read(file, text, Header, problems))
        {
            if (cells[3] == RoundTheClock && (cells[1] + cells[2]).Length == 0)
            {
                rows.Add((cells[0], line, null));
            }
            else if (DaysOf(cells) is not { } days)
            {
                problems.Add(new DataProblem(
                    file, line, "from", "write the first and the last day as 05-01 and 09-30, or leave both empty (also for 24x7)"));
            }
            else if (HoursOf(cells[3]) is not { } hours)
            {
                problems.Add(new DataProblem(file, line, "hours", $"\"{cells[3]}\" are no hours; write 09:00-12:00 13:00-17:00, or 24x7"));
            }
            else
            {
                rows.Add((cells[0], line, new OfficeSeason(days.From, days.To, hours)));
            }
        }

        Dictionary<string, OfficeHours> units = [];
        foreach (var unit in rows.GroupBy(row => row.Unit))
        {
            OfficeSeason[] seasons = [.. unit.Select(row => row.Season).OfType<OfficeSeason>()];
            var allDay = unit.Any(row => row.Season is null);
            var mistake = !allDay ? OfficeHours.MistakeOf(seasons)
                : unit.Count() > 1 ? "works round the clock and has other rows, too; keep one"
                : null;
            if (mistake is not null)
            {
                problems.Add(new DataProblem(file, unit.First().Line, "unit", $"\"{unit.Key}\" {mistake}"));
                continue;
            }

            units[unit.Key] = allDay ? OfficeHours.RoundTheClock : OfficeHours.OfSeasons(seasons);
        }

        if (problems.Count == before && !units.ContainsKey(City))
        {
            problems.Add(new DataProblem(file, 0, "unit", "has no row *; write the city's hours"));
        }

        return problems.Count == before ? new OfficeHoursBook(units[City], units) : null;
    }

    private static (MonthDay From, MonthDay To)? DaysOf(string[] cells) =>
        (cells[1] + cells[2]).Length == 0 ? (new MonthDay(1, 1), new MonthDay(12, 31))
        : DayOf(cells[1]) is { } from && DayOf(cells[2]) is { } to ? (from, to)
        : null;

    // In a leap year, so that 02-29 is a day.
    private static MonthDay? DayOf(string text) =>
        DateOnly.TryParseExact("2024-" + text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? MonthDay.Of(date)
            : null;

    private static List<OfficeInterval>? HoursOf(string text)
    {
        List<OfficeInterval> hours = [];
        foreach (var part in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part.Split('-') is not [var from, var to] || TimeOf(from) is not { } opens || TimeOf(to) is not { } closes)
            {
                return null;
            }

            hours.Add(new OfficeInterval(opens, closes));
        }

        return hours.Count > 0 ? hours : null;
    }

    private static TimeSpan? TimeOf(string text) =>
        text == "24:00" ? TimeSpan.FromHours(24)
        : TimeSpan.TryParseExact(text, @"hh\:mm", CultureInfo.InvariantCulture, out var time) ? time
        : null;
}
