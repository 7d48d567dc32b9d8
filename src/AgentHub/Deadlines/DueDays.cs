using System.Globalization;
using Hotline.AgentHub.Texts;
using Hotline.Tickets.Calendar;

namespace Hotline.AgentHub.Deadlines;

/// <summary>The days on the way to a due time as words: days of one kind in a row are said in one breath.</summary>
/// <param name="year">The year that need not be said.</param>
internal sealed class DueDays(int year)
{
    /// <summary>The runs, in order. The day it starts on is not told: "次日起算" says it.</summary>
    public IEnumerable<string> Runs(IReadOnlyList<CountedDay> days, DurationUnit unit)
    {
        for (var first = 0; first < days.Count;)
        {
            var last = first;
            while (last + 1 < days.Count && Alike(days[first], days[last + 1]))
            {
                last++;
            }

            if (Say(days[first], days[last], unit) is { } said)
            {
                yield return said;
            }

            first = last + 1;
        }
    }

    /// <summary>As "2024-09-27（周五）16:00"; midnight is 24:00 of the day that ends.</summary>
    public string DateAndTime(DateTime at, bool weekday)
    {
        var midnight = at.TimeOfDay == TimeSpan.Zero && !weekday;
        var date = DateOnly.FromDateTime(at).AddDays(midnight ? -1 : 0);
        var day = weekday ? date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : Date(date);
        return weekday ? Text.Of("deadline.moment", day, Weekday(date), Time(at.TimeOfDay))
            : day + " " + (midnight ? Time(TimeSpan.FromHours(24)) : Time(at.TimeOfDay));
    }

    // Counted hours are told day by day, and so is a make-up day.
    private static bool Alike(CountedDay one, CountedDay other) =>
        one.Use == other.Use && one.Parts.Count == 0 && other.Parts.Count == 0 && one.Day.Kind == other.Day.Kind && one.Day.Name == other.Day.Name;

    private string? Say(CountedDay first, CountedDay last, DurationUnit unit)
    {
        var one = first.Day.Date == last.Day.Date;
        var dates = one ? Date(first.Day.Date) : Text.Of("deadline.to", Date(first.Day.Date), Date(last.Day.Date));
        var day = first.Day.Kind == DayKind.MakeUp ? Text.Of("deadline.makeUp", dates) : dates + " ";
        return first.Use switch
        {
            DayUse.StartDay => null,
            DayUse.Rest => first.Day.Kind == DayKind.Holiday ? Text.Of("deadline.holiday", dates, first.Day.Name)
                : Text.Of("deadline.weekend", dates, one ? Weekday(first.Day.Date) : Text.Of("deadline.weekends")),
            DayUse.AfterHours => Text.Of("deadline.afterHours", day),
            DayUse.PutOffTo => Text.Of("deadline.putOff", day),
            _ when unit == DurationUnit.HalfWorkingDays => Text.Of("deadline.half", day, Times(first.Parts), Number(first.Number)),
            _ when first.Parts.Count > 0 => Text.Of("deadline.hours", day, Times(first.Parts), Length(first.Parts)),
            _ => Text.Of("deadline.counted", day, one ? Number(first.Number) : Text.Of("deadline.to", Number(first.Number), Number(last.Number))),
        };
    }

    private static string Times(IReadOnlyList<OfficeInterval> parts) =>
        string.Join(Text.Of("deadline.and"), parts.Select(part => Text.Of("deadline.span", Time(part.From), Time(part.To))));

    private static string Length(IReadOnlyList<OfficeInterval> parts)
    {
        var length = parts.Aggregate(TimeSpan.Zero, (sum, part) => sum + part.Length);
        var hours = (int)length.TotalHours;
        return length.Minutes == 0 ? Text.Of("deadline.length.hours", Number(hours))
            : hours == 0 ? Text.Of("deadline.length.minutes", Number(length.Minutes))
            : Text.Of("deadline.length.both", Number(hours), Number(length.Minutes));
    }

    private string Date(DateOnly date) => date.ToString(date.Year == year ? "MM-dd" : "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Weekday(DateOnly date) => Text.Of("weekday." + date.DayOfWeek);

    private static string Time(TimeSpan time) =>
        time == TimeSpan.FromHours(24) ? "24:00" : time.ToString(@"hh\:mm", CultureInfo.InvariantCulture);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
