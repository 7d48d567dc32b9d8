using Hotline.AgentHub.Auth;
using Hotline.AgentHub.Config;
using Hotline.AgentHub.Deadlines;
using Hotline.AgentHub.Texts;
using Hotline.Exchange;
using Hotline.Persistence;
using Hotline.Tickets;
using Hotline.Tickets.Calendar;

namespace Hotline.AgentHub.WorkingDays;

/// <summary>Why a change of the calendar is not made: a code, and what the sentence of it names.</summary>
internal sealed record CalendarRefusal(string Code, params object[] Values);

/// <summary>What an administrator does with the calendar: looks at a year, tries a change, makes it, undoes it.</summary>
internal sealed class CalendarDesk(
    LiveCalendar calendar, CalendarStore store, CalendarRecount recount, CityConfiguration city, SteadyClock clock)
{
    private const int ReasonMax = 200;
    private const int ChangesShown = 50;

    /// <summary>A year; the present one where none is named.</summary>
    public CalendarView View(int? year)
    {
        var (book, outlook) = (calendar.Times.Holidays, calendar.OutlookAt(clock.Now));
        var shown = year ?? city.DateAt(clock.Now).Year;
        return new CalendarView(
            shown, book.Covers(shown), book.NoticeOf(shown) ?? "", book.Years, [.. book.DaysOf(shown).Select(day => View(book.MarkOf(day.Date)))],
            Code.Of(outlook.Alarm), LiveCalendar.Sentence(outlook), Newest, [.. calendar.Changes.Reverse().Take(ChangesShown).Select(View)]);
    }

    /// <summary>A year as its file; null where it is not covered.</summary>
    public string? FileOf(int year)
    {
        var book = calendar.Times.Holidays;
        return book.NoticeOf(year) is not { } notice ? null : string.Join('\n',
            [
                "# " + notice.ReplaceLineEndings(" "),
                "date,kind,name",
                .. book.DaysOf(year).Select(day => Invariant($"{day.Date:yyyy-MM-dd},{(day.Works ? "work" : "off")},{day.Name.Replace(',', ' ')}")),
                "",
            ]);
    }

    /// <summary>What a change would do.</summary>
    public async Task<(CalendarRefusal? Refused, CalendarTrialView? Trial)> TryAsync(CalendarForm form, CancellationToken cancellationToken)
    {
        if (Resolve(form, out var change, out _) is { } refused)
        {
            return (refused, null);
        }
        var book = calendar.Times.Holidays;
        var (cases, moved, late, examples) = await recount.TryAsync(book.After(change), cancellationToken);
        return (null, new CalendarTrialView(Moved(book.CounterOf(change), change), cases, moved, late, examples));
    }

    /// <summary>Makes a change; clocks are counted again by <see cref="CalendarJob"/> from now on.</summary>
    public async Task<CalendarRefusal?> ChangeAsync(CalendarForm form, Person person, string address, CancellationToken cancellationToken)
    {
        var reason = StorableText.Of(form.Reason).Trim();
        if (reason.Length is 0 or > ReasonMax)
        {
            return new CalendarRefusal("calendar-reason", ReasonMax);
        }
        if (Resolve(form, out var change, out var undoes) is { } refused)
        {
            return refused;
        }
        var counter = calendar.Times.Holidays.CounterOf(change);
        CalendarChangeRow row = new()
        {
            Tenant = city.Tenant.Value, ChangeNo = form.Seen + 1, MadeAt = clock.Now, MadeBy = person.Id.Value, Reason = reason,
            Change = CalendarJson.Of(change), Counter = CalendarJson.Of(counter), Undoes = undoes,
        };
        var detail = Auditing.Changes([
            .. Moved(counter, change).Select(day => (Invariant($"{day.Date:yyyy-MM-dd}"), (string?)Words(day.Before), (string?)Words(day.After))),
            .. change.Years.Zip(counter.Years, (after, before) => (Invariant($"{after.Year}"), before.Notice, after.Notice)),
        ]);
        AuditEntry audit = new(row.MadeAt, row.Tenant, row.MadeBy, "change-calendar", Invariant($"calendar/{row.ChangeNo}"), reason, address,
            Detail: detail);
        if (!await store.AppendAsync(row, audit, cancellationToken))
        {
            return new CalendarRefusal("calendar-stale");
        }
        await calendar.ReadAsync(cancellationToken);
        return null;
    }

    private int Newest => calendar.Changes is [.., var newest] ? newest.ChangeNo : 0;

    // What the form asks for, as a change of the calendar as it is now.
    private CalendarRefusal? Resolve(CalendarForm form, out CalendarChange change, out int? undoes)
    {
        (change, undoes) = (new CalendarChange([], []), form.Undo);
        if (form.Seen != Newest)
        {
            return new CalendarRefusal("calendar-stale");
        }
        if (calendar.Unfinished is not null)
        {
            return new CalendarRefusal("calendar-busy");
        }
        var refused = form switch
        {
            { Days: { Count: > 0 } days, File: null, Undo: null } => OfDays(days, ref change),
            { Days: null, File: { } file, Undo: null } => OfFile(file, ref change),
            { Days: null, File: null, Undo: { } no } => OfUndo(no, ref change),
            _ => new CalendarRefusal("calendar-empty"),
        };
        return refused ?? (change.MistakeIn(calendar.Times.Holidays) is not var (what, date) ? null
            : new CalendarRefusal("calendar-" + what, date is { } day ? Invariant($"{day:yyyy-MM-dd}") : ""));
    }

    private static CalendarRefusal? OfDays(IReadOnlyList<CalendarDayForm> days, ref CalendarChange change)
    {
        List<DayMark> marks = [];
        foreach (var day in days)
        {
            if (!Code.TryParse<DayMarkKind>(day.Kind, out var kind) || (day.Name?.Length ?? 0) > 40)
            {
                return new CalendarRefusal("calendar-empty");
            }
            // A name goes into a line of a file: what would end its cell or its line is no part of it.
            var name = StorableText.Of(day.Name).ReplaceLineEndings(" ").Replace(',', ' ').Trim();
            marks.Add(new DayMark(day.Date, kind, kind == DayMarkKind.Plain ? "" : name));
        }
        change = new CalendarChange(marks, []);
        return null;
    }

    private CalendarRefusal? OfFile(CalendarFileForm file, ref CalendarChange change)
    {
        List<DataProblem> problems = [];
        var text = (file.Text ?? "").TrimStart('\uFEFF');
        if (HolidayFile.Read("", text, file.Year, problems) is not { } year)
        {
            return new CalendarRefusal("calendar-file", string.Join(Text.Of("deadline.comma"), problems.Take(5).Select(problem =>
                Text.Of("calendar.file.line", problem.Line, problem.Place.Length > 0 ? problem.Place : Text.Of("calendar.file.whole")))));
        }
        change = CalendarChange.Of(calendar.Times.Holidays, year);
        return null;
    }

    private CalendarRefusal? OfUndo(int no, ref CalendarChange change)
    {
        if (calendar.Changes.FirstOrDefault(row => row.ChangeNo == no) is not { } row || !MayUndo(row))
        {
            return new CalendarRefusal("calendar-undo");
        }
        change = CalendarJson.Read(row.Counter);
        return null;
    }

    // What later changes made of the same days would be lost with it; those that were undone themselves left nothing.
    private bool MayUndo(CalendarChangeRow row) => row.Undoes is null && UndoneBy(row) is null && !calendar.Changes.Any(later =>
        later.ChangeNo > row.ChangeNo && later.Undoes is null && UndoneBy(later) is null
        && CalendarJson.Read(later.Change).Touches(CalendarJson.Read(row.Change)));

    private int? UndoneBy(CalendarChangeRow row) => calendar.Changes.FirstOrDefault(later => later.Undoes == row.ChangeNo)?.ChangeNo;

    private CalendarChangeView View(CalendarChangeRow row)
    {
        var change = CalendarJson.Read(row.Change);
        return new CalendarChangeView(
            row.ChangeNo, row.MadeAt, row.MadeBy, row.Reason, Moved(CalendarJson.Read(row.Counter), change),
            [.. change.Years.Where(year => year.Notice is not null).Select(year => year.Year)], row.Undoes, UndoneBy(row), row.Counted, row.Moved,
            row.DoneAt is not null, MayUndo(row));
    }

    private static List<CalendarDayMoved> Moved(CalendarChange counter, CalendarChange change) =>
        [.. counter.Days.Zip(change.Days, (before, after) => new CalendarDayMoved(after.Date, View(before), View(after)))];

    private static CalendarDayView View(DayMark mark) => new(mark.Date, Code.Of(mark.Kind), mark.Name);

    private static string Words(CalendarDayView day) => day.Name.Length == 0 ? day.Kind : $"{day.Kind} {day.Name}";
}
