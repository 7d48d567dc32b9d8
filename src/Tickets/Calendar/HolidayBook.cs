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
    private readonly FrozenSet<int> _years;
    private readonly FrozenDictionary<DateOnly, SpecialDay> _days;

    /// <param name="years">Each once. Of a day that two of them name, the later year's notice holds.</param>
    public HolidayBook(IEnumerable<HolidayYear> years)
    {
        HolidayYear[] known = [.. years.OrderBy(year => year.Year)];
        _years = known.Select(year => year.Year).ToFrozenSet();
        Dictionary<DateOnly, SpecialDay> days = [];
        foreach (var day in known.SelectMany(year => year.Days))
        {
            days[day.Date] = day;
        }

        _days = days.ToFrozenDictionary();
    }

    /// <summary>True where the year's days are known.</summary>
    public bool Covers(int year) => _years.Contains(year);

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
