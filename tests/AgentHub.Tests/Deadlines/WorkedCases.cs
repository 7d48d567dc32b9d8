using System.Globalization;
using Hotline.AgentHub.Config;
using Hotline.AgentHub.Deadlines;
using Hotline.AgentHub.Tests.Config;
using Hotline.Tickets.Calendar;
using Hotline.Tickets.Deadlines;

namespace Hotline.AgentHub.Tests.Deadlines;

/// <summary>
/// Sixty-four starts of clocks and when they end. The ends were worked out apart from the code that is tried: by a walk through the minutes over the
/// holidays as the notices print them, and looked over by hand.
/// </summary>
internal static class WorkedCases
{
    // set | clock | demand | urgency | office | start | working days of extensions | due, or the year that is missing
    private const string Table = """
        ziyang-2022 | handle | consultation | normal | office | 2024-09-27 16:00 |  | 2024-09-29 17:00
        ziyang-2022 | handle | help | normal | office | 2024-09-27 16:00 |  | 2024-10-10 17:00
        ziyang-2022 | handle | complaint | normal | office | 2024-09-27 16:00 |  | 2024-10-12 17:00
        ziyang-2022 | sign | complaint | normal | office | 2024-09-27 16:00 |  | 2024-09-29 14:00
        ziyang-2022 | dispatch | complaint | normal | office | 2024-09-28 23:30 |  | 2024-09-29 01:30
        ziyang-2022 | firstResponse | help | specialUrgent | office | 2024-10-01 02:00 |  | 2024-10-01 03:00
        ziyang-2022 | feedback | help | specialUrgent | office | 2024-10-01 02:00 |  | 2024-10-08 17:00
        ziyang-2022 | firstResponse | help | special | office | 2024-10-01 23:10 |  | 2024-10-02 01:10
        ziyang-2022 | feedback | help | special | office | 2024-09-30 18:00 |  | 2024-10-09 17:00
        ziyang-2022 | return | complaint | normal | office | 2024-09-30 16:59 |  | 2024-10-08 17:00
        ziyang-2022 | sign | consultation | normal | office | 2024-09-30 16:30 |  | 2024-10-08 14:30
        ziyang-2022 | sign | help | normal | office | 2024-02-09 15:00 |  | 2024-02-18 12:00
        ziyang-2022 | handle | consultation | normal | office | 2024-02-09 15:00 |  | 2024-02-18 17:00
        ziyang-2022 | handle | suggestion | normal | office | 2024-02-08 09:00 |  | 2024-02-21 17:00
        ziyang-2022 | handle | violation-report | normal | office | 2024-04-30 10:00 |  | 2024-05-13 17:00
        ziyang-2022 | sign | complaint | normal | office | 2024-05-10 17:30 |  | 2024-05-11 15:00
        ziyang-2022 | handle | consultation | normal | office | 2024-12-31 16:00 |  | 2025-01-02 17:00
        ziyang-2022 | handle | complaint | normal | office | 2024-12-27 10:00 |  | 2025-01-08 17:00
        ziyang-2022 | sign | help | normal | office | 2024-12-31 15:00 |  | 2025-01-02 12:00
        ziyang-2022 | handle | help | normal | roundTheClock | 2024-10-01 23:30 |  | 2024-10-06 24:00
        ziyang-2022 | sign | help | normal | roundTheClock | 2024-10-01 23:30 |  | 2024-10-02 04:30
        ziyang-2022 | handle | consultation | normal | roundTheClock | 2024-12-31 12:00 |  | 2025-01-01 24:00
        ziyang-2022 | handle | help | normal | office | 2024-09-27 16:00 | 2 | 2024-10-12 17:00
        ziyang-2022 | handle | complaint | normal | office | 2024-09-27 16:00 | 5 | 2024-10-18 17:00
        ziyang-2022 | handle | complaint | normal | office | 2025-01-17 11:00 | 5 | 2025-02-10 17:00
        ziyang-2022 | report | complaint | normal | office | 2024-09-27 16:00 |  | 2024-10-23 17:00
        ziyang-2022 | report | help | normal | office | 2025-01-10 09:00 |  | 2025-02-07 17:00
        ziyang-2022 | revisit | complaint | normal | office | 2025-04-03 17:00 |  | 2025-04-09 17:00
        ziyang-2022 | rating | complaint | normal | office | 2025-04-30 10:30 |  | 2025-05-07 10:30
        ziyang-2022 | sign | complaint | normal | summerAndWinter | 2025-09-30 16:45 |  | 2025-10-09 14:45
        ziyang-2022 | sign | complaint | normal | summerAndWinter | 2025-07-11 17:00 |  | 2025-07-14 15:30
        ziyang-2022 | handle | consultation | normal | summerAndWinter | 2025-09-29 10:00 |  | 2025-09-30 17:30
        ziyang-2022 | handle | praise | normal | office | 2025-06-02 10:00 |  | 2025-06-09 17:00
        ziyang-2022 | dispatch | consultation | normal | office | 2024-12-31 23:30 |  | 2025-01-01 01:30
        sichuan-2025 | handle | consultation | normal | office | 2025-12-31 16:00 |  | 2026-01-06 17:00
        sichuan-2025 | handle | help | normal | office | 2026-02-12 10:00 |  | 2026-02-28 17:00
        sichuan-2025 | handle | complaint | normal | office | 2026-02-12 10:00 |  | 2026-03-11 17:00
        sichuan-2025 | handle | suggestion | normal | office | 2026-09-18 18:00 |  | 2026-09-29 17:00
        sichuan-2025 | handle | violation-report | normal | office | 2026-09-24 09:00 |  | 2026-10-22 17:00
        sichuan-2025 | dispatch | help | normal | office | 2026-02-17 03:00 |  | 2026-02-17 05:00
        sichuan-2025 | sign | complaint | normal | office | 2026-04-30 16:00 |  | 2026-05-06 14:00
        sichuan-2025 | handle | complaint | normal | office | 2026-04-20 09:00 | 5 | 2026-05-20 17:00
        sichuan-2025 | feedback | help | special | office | 2026-05-01 12:00 |  | 2026-05-07 17:00
        henan | dispatch | complaint | normal | office | 2026-05-01 10:00 |  | 2026-05-02 10:00
        henan | dispatch | complaint | special | office | 2026-05-01 10:00 |  | 2026-05-01 12:00
        henan | sign | complaint | normal | office | 2026-05-08 16:00 |  | 2026-05-09 16:00
        henan | sign | complaint | normal | office | 2026-04-30 16:00 |  | 2026-05-06 16:00
        henan | sign | help | normal | office | 2026-06-20 23:30 |  | 2026-06-22 24:00
        henan | handle | consultation | normal | office | 2026-06-18 16:00 |  | 2026-06-24 17:00
        henan | handle | help | normal | office | 2026-09-30 20:00 |  | 2026-10-13 17:00
        henan | handle | complaint | normal | office | 2026-09-28 08:00 |  | 2026-10-16 17:00
        henan | firstResponse | help | special | office | 2026-10-03 21:30 |  | 2026-10-03 23:30
        henan | firstResponse | help | specialUrgent | office | 2026-10-03 21:30 |  | 2026-10-03 22:30
        lvliang | dispatch | help | normal | office | 2026-10-10 11:30 |  | 2026-10-10 17:00
        lvliang | dispatch | help | normal | office | 2026-09-30 14:00 |  | 2026-10-08 12:00
        lvliang | firstResponse | help | special | office | 2026-10-01 23:45 |  | 2026-10-02 00:15
        lvliang | handle | consultation | normal | office | 2026-09-30 14:00 |  | 2026-10-10 17:00
        lvliang | handle | complaint | normal | office | 2026-09-01 10:00 | 3 3 3 | 2026-09-20 17:00
        tianjin-2025 | sign | complaint | specialUrgent | office | 2025-10-01 23:50 |  | 2025-10-02 00:05
        tianjin-2025 | sign | help | special | office | 2025-10-05 12:10 |  | 2025-10-05 12:40
        tianjin-2025 | sign | complaint | normal | office | 2025-09-30 16:30 |  | 2025-10-09 17:00
        tianjin-2025 | handle | complaint | normal | office | 2025-09-26 17:00 |  | 2025-10-13 17:00
        tianjin-2025 | handle | consultation | normal | office | 2026-12-31 10:00 |  | 2027
        sichuan-2025 | handle | complaint | normal | office | 2026-12-15 10:00 |  | 2027
        """;

    internal static readonly CityTimes Times = Cities.Ziyang.Times;

    private static readonly OfficeHours SummerAndWinter = OfficeHours.OfSeasons([
        new OfficeSeason(new MonthDay(5, 1), new MonthDay(9, 30), [Interval(8, 30, 12), Interval(14, 30, 17, 30)]),
        new OfficeSeason(new MonthDay(10, 1), new MonthDay(4, 30), [Interval(8, 30, 12), Interval(14, 0, 17)])]);

    internal static IReadOnlyList<WorkedCase> All { get; } =
        [.. Table.Split('\n').Select((line, at) => new WorkedCase(at + 1, line.Split('|', StringSplitOptions.TrimEntries)))];

    internal static TimerRules Rules(string set, string office) => new(
        Times.RuleSets.Of(set)!,
        Times.CalendarOf(),
        office switch
        {
            "office" => Times.CalendarOf(),
            "roundTheClock" => new WorkingCalendar(Times.Holidays, OfficeHours.RoundTheClock, Times.Offset),
            _ => new WorkingCalendar(Times.Holidays, SummerAndWinter, Times.Offset),
        },
        []);

    internal static DateTimeOffset At(string text) => text.EndsWith(" 24:00", StringComparison.Ordinal)
        ? At(text.Replace(" 24:00", " 00:00", StringComparison.Ordinal)).AddDays(1)
        : new(DateTime.ParseExact(text, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), Times.Offset);

    private static OfficeInterval Interval(int hour, int minute, int to, int toMinute = 0) =>
        new(new TimeSpan(hour, minute, 0), new TimeSpan(to, toMinute, 0));
}

/// <summary>One row of the table.</summary>
internal sealed record WorkedCase(int Number, string[] Cells)
{
    private static readonly DeadlineSentence Sentences = new(Cities.Ziyang.DemandTypes, Cities.Ziyang.TimeZoneOffset);

    public string Set => Cells[0];

    public string Clock => Cells[1];

    public string Start => Cells[5];

    public string Due => Cells[7];

    public DueExplanation Explanation { get; } = WorkedCases.Rules(Cells[0], Cells[4]).Explain(
        Enum.Parse<DeadlineTimer>(Cells[1], ignoreCase: true), new TicketMatter(Cells[2], Cells[3], "city"), WorkedCases.At(Cells[5]),
        [.. Cells[6].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(days =>
            new GrantedExtension(WorkedCases.At(Cells[5]), new Limit(int.Parse(days, CultureInfo.InvariantCulture), DurationUnit.WorkingDays)))])!;

    public string Sentence => Sentences.Of(Explanation);
}
