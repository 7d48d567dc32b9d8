using Hotline.Tickets.Calendar;

namespace Hotline.Tickets.Tests.Calendar;

/// <summary>A random calendar, and how one would count in it minute by minute. It shares no code with what it is compared with.</summary>
internal sealed class NaiveCalendar
{
    private const int MinutesOfDay = 1440;
    private const int Noon = 720;

    private readonly Dictionary<DateOnly, SpecialDay> _special = [];
    private readonly Dictionary<DateOnly, bool[]> _open = [];
    private readonly HashSet<int> _years = [];
    private readonly List<OfficeSeason> _seasons = [];
    private readonly Random _chance;

    public NaiveCalendar(int seed)
    {
        _chance = new Random(seed);
        var first = 2020 + _chance.Next(8);
        for (var year = first; year < first + 3; year++)
        {
            // Sometimes one in the middle is missing.
            if (year != first + 1 || _chance.Next(4) > 0)
            {
                _years.Add(year);
                AddHolidays(year);
            }
        }

        AddSeasons();
        Book = new HolidayBook(_years.Select(year => new HolidayYear(year, "", [.. _special.Values.Where(day => day.Date.Year == year)])));
        Calendar = new WorkingCalendar(Book, OfficeHours.OfSeasons(_seasons), CityTime.Offset);
        FirstYear = first;
    }

    public WorkingCalendar Calendar { get; private set; }

    public HolidayBook Book { get; private set; }

    public int FirstYear { get; }

    /// <summary>A few days become something else, or a year's notice comes or goes: here by hand, in the book by a change.</summary>
    public CalendarChange Change()
    {
        List<DayMark> days = [];
        for (var count = 1 + _chance.Next(12); count > 0; count--)
        {
            var date = new DateOnly(FirstYear, 1, 1).AddDays(_chance.Next(3 * 365));
            var kind = date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? (DayMarkKind)_chance.Next(3)
                : _chance.Next(2) == 0 ? DayMarkKind.Off : DayMarkKind.Plain;
            if (days.TrueForAll(day => day.Date != date))
            {
                days.Add(new DayMark(date, kind, kind == DayMarkKind.Plain ? "" : "changed"));
            }
        }

        var year = FirstYear + _chance.Next(3);
        var change = new CalendarChange(days, _chance.Next(4) > 0 ? [] : [new YearMark(year, _years.Contains(year) ? null : "notice")]);
        Book = Book.After(change);
        ByHand(change);
        Calendar = new WorkingCalendar(Book, OfficeHours.OfSeasons(_seasons), CityTime.Offset);
        return change;
    }

    /// <summary>The same change in the naive calendar alone; its book is given.</summary>
    public void Undo(CalendarChange counter, HolidayBook book)
    {
        ByHand(counter);
        Book = book;
        Calendar = new WorkingCalendar(Book, OfficeHours.OfSeasons(_seasons), CityTime.Offset);
    }

    private void ByHand(CalendarChange change)
    {
        foreach (var year in change.Years)
        {
            _ = year.Notice is null ? _years.Remove(year.Year) : _years.Add(year.Year);
        }

        foreach (var day in change.Days)
        {
            _special.Remove(day.Date);
            if (day.Kind != DayMarkKind.Plain)
            {
                _special[day.Date] = new SpecialDay(day.Date, day.Kind == DayMarkKind.Work, day.Name);
            }
        }
    }

    public DateTime RandomStart()
    {
        var day = new DateTime(FirstYear, 1, 1).AddDays(_chance.Next(3 * 365));
        return _chance.Next(6) switch
        {
            0 => day,
            1 => day.AddMinutes(23 * 60 + 30),
            2 => new DateTime(FirstYear, 12, 20).AddDays(_chance.Next(20)).AddMinutes(_chance.Next(MinutesOfDay)),
            _ => day.AddMinutes(_chance.Next(MinutesOfDay)),
        };
    }

    public Limit RandomLimit() => _chance.Next(6) switch
    {
        0 => new Limit(1 + _chance.Next(600), DurationUnit.ClockMinutes),
        1 => new Limit(1 + _chance.Next(72), DurationUnit.ClockHours),
        2 => new Limit(1 + _chance.Next(40), DurationUnit.WorkingHours),
        3 => new Limit(1 + _chance.Next(9), DurationUnit.HalfWorkingDays),
        4 => new Limit(1 + _chance.Next(20), DurationUnit.CalendarDays),
        _ => new Limit(1 + _chance.Next(20), DurationUnit.WorkingDays),
    };

    public Counting RandomCounting(Limit limit)
    {
        while (true)
        {
            Counting counting = new((FirstDay)_chance.Next(2), (DayEnd)_chance.Next(3), (RollOver)_chance.Next(4));
            if (counting.MistakeFor(limit) is null)
            {
                return counting;
            }
        }
    }

    /// <summary>Null where a minute of a year that is not known was asked for.</summary>
    public DateTime? Due(DateTime start, Limit limit, Counting counting)
    {
        var end = limit.Unit switch
        {
            DurationUnit.ClockMinutes => Clock(start, limit.Amount, counting.Roll),
            DurationUnit.ClockHours => Clock(start, limit.Amount * 60, counting.Roll),
            DurationUnit.WorkingHours => Minutes(start, limit.Amount * 60, minute => IsOpen(minute)),
            DurationUnit.HalfWorkingDays => Halves(start, limit.Amount, counting.From),
            DurationUnit.CalendarDays => CalendarDays(start, limit.Amount, counting),
            _ => Days(start, limit.Amount, counting),
        };
        return end is { } due && counting.Roll is RollOver.NextOpening or RollOver.NextClosing ? PutOff(end.GetValueOrDefault(), counting.Roll) : end;
    }

    public int? Worked(DateTime from, DateTime to)
    {
        var count = 0;
        for (var minute = from; minute < to; minute = minute.AddMinutes(1))
        {
            if (IsOpen(minute) is not { } open)
            {
                return null;
            }

            count += open ? 1 : 0;
        }

        return count;
    }

    public DateTime? WorkingHoursBefore(DateTime due, int hours)
    {
        var count = 0;
        for (var minute = due; ;)
        {
            minute = minute.AddMinutes(-1);
            if (IsOpen(minute) is not { } open)
            {
                return null;
            }

            count += open ? 1 : 0;
            if (count == hours * 60)
            {
                return minute;
            }
        }
    }

    /// <summary>The same time of day so many working days earlier; midnight is the end of the day before.</summary>
    public DateTime? WorkingDaysBefore(DateTime due, int days)
    {
        var day = due.AddMinutes(-1).Date;
        for (var count = 0; count < days;)
        {
            day = day.AddDays(-1);
            if (IsWorkingDay(DateOnly.FromDateTime(day)) is not { } working)
            {
                return null;
            }

            count += working ? 1 : 0;
        }

        return day + (due - due.AddMinutes(-1).Date);
    }

    private DateTime? Clock(DateTime start, int minutes, RollOver roll) =>
        roll == RollOver.SkipRestDays ? Minutes(start, minutes, minute => IsWorkingDay(DateOnly.FromDateTime(minute))) : start.AddMinutes(minutes);

    private static DateTime? Minutes(DateTime start, int minutes, Func<DateTime, bool?> counts)
    {
        var minute = start;
        for (var count = 0; count < minutes; minute = minute.AddMinutes(1))
        {
            if (counts(minute) is not { } counted)
            {
                return null;
            }

            count += counted ? 1 : 0;
        }

        return minute;
    }

    private DateTime? Days(DateTime start, int amount, Counting counting)
    {
        var count = 0;
        for (var day = start.Date; ; day = day.AddDays(1))
        {
            if (IsWorkingDay(DateOnly.FromDateTime(day)) is not { } working)
            {
                return null;
            }

            // Same: a day counts while a minute of it is left in which somebody works.
            var left = day > start.Date || (counting.From == FirstDay.Same && OpenMinutes(day).Any(minute => day.AddMinutes(minute) >= start));
            if (working && left && ++count == amount)
            {
                return counting.End switch
                {
                    DayEnd.SameTime => day + start.TimeOfDay,
                    DayEnd.EndOfDay => day.AddDays(1),
                    _ => day.AddMinutes(OpenMinutes(day).Last() + 1),
                };
            }
        }
    }

    private static DateTime CalendarDays(DateTime start, int amount, Counting counting)
    {
        var day = start.Date;
        for (var left = counting.From == FirstDay.Same ? amount - 1 : amount; left > 0; left--)
        {
            day = day.AddDays(1);
        }

        return counting.End == DayEnd.SameTime ? day + start.TimeOfDay : day.AddDays(1);
    }

    private DateTime? Halves(DateTime start, int amount, FirstDay first)
    {
        var count = 0;
        for (var day = start.Date; ; day = day.AddDays(1))
        {
            if (IsWorkingDay(DateOnly.FromDateTime(day)) is not { } working)
            {
                return null;
            }

            foreach (var half in working ? OpenMinutes(day).GroupBy(minute => minute < Noon) : [])
            {
                var (opens, closes) = (day.AddMinutes(half.First()), day.AddMinutes(half.Last() + 1));
                if ((first == FirstDay.Next ? opens > start : closes > start) && ++count == amount)
                {
                    return closes;
                }
            }
        }
    }

    private DateTime? PutOff(DateTime due, RollOver roll)
    {
        // Inside: somebody works in the minute before it, or in the one that it begins.
        if (IsOpen(due.AddMinutes(-1)) == true || IsOpen(due) == true)
        {
            return due;
        }

        var minute = due;
        while (IsOpen(minute) == false)
        {
            minute = minute.AddMinutes(1);
        }

        return IsOpen(minute) is null ? null : roll == RollOver.NextOpening ? minute : minute.Date.AddMinutes(OpenMinutes(minute.Date).Last() + 1);
    }

    private bool? IsWorkingDay(DateOnly date) =>
        !_years.Contains(date.Year) ? null
        : _special.TryGetValue(date, out var special) ? special.Works
        : date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    private bool? IsOpen(DateTime minute) =>
        IsWorkingDay(DateOnly.FromDateTime(minute)) is { } working ? working && Opened(minute.Date)[(int)minute.TimeOfDay.TotalMinutes] : null;

    private IEnumerable<int> OpenMinutes(DateTime day) => Enumerable.Range(0, MinutesOfDay).Where(minute => Opened(day)[minute]);

    private bool[] Opened(DateTime day)
    {
        var date = DateOnly.FromDateTime(day);
        if (!_open.TryGetValue(date, out var open))
        {
            // Seasons change on the first of a month here.
            var season = _seasons.Count == 1 ? _seasons[0]
                : date.Month >= _seasons[0].From.Month && date.Month <= _seasons[0].To.Month ? _seasons[0]
                : _seasons[1];
            open = new bool[MinutesOfDay];
            foreach (var interval in season.Intervals)
            {
                Array.Fill(open, value: true, (int)interval.From.TotalMinutes, (int)interval.Length.TotalMinutes);
            }

            _open[date] = open;
        }

        return open;
    }

    private void AddHolidays(int year)
    {
        for (var count = _chance.Next(8); count > 0; count--)
        {
            // Now and then a closure of weeks.
            var length = _chance.Next(5) == 0 ? 25 : 1 + _chance.Next(8);
            var first = new DateOnly(year, 1, 1).AddDays(_chance.Next(365));
            for (var day = first; day < first.AddDays(length) && day.Year == year; day = day.AddDays(1))
            {
                _special[day] = new SpecialDay(day, Works: false, "off");
            }

            var makeUp = first.AddDays(-_chance.Next(10));
            if (makeUp.Year == year && makeUp.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday && makeUp.Year == year)
            {
                _special.TryAdd(makeUp, new SpecialDay(makeUp, Works: true, "work"));
            }
        }
    }

    private void AddSeasons()
    {
        if (_chance.Next(2) == 0)
        {
            _seasons.Add(new OfficeSeason(new MonthDay(1, 1), new MonthDay(12, 31), RandomHours()));
            return;
        }

        var from = 2 + _chance.Next(5);
        var to = from + _chance.Next(5);
        _seasons.Add(new OfficeSeason(new MonthDay(from, 1), new MonthDay(to, DateTime.DaysInMonth(2024, to)), RandomHours()));
        _seasons.Add(new OfficeSeason(new MonthDay(to + 1, 1), new MonthDay(from - 1, DateTime.DaysInMonth(2024, from - 1)), RandomHours()));
    }

    private OfficeInterval[] RandomHours()
    {
        SortedSet<int> edges = [];
        for (var count = 2 * (1 + _chance.Next(3)); edges.Count < count;)
        {
            edges.Add(_chance.Next(8) switch { 0 => 0, 1 => MinutesOfDay, 2 => Noon, _ => _chance.Next(MinutesOfDay) });
        }

        return [.. edges.Chunk(2).Select(pair => new OfficeInterval(TimeSpan.FromMinutes(pair[0]), TimeSpan.FromMinutes(pair[1])))];
    }
}
