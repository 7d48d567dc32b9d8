using System.Globalization;

namespace Hotline.Tickets.Calendar;

/// <summary>Reads a year's holidays: <c>date,kind,name</c> with the kinds off and work; the first note says which notice it is from.</summary>
public static class HolidayFile
{
    private const string Header = "date,kind,name";

    /// <summary>The year; null, and why, where a row is wrong: half a year of holidays would give wrong deadlines in silence.</summary>
    /// <param name="file">Its name, for the problems.</param>
    /// <param name="text">Its text.</param>
    /// <param name="year">The year it is of.</param>
    /// <param name="problems">Mistakes are added.</param>
    public static HolidayYear? Read(string file, string text, int year, ICollection<DataProblem> problems)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(problems);
        var before = problems.Count;
        var notice = text.Split('\n')[0].TrimStart('#').Trim();
        if (!text.StartsWith('#') || notice.Length == 0)
        {
            problems.Add(new DataProblem(file, 1, "", "does not say where it is from; begin with a note: # the State Council's notice"));
        }

        Dictionary<DateOnly, SpecialDay> days = [];
        foreach (var (line, cells) in DataLines.Read(file, text, Header, problems))
        {
            if (DayOf(cells, year, out var day) is { } mistake)
            {
                problems.Add(new DataProblem(file, line, mistake.Column, mistake.Text));
            }
            else if (!days.TryAdd(day.Date, day))
            {
                problems.Add(new DataProblem(file, line, "date", $"\"{cells[0]}\" stands twice; remove one of the two"));
            }
        }

        if (problems.Count == before && days.Count == 0)
        {
            problems.Add(new DataProblem(
                file, 0, "", "has no day; a year without holidays does not exist: leave the file out until the notice is there"));
        }

        return problems.Count == before ? new HolidayYear(year, notice, [.. days.Values]) : null;
    }

    private static (string Column, string Text)? DayOf(string[] cells, int year, out SpecialDay day)
    {
        day = default;
        if (!DateOnly.TryParseExact(cells[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return ("date", $"\"{cells[0]}\" is no date; write it as 2026-02-14");
        }

        if (date.Year != year && (date.Year, date.Month) != (year - 1, 12))
        {
            return ("date", Invariant($"is no day of {year} or of the December before; write it into the file of its own year"));
        }

        if (cells[1] is not ("off" or "work"))
        {
            return ("kind", $"\"{cells[1]}\" is no kind; write off or work");
        }

        if (cells[1] == "work" && date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
        {
            return ("date", $"is a {date.DayOfWeek} and a working day by itself; a make-up day is a Saturday or a Sunday");
        }

        if (cells[2].Length == 0)
        {
            return ("name", "is empty; write the holiday's name, people read it in the explanation of a deadline");
        }

        day = new SpecialDay(date, cells[1] == "work", cells[2]);
        return null;
    }
}
