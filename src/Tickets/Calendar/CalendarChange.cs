namespace Hotline.Tickets.Calendar;

/// <summary>What a day is made by a change of the calendar.</summary>
public enum DayMarkKind
{
    /// <summary>Nobody works.</summary>
    Off,

    /// <summary>A Saturday or Sunday on which is worked (调休上班).</summary>
    Work,

    /// <summary>What its weekday says.</summary>
    Plain,
}

/// <summary>One day of a change.</summary>
/// <param name="Date">The day.</param>
/// <param name="Kind">What it is from then on.</param>
/// <param name="Name">The holiday, also of a make-up day; empty for a plain one.</param>
public sealed record DayMark(DateOnly Date, DayMarkKind Kind, string Name);

/// <summary>That a year's notice is there, or is taken back.</summary>
/// <param name="Year">The year.</param>
/// <param name="Notice">Which notice says so; null where the year is covered no longer.</param>
public sealed record YearMark(int Year, string? Notice);

/// <summary>A change of the calendar after the fact: days that become something else, years that are covered from then on.</summary>
/// <param name="Days">Each once.</param>
/// <param name="Years">Each once.</param>
public sealed record CalendarChange(IReadOnlyList<DayMark> Days, IReadOnlyList<YearMark> Years)
{
    /// <summary>
    /// The change that makes of a year what its file says: what was special before and stands not in the file is plain from then on. Days that are
    /// so already are left out.
    /// </summary>
    /// <param name="book">The calendar before.</param>
    /// <param name="year">The file.</param>
    public static CalendarChange Of(HolidayBook book, HolidayYear year)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(year);
        HashSet<DateOnly> named = [.. year.Days.Select(day => day.Date)];
        return new CalendarChange(
            [
                .. year.Days.Select(day => new DayMark(day.Date, day.Works ? DayMarkKind.Work : DayMarkKind.Off, day.Name))
                    .Concat(book.DaysOf(year.Year).Where(day => !named.Contains(day.Date))
                        .Select(day => new DayMark(day.Date, DayMarkKind.Plain, "")))
                    .Where(mark => book.MarkOf(mark.Date) != mark).OrderBy(mark => mark.Date),
            ],
            book.NoticeOf(year.Year) == year.Notice ? [] : [new YearMark(year.Year, year.Notice)]);
    }

    /// <summary>True where two changes say something of the same day or the same year.</summary>
    public bool Touches(CalendarChange other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Days.Select(day => day.Date).Intersect(other.Days.Select(day => day.Date)).Any()
            || Years.Select(year => year.Year).Intersect(other.Years.Select(year => year.Year)).Any()
            || Years.Any(year => other.Days.Any(day => day.Date.Year == year.Year))
            || other.Years.Any(year => Days.Any(day => day.Date.Year == year.Year));
    }

    /// <summary>Why it cannot be made; null where it can. What is wrong with the first day that is wrong.</summary>
    public (CalendarMistake What, DateOnly? Date)? MistakeIn(HolidayBook book)
    {
        ArgumentNullException.ThrowIfNull(book);
        if (Days.GroupBy(day => day.Date).FirstOrDefault(days => days.Count() > 1) is { } twice)
        {
            return (CalendarMistake.DayTwice, twice.Key);
        }

        var after = book.After(this);
        foreach (var day in Days)
        {
            // A notice may change the December before its year, also where that year itself is not known.
            var mistake = !after.Covers(day.Date.Year) && !(day.Date.Month == 12 && after.Covers(day.Date.Year + 1)) ? CalendarMistake.YearNotKnown
                : day.Kind == DayMarkKind.Work && day.Date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) ? CalendarMistake.WorksAnyway
                : day.Kind != DayMarkKind.Plain && string.IsNullOrWhiteSpace(day.Name) ? CalendarMistake.NameMissing
                : (CalendarMistake?)null;
            if (mistake is { } what)
            {
                return (what, day.Date);
            }
        }

        return Days.All(day => book.MarkOf(day.Date) == day) && Years.All(year => book.NoticeOf(year.Year) == year.Notice)
            ? (CalendarMistake.NothingChanges, null)
            : null;
    }
}

/// <summary>Why a change of the calendar cannot be made.</summary>
public enum CalendarMistake
{
    /// <summary>It says the same that is so already.</summary>
    NothingChanges,

    /// <summary>It names a day twice.</summary>
    DayTwice,

    /// <summary>It names a day of a year without a notice.</summary>
    YearNotKnown,

    /// <summary>It makes a make-up day of a weekday.</summary>
    WorksAnyway,

    /// <summary>It does not say which holiday it is.</summary>
    NameMissing,
}
