using System.Globalization;
using Hotline.Tickets.Calendar;

namespace Hotline.Tickets.Tests.Calendar;

/// <summary>
/// Random calendars, starts and limits against a count minute by minute. HOTLINE_SEEDS asks for more seeds than CI runs; a seed that ever failed
/// stands below by its number.
/// </summary>
public sealed class NaiveComparisonTests
{
    private const int QuestionsPerSeed = 30;
    private static readonly int Seeds = int.Parse(Environment.GetEnvironmentVariable("HOTLINE_SEEDS") ?? "200", CultureInfo.InvariantCulture);

    [Fact]
    public void Every_seed_counts_like_the_minutes() => Parallel.For(1, Seeds + 1, Compare);

    /// <summary>38: backwards from the midnight that begins a year without holidays.</summary>
    [Theory]
    [InlineData(38)]
    public void A_seed_that_once_failed_counts_like_the_minutes(int seed) => Compare(seed);

    /// <summary>Changed after the fact, and changed back: each time the book counts like the minutes of the changed calendar.</summary>
    [Fact]
    public void Every_seed_counts_like_the_minutes_after_a_change_and_after_its_counter() => Parallel.For(1, Seeds + 1, seed =>
    {
        NaiveCalendar naive = new(seed);
        var before = naive.Book;
        var change = naive.Change();
        Questions(naive, seed);
        var counter = before.CounterOf(change);
        naive.Undo(counter, naive.Book.After(counter));
        Questions(naive, seed);
        for (var day = new DateOnly(naive.FirstYear, 1, 1); day.Year < naive.FirstYear + 3; day = day.AddDays(1))
        {
            naive.Book.DayOf(day).ShouldBe(before.DayOf(day), $"seed {seed}");
        }
    });

    private static void Compare(int seed) => Questions(new NaiveCalendar(seed), seed);

    private static void Questions(NaiveCalendar naive, int seed)
    {
        for (var question = 0; question < QuestionsPerSeed; question++)
        {
            var start = naive.RandomStart();
            var limit = naive.RandomLimit();
            var counting = naive.RandomCounting(limit);
            var due = naive.Calendar.Due(At(start), limit, counting);
            var said = $"seed {seed}, question {question}: {limit} from {start:yyyy-MM-dd HH:mm}, {counting}";
            Known(due).ShouldBe(naive.Due(start, limit, counting), said);
            if (Known(due) is { } end)
            {
                (naive.Calendar.Worked(At(start), At(end)) is OfficeSpan.Known worked ? (int?)worked.Length.TotalMinutes : null)
                    .ShouldBe(naive.Worked(start, end), said);
                Known(naive.Calendar.Before(At(end), new Limit(limit.Amount, DurationUnit.WorkingHours)))
                    .ShouldBe(naive.WorkingHoursBefore(end, limit.Amount), said);
                Known(naive.Calendar.Before(At(end), new Limit(limit.Amount, DurationUnit.WorkingDays)))
                    .ShouldBe(naive.WorkingDaysBefore(end, limit.Amount), said);
            }
        }
    }

    private static DateTimeOffset At(DateTime local) => new(local, CityTime.Offset);

    private static DateTime? Known(DueTime due) => due is DueTime.Known known ? known.At.DateTime : null;
}
