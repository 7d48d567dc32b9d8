using Hotline.AgentHub.Config;
using Hotline.AgentHub.Deadlines;
using Hotline.Persistence;
using Hotline.Tickets;
using Hotline.Tickets.Calendar;
using Hotline.Tickets.Deadlines;
using Hotline.Tickets.Loop;

namespace Hotline.AgentHub.Cases;

/// <summary>What the city gives to its cases: the rule set of the day, the clocks with their calendars, the units.</summary>
internal sealed class CityLoop : ICaseRules
{
    private readonly CityConfiguration _city;
    private readonly LiveCalendar _calendar;
    private readonly Dictionary<string, HandlingUnit> _units;
    private readonly DeadlineSentence _sentence;

    public CityLoop(CityConfiguration city, LiveCalendar calendar)
    {
        (_city, _calendar) = (city, calendar);
        _units = city.Units.ToDictionary(unit => unit.Code);
        _sentence = new DeadlineSentence(city.DemandTypes, city.TimeZoneOffset);
        Clock = new DeadlineClock(RulesOf, LevelOf);
    }

    public ICaseClock Clock { get; }

    /// <summary>The clock as it would be with other holidays.</summary>
    public ICaseClock ClockOf(HolidayBook book)
    {
        var times = _city.Times with { Holidays = book };
        return new DeadlineClock((subject, unit) => RulesOf(subject, unit, times), LevelOf);
    }

    /// <summary>The city's own or its province's of the day it was accepted; where none holds then, the last base of all.</summary>
    public string RuleSetFor(Ticket ticket)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        var day = _city.DateAt(ticket.AcceptedAt ?? ticket.SavedAt);
        return (_city.Times.RuleSets.For(_city.Tenant.Value, day) ?? Fallback).Id;
    }

    public CaseContext ContextOf(TicketCase subject, IReadOnlyCollection<string> units, CaseEarlier earlier)
    {
        ArgumentNullException.ThrowIfNull(subject);
        ArgumentNullException.ThrowIfNull(earlier);
        var category = subject.Ticket.Form.Category;
        return new CaseContext
        {
            Clock = Clock,
            Units = CaseUnits.Facts(_city, [.. units, .. subject.Assignments.Select(task => task.Unit)], category),
            CategoryIsKnown = category is not null && CaseUnits.Path(_city.Categories, category).Any(),
            HasFinalCase = earlier.HasFinal,
            EarlierClosed = earlier.Closed,
            MergeTarget = earlier.Target,
            PrecedentUnits = earlier.Bound,
            CityOffset = _city.TimeZoneOffset,
        };
    }

    /// <summary>By the names of counties in the words of its place, or else of its title and text; the longest name is meant.</summary>
    public string AreaOf(Ticket ticket)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        var form = ticket.Form;
        return (StationIn(form.Place) ?? StationIn(form.Title + form.Text))?.Area ?? "";
    }

    /// <summary>The work station of an area; null where there is none.</summary>
    public HandlingUnit? StationOf(string area) => _city.Units.FirstOrDefault(unit => unit.IsStation && unit.Area == area && area.Length > 0);

    private HandlingUnit? StationIn(string words) => _city.Units
        .Where(unit => unit.IsStation && words.Contains(unit.Name, StringComparison.Ordinal)).MaxBy(unit => unit.Name.Length);

    public IReadOnlyList<DateTimeOffset> WarnsAt(TicketCase subject, CaseTimer timer) => TimerOf(subject, timer)?.WarnsAt ?? [];

    /// <summary>How the due time of a clock that runs came about, in a sentence; empty where no rule says it.</summary>
    public string Explain(TicketCase subject, CaseTimer timer) => TimerOf(subject, timer) is { } running ? _sentence.Of(running.Explanation) : "";

    /// <summary>Whether there is such a set.</summary>
    public bool Knows(string ruleSet) => _city.Times.RuleSets.Of(ruleSet) is not null;

    /// <summary>Its name, as people read it; its id where the files have lost it.</summary>
    public string NameOf(string ruleSet) => _city.Times.RuleSets.Of(ruleSet)?.Name ?? ruleSet;

    private DeadlineRuleSet Fallback
    {
        get
        {
            var set = _city.Times.RuleSets.All.FirstOrDefault(set => set.Jurisdiction.Length == 0) ?? _city.Times.RuleSets.All[0];
            return set;
        }
    }

    private TimerRules RulesOf(TicketCase subject, string? unit) => RulesOf(subject, unit, _calendar.Times);

    private TimerRules RulesOf(TicketCase subject, string? unit, CityTimes times)
    {
        var accepted = _city.DateAt(subject.Ticket.AcceptedAt ?? subject.Ticket.SavedAt);
        return new TimerRules(
            times.RuleSets.Of(subject.RuleSet) ?? Fallback, times.CalendarOf(), times.CalendarOf(PathOf(unit)),
            [.. times.UnitLimits.Where(limit => limit.From <= accepted)]);
    }

    private string LevelOf(string unit) => _units.TryGetValue(unit, out var known) ? known.Level : "";

    private IEnumerable<string> PathOf(string? unit)
    {
        for (var code = unit; code is not null && _units.TryGetValue(code, out var known); code = known.ParentCode)
        {
            yield return code;
        }
    }

    // The sheet of deadlines counts from facts: here every fact is the moment that the loop counts from, so that the one clock asked for is right.
    private TicketTimer? TimerOf(TicketCase subject, CaseTimer timer)
    {
        var task = timer.Task is { } no ? subject.Assignments[no - 1] : null;
        if (timer.Timer == DeadlineTimer.Handle && task?.Parent is { } parent)
        {
            task = subject.Assignments[parent - 1];
        }

        var form = subject.Ticket.Form;
        var matter = new TicketMatter(
            form.DemandType?.Code ?? "", Code.Of(form.Urgency), task is null ? "" : LevelOf(task.Unit), form.Category ?? "", task?.Unit ?? "");
        var rules = RulesOf(subject, task?.Unit);
        if (rules.Set.Find(timer.Timer, matter) is not { } found || CaseTimers.StartOf(subject, task, timer.Timer, found.Rule.Start) is not { } start)
        {
            return null;
        }

        var facts = new TicketFacts
        {
            Matter = matter,
            AcceptedAt = start,
            DispatchedAt = start,
            ReceivedAt = start,
            SignedAt = start,
            RepliedAt = start,
            RevisitStartedAt = start,
            // A promised day that nobody promised is no day: whoever works round the clock has a calendar without a beginning.
            TemporaryClosure = subject.Closure is { } closure ? new TemporaryClosure(start, closure.PromisedFor, []) : null,
            Extensions = timer.Timer == DeadlineTimer.Handle ? Granted(rules, subject, task, matter) : [],
        };
        return rules.SheetOf(facts, start).Timers.FirstOrDefault(running => running.Timer == timer.Timer);
    }

    private static List<GrantedExtension> Granted(TimerRules rules, TicketCase subject, Assignment? task, TicketMatter matter)
    {
        var unit = rules.Set.FindExtension(matter)?.Cap?.Unit ?? DurationUnit.WorkingDays;
        return
        [
            .. from asked in subject.Extensions
               where asked.GrantedDays > 0 && asked.Round == subject.Round && asked.Task == task?.No
               select new GrantedExtension(asked.Decision!.At, new Limit(asked.GrantedDays, unit)),
        ];
    }
}
