using System.Collections.Frozen;

namespace Hotline.Tickets.Calendar;

/// <summary>A day that is not what its weekday says.</summary>
/// <param name="Date">The day.</param>
/// <param name="Works">True for a make-up day, false for a day off.</param>
/// <param name="Name">The holiday.</param>
public readonly record struct SpecialDay(DateOnly Date, bool Works, string Name);

/// <summary>What the State Council announced of one year.</summary>
/// <param name="Year">The year that is covered by it.</param>
/// <param name="Notice">Which notice says so.</param>
/// <param name="Days">Of the year, and of the December before it: a notice may change the year that ends.</param>
public sealed record HolidayYear(int Year, string Notice, IReadOnlyList<SpecialDay> Days);

/// <summary>Holidays and make-up days of the years that are known. Of any other year it says nothing: a guess would be a wrong deadline.</summary>
public sealed class HolidayBook
{
    private readonly FrozenDictionary<int, string> _notices;
    private readonly FrozenDictionary<DateOnly, SpecialDay> _days;

    /// <param name="years">Each once. Of a day that two of them name, the later year's notice holds.</param>
    public HolidayBook(IEnumerable<HolidayYear> years)
    {
        HolidayYear[] known = [.. years.OrderBy(year => year.Year)];
        _notices = known.ToFrozenDictionary(year => year.Year, year => year.Notice);
        Dictionary<DateOnly, SpecialDay> days = [];
        foreach (var day in known.SelectMany(year => year.Days))
        {
            days[day.Date] = day;
        }

        _days = days.ToFrozenDictionary();
    }

    private HolidayBook(IReadOnlyDictionary<int, string> notices, IReadOnlyDictionary<DateOnly, SpecialDay> days) =>
        (_notices, _days) = (notices.ToFrozenDictionary(), days.ToFrozenDictionary());

    /// <summary>The years that are known, in order.</summary>
    public IReadOnlyList<int> Years => [.. _notices.Keys.Order()];

    /// <summary>True where the year's days are known.</summary>
    public bool Covers(int year) => _notices.ContainsKey(year);

    /// <summary>Which notice says what a year's days are; null where it is not covered.</summary>
    public string? NoticeOf(int year) => _notices.GetValueOrDefault(year);

    /// <summary>The days of a year that are not what their weekday says, in order.</summary>
    public IReadOnlyList<SpecialDay> DaysOf(int year) => [.. _days.Values.Where(day => day.Date.Year == year).OrderBy(day => day.Date)];

    /// <summary>What a day is, as a change would say it.</summary>
    public DayMark MarkOf(DateOnly date) => _days.TryGetValue(date, out var day)
        ? new DayMark(date, day.Works ? DayMarkKind.Work : DayMarkKind.Off, day.Name)
        : new DayMark(date, DayMarkKind.Plain, "");

    /// <summary>The book after a change; this one stays as it is.</summary>
    public HolidayBook After(CalendarChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        Dictionary<int, string> notices = new(_notices);
        foreach (var (year, notice) in change.Years)
        {
            if (notice is null)
            {
                notices.Remove(year);
            }
            else
            {
                notices[year] = notice;
            }
        }

        Dictionary<DateOnly, SpecialDay> days = new(_days);
        foreach (var (date, kind, name) in change.Days)
        {
            if (kind == DayMarkKind.Plain)
            {
                days.Remove(date);
            }
            else
            {
                days[date] = new SpecialDay(date, kind == DayMarkKind.Work, name);
            }
        }

        return new HolidayBook(notices, days);
    }

    /// <summary>The change that undoes one which is made on this book.</summary>
    public CalendarChange CounterOf(CalendarChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return new CalendarChange(
            [.. change.Days.Select(day => MarkOf(day.Date))], [.. change.Years.Select(year => new YearMark(year.Year, NoticeOf(year.Year)))]);
    }

    /// <summary>The day; null where its year is not covered.</summary>
    public CalendarDay? DayOf(DateOnly date)
    {
        if (!Covers(date.Year))
        {
            return null;
        }

        var weekend = date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
        return _days.TryGetValue(date, out var special)
            ? new CalendarDay(date, special.Works ? weekend ? DayKind.MakeUp : DayKind.Working : DayKind.Holiday, special.Name)
            : new CalendarDay(date, weekend ? DayKind.Weekend : DayKind.Working, "");
    }

    /// <summary>
    /// The last day up to which every year from <paramref name="from"/> on is covered; null where that day itself is not. The last December is
    /// firm only when the next year's notice is there, too.
    /// </summary>
    public DateOnly? CoveredUntil(DateOnly from)
    {
        if (!Covers(from.Year))
        {
            return null;
        }

        var year = from.Year;
        while (Covers(year + 1))
        {
            year++;
        }

        return new DateOnly(year, 12, 31);
    }
}
