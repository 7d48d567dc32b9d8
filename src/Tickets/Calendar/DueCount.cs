using System.Diagnostics;

namespace Hotline.Tickets.Calendar;

/// <summary>One count of a limit over a calendar, day by day, with a note of each day. Used once.</summary>
internal sealed class DueCount(WorkingCalendar calendar)
{
    private static readonly TimeSpan Noon = TimeSpan.FromHours(12);
    private static readonly OfficeInterval WholeDay = new(TimeSpan.Zero, TimeSpan.FromHours(24));

    private readonly List<CountedDay> _days = [];
    private int _unknownYear;

    public DueTime Forward(DateTimeOffset start, Limit limit, Counting counting)
    {
        var from = calendar.Local(start);
        var end = limit.Unit switch
        {
            DurationUnit.ClockMinutes => ByTheClock(from, TimeSpan.FromMinutes(limit.Amount), counting),
            DurationUnit.ClockHours => ByTheClock(from, TimeSpan.FromHours(limit.Amount), counting),
            DurationUnit.WorkingHours => OfficeTime(from, TimeSpan.FromHours(limit.Amount), wholeDays: false),
            DurationUnit.HalfWorkingDays => HalfDays(from, limit.Amount, counting.From),
            DurationUnit.WorkingDays => WorkingDays(from, limit.Amount, counting),
            DurationUnit.CalendarDays => InDay(from.Date.AddDays(limit.Amount - (counting.From == FirstDay.Same ? 1 : 0)), from, counting),
            DurationUnit.CalendarMonths => InDay(from.Date.AddMonths(limit.Amount), from, counting),
            _ => throw new UnreachableException($"{limit.Unit}"),
        };
        return Result(end is { } due && counting.Roll is (RollOver.NextOpening or RollOver.NextClosing) ? PutOff(due, counting.Roll) : end);
    }

    public DueTime Forward(DateTimeOffset start, TimeSpan officeTime) =>
        Result(officeTime <= TimeSpan.Zero ? calendar.Local(start) : OfficeTime(calendar.Local(start), officeTime, wholeDays: false));

    public DueTime Backward(DateTimeOffset due, Limit lead)
    {
        var to = calendar.Local(due);
        return Result(lead.Unit switch
        {
            DurationUnit.ClockMinutes => to.AddMinutes(-lead.Amount),
            DurationUnit.ClockHours => to.AddHours(-lead.Amount),
            DurationUnit.CalendarDays => to.AddDays(-lead.Amount),
            DurationUnit.CalendarMonths => to.AddMonths(-lead.Amount),
            DurationUnit.WorkingHours => OfficeTimeBefore(to, TimeSpan.FromHours(lead.Amount)),
            DurationUnit.WorkingDays => WorkingDaysBefore(to, lead.Amount),
            _ => throw new ArgumentException($"{lead.Unit} cannot be counted backwards.", nameof(lead)),
        });
    }

    private DueTime Result(DateTime? end) =>
        end is { } due ? new DueTime.Known(calendar.At(due), _days) : new DueTime.Unknown(_unknownYear);

    private DateTime? ByTheClock(DateTime from, TimeSpan time, Counting counting) =>
        counting.Roll == RollOver.SkipRestDays ? OfficeTime(from, time, wholeDays: true) : from + time;

    /// <summary>Hours of the office; or, of working days, all hours.</summary>
    private DateTime? OfficeTime(DateTime from, TimeSpan time, bool wholeDays)
    {
        var left = time;
        for (var date = DateOnly.FromDateTime(from); DayOf(date) is { } day; date = date.AddDays(1))
        {
            if (!day.IsWorking)
            {
                Note(day, DayUse.Rest);
                continue;
            }

            var midnight = date.ToDateTime(default);
            var since = from > midnight ? from - midnight : TimeSpan.Zero;
            List<OfficeInterval> parts = [];
            foreach (var interval in wholeDays ? [WholeDay] : calendar.OpenOn(date)!)
            {
                var opens = interval.From > since ? interval.From : since;
                if (opens >= interval.To)
                {
                    continue;
                }

                var taken = interval.To - opens < left ? interval.To - opens : left;
                parts.Add(new OfficeInterval(opens, opens + taken));
                left -= taken;
                if (left == TimeSpan.Zero)
                {
                    Note(day, DayUse.Counted, parts: parts);
                    return midnight + opens + taken;
                }
            }

            Note(day, parts.Count > 0 ? DayUse.Counted : DayUse.AfterHours, parts: parts);
        }

        return null;
    }

    private DateTime? WorkingDays(DateTime from, int amount, Counting counting)
    {
        var first = DateOnly.FromDateTime(from);
        var number = 0;
        for (var date = first; DayOf(date) is { } day; date = date.AddDays(1))
        {
            if (!day.IsWorking)
            {
                Note(day, DayUse.Rest);
                continue;
            }

            if (date == first && (counting.From == FirstDay.Next || from.TimeOfDay >= calendar.OpenOn(date)![^1].To))
            {
                Note(day, counting.From == FirstDay.Next ? DayUse.StartDay : DayUse.AfterHours);
                continue;
            }

            Note(day, DayUse.Counted, ++number);
            if (number == amount)
            {
                return InDay(date.ToDateTime(default), from, counting);
            }
        }

        return null;
    }

    private DateTime InDay(DateTime day, DateTime from, Counting counting) => counting.End switch
    {
        DayEnd.SameTime => day + from.TimeOfDay,
        DayEnd.EndOfDay => day.AddDays(1),
        DayEnd.EndOfOffice => day + calendar.OpenOn(DateOnly.FromDateTime(day))![^1].To,
        _ => throw new UnreachableException($"{counting.End}"),
    };

    /// <summary>Next: halves that have not begun; Same: also the one that is running.</summary>
    private DateTime? HalfDays(DateTime from, int amount, FirstDay first)
    {
        var number = 0;
        for (var date = DateOnly.FromDateTime(from); DayOf(date) is { } day; date = date.AddDays(1))
        {
            if (!day.IsWorking)
            {
                Note(day, DayUse.Rest);
                continue;
            }

            var midnight = date.ToDateTime(default);
            List<OfficeInterval> parts = [];
            foreach (var half in Halves(calendar.OpenOn(date)!))
            {
                if (midnight + (first == FirstDay.Same ? half.To : half.From) <= from)
                {
                    continue;
                }

                parts.Add(half);
                if (++number == amount)
                {
                    Note(day, DayUse.Counted, number, parts);
                    return midnight + half.To;
                }
            }

            Note(day, parts.Count > 0 ? DayUse.Counted : DayUse.StartDay, parts.Count > 0 ? number : 0, parts);
        }

        return null;
    }

    /// <summary>From the first opening to the last closing before noon, and after it. An office that opens on one side only has one half.</summary>
    private static IEnumerable<OfficeInterval> Halves(IReadOnlyList<OfficeInterval> hours)
    {
        OfficeInterval[] before = [.. hours.Where(h => h.From < Noon)];
        OfficeInterval[] after = [.. hours.Where(h => h.To > Noon)];
        if (before.Length > 0)
        {
            yield return new OfficeInterval(before[0].From, before[^1].To < Noon ? before[^1].To : Noon);
        }

        if (after.Length > 0)
        {
            yield return new OfficeInterval(after[0].From > Noon ? after[0].From : Noon, after[^1].To);
        }
    }

    private DateTime? PutOff(DateTime due, RollOver roll)
    {
        // 24:00 belongs to the day that ends.
        var first = DateOnly.FromDateTime(due);
        if (due.TimeOfDay == TimeSpan.Zero && OpenOn(first.AddDays(-1)) is [.., var last] && last.To == WholeDay.To)
        {
            return due;
        }

        for (var date = first; DayOf(date) is { } day; date = date.AddDays(1))
        {
            if (!day.IsWorking)
            {
                Note(day, DayUse.Rest);
                continue;
            }

            var midnight = date.ToDateTime(default);
            var hours = calendar.OpenOn(date)!;
            if (hours.Any(h => midnight + h.From <= due && due <= midnight + h.To))
            {
                return due;
            }

            var times = roll == RollOver.NextOpening ? hours.Select(h => midnight + h.From) : [midnight + hours[^1].To];
            foreach (var time in times.Where(time => time >= due))
            {
                Note(day, DayUse.PutOffTo);
                return time;
            }

            Note(day, DayUse.AfterHours);
        }

        return null;
    }

    private DateTime? WorkingDaysBefore(DateTime to, int amount)
    {
        // 24:00 belongs to the day that ends.
        var endOfDay = to.TimeOfDay == TimeSpan.Zero;
        var date = DateOnly.FromDateTime(to).AddDays(endOfDay ? -1 : 0);
        for (var left = amount; left > 0;)
        {
            date = date.AddDays(-1);
            if (DayOf(date) is not { } day)
            {
                return null;
            }

            left -= day.IsWorking ? 1 : 0;
        }

        return endOfDay ? date.AddDays(1).ToDateTime(default) : date.ToDateTime(default) + to.TimeOfDay;
    }

    private DateTime? OfficeTimeBefore(DateTime to, TimeSpan time)
    {
        var left = time;
        // 24:00 belongs to the day that ends.
        for (var date = DateOnly.FromDateTime(to.AddTicks(-1)); DayOf(date) is not null; date = date.AddDays(-1))
        {
            var midnight = date.ToDateTime(default);
            foreach (var interval in calendar.OpenOn(date)!.Reverse())
            {
                var closes = midnight + interval.To < to ? interval.To : to - midnight;
                var taken = closes - interval.From;
                if (taken >= left)
                {
                    return midnight + closes - left;
                }

                left -= taken > TimeSpan.Zero ? taken : TimeSpan.Zero;
            }
        }

        return null;
    }

    private CalendarDay? DayOf(DateOnly date)
    {
        var day = calendar.DayOf(date);
        _unknownYear = day is null ? date.Year : _unknownYear;
        return day;
    }

    private IReadOnlyList<OfficeInterval>? OpenOn(DateOnly date) => DayOf(date) is null ? null : calendar.OpenOn(date);

    private void Note(CalendarDay day, DayUse use, int number = 0, IReadOnlyList<OfficeInterval>? parts = null) =>
        _days.Add(new CountedDay(day, use, number, parts ?? []));
}
