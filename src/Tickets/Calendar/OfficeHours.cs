namespace Hotline.Tickets.Calendar;

/// <summary>A time of a day during which the office is open.</summary>
/// <param name="From">Since midnight, inclusive.</param>
/// <param name="To">Since midnight, at most 24 hours: the moment it closes.</param>
public readonly record struct OfficeInterval(TimeSpan From, TimeSpan To)
{
    /// <summary>How long it is.</summary>
    public TimeSpan Length => To - From;
}

/// <summary>A day of any year, as 05-01.</summary>
public readonly record struct MonthDay(int Month, int Day) : IComparable<MonthDay>
{
    /// <summary>The day of a date.</summary>
    public static MonthDay Of(DateOnly date) => new(date.Month, date.Day);

    public int CompareTo(MonthDay other) => (Month, Day).CompareTo((other.Month, other.Day));

    public static bool operator <(MonthDay left, MonthDay right) => left.CompareTo(right) < 0;

    public static bool operator >(MonthDay left, MonthDay right) => left.CompareTo(right) > 0;

    public static bool operator <=(MonthDay left, MonthDay right) => left.CompareTo(right) <= 0;

    public static bool operator >=(MonthDay left, MonthDay right) => left.CompareTo(right) >= 0;
}

/// <summary>The hours of a part of every year (summer, winter).</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day; before <paramref name="From"/> where the season goes over the year's end.</param>
/// <param name="Intervals">In the order of the day, apart from each other, at least one.</param>
public sealed record OfficeSeason(MonthDay From, MonthDay To, IReadOnlyList<OfficeInterval> Intervals)
{
    /// <summary>True where the day is one of the season.</summary>
    public bool Holds(MonthDay day) => From <= To ? From <= day && day <= To : From <= day || day <= To;
}

/// <summary>When an office works on its working days; or every day round the clock (TKT-17: water, power, gas).</summary>
public sealed class OfficeHours
{
    // A leap year has every day of the others.
    private const int AnyLeapYear = 2024;

    private static readonly TimeSpan Midnight = TimeSpan.FromHours(24);
    private static readonly MonthDay FirstOfYear = new(1, 1);
    private static readonly MonthDay LastOfYear = new(12, 31);
    private readonly IReadOnlyList<OfficeSeason> _seasons;

    private OfficeHours(IReadOnlyList<OfficeSeason> seasons, bool roundTheClock) => (_seasons, IsRoundTheClock) = (seasons, roundTheClock);

    /// <summary>Every day of the year, holidays too, from midnight to midnight.</summary>
    public static OfficeHours RoundTheClock { get; } =
        new([new OfficeSeason(FirstOfYear, LastOfYear, [new OfficeInterval(TimeSpan.Zero, Midnight)])], roundTheClock: true);

    /// <summary>True where no day is a day off.</summary>
    public bool IsRoundTheClock { get; }

    /// <summary>The same hours all the year.</summary>
    public static OfficeHours AllYear(params IReadOnlyList<OfficeInterval> intervals) =>
        OfSeasons([new OfficeSeason(FirstOfYear, LastOfYear, intervals)]);

    /// <exception cref="ArgumentException">They are no year, as <see cref="MistakeOf"/> says.</exception>
    public static OfficeHours OfSeasons(IReadOnlyList<OfficeSeason> seasons) =>
        MistakeOf(seasons) is { } mistake ? throw new ArgumentException(mistake, nameof(seasons)) : new OfficeHours(seasons, roundTheClock: false);

    /// <summary>What is wrong with seasons, in a sentence; null where each day of the year has its hours exactly once.</summary>
    public static string? MistakeOf(IReadOnlyList<OfficeSeason> seasons)
    {
        ArgumentNullException.ThrowIfNull(seasons);
        foreach (var season in seasons)
        {
            if (season.Intervals.Count == 0)
            {
                return "has no hours; write them as 09:00-12:00 13:00-17:00";
            }

            var before = TimeSpan.Zero;
            foreach (var interval in season.Intervals)
            {
                if (interval.From < before || interval.To <= interval.From || interval.To > Midnight)
                {
                    return "has hours that overlap, end before they begin or go past 24:00; write them in the order of the day";
                }

                before = interval.To;
            }
        }

        for (var day = new DateOnly(AnyLeapYear, 1, 1); day.Year == AnyLeapYear; day = day.AddDays(1))
        {
            var count = seasons.Count(season => season.Holds(MonthDay.Of(day)));
            if (count != 1)
            {
                return Invariant($"has {count} seasons on {day:MM-dd}; let each day of the year stand in exactly one");
            }
        }

        return null;
    }

    /// <summary>The hours of a working day.</summary>
    public IReadOnlyList<OfficeInterval> On(DateOnly date)
    {
        var day = MonthDay.Of(date);
        return _seasons.First(season => season.Holds(day)).Intervals;
    }
}
