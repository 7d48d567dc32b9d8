using Hotline.AgentHub.Config;
using Hotline.Tickets;
using Hotline.Tickets.Calendar;
using Hotline.Tickets.Deadlines;

namespace Hotline.AgentHub.Deadlines;

/// <summary>Due times without a ticket, by the same rules as those of tickets: of the worked examples, and of what somebody tries out.</summary>
internal sealed class DueTimes(CityConfiguration city)
{
    /// <summary>Rules that say until when a thing is to be done that is a department's of the city.</summary>
    private const string UnitLevel = "city";

    /// <summary>What somebody can try out: a promise and a correction say their end themselves.</summary>
    private static readonly DeadlineTimer[] Tried =
        [.. Enum.GetValues<DeadlineTimer>().Except([DeadlineTimer.Promise, DeadlineTimer.Correction])];

    private readonly DeadlineSentence _sentence = new(city.DemandTypes, city.TimeZoneOffset);

    /// <summary>How the end of an example comes about.</summary>
    public DueExplanation Of(DeadlineExample example)
    {
        var start = new DateTimeOffset(example.Start, city.TimeZoneOffset);
        var rules = new TimerRules(
            city.Times.RuleSets.Of(example.RuleSet)!, CalendarOf(""), CalendarOf(example.Hours), []);
        return rules.Explain(
            example.Timer, new TicketMatter(example.DemandType, Code.Of(example.Urgency), UnitLevel), start,
            [.. example.Extensions.Select(days => new GrantedExtension(start, new Limit(days, DurationUnit.WorkingDays)))])
            ?? throw new InvalidOperationException(Invariant($"Example {example.No} is of a clock that {example.RuleSet} does not have."));
    }

    /// <summary>Whether the program comes to the end that was worked out by hand.</summary>
    public bool Agrees(DeadlineExample example) => Of(example).Due switch
    {
        DueTime.Known known => example.Due.Length > 4
            && known.At == new DateTimeOffset(DeadlineExamples.MomentOf(example.Due), city.TimeZoneOffset),
        DueTime.Unknown unknown => example.Due == Invariant($"{unknown.Year}"),
        _ => false,
    };

    /// <summary>All clocks of a matter, each as if it began at that moment; in the order of a ticket's way.</summary>
    public IReadOnlyList<DueExplanation> Of(DeadlineRuleSet set, string demandType, Urgency urgency, DateTimeOffset start)
    {
        var rules = new TimerRules(set, city.Times.CalendarOf(), city.Times.CalendarOf(), []);
        var matter = new TicketMatter(demandType, Code.Of(urgency), UnitLevel);
        return [.. Tried.Select(timer => rules.Explain(timer, matter, start, [])).OfType<DueExplanation>()];
    }

    /// <summary>The sentence that people read.</summary>
    public string Sentence(DueExplanation explanation) => _sentence.Of(explanation);

    private WorkingCalendar CalendarOf(string hours) =>
        new(city.Times.Holidays, city.Examples.Hours?.Of([hours]) ?? city.Times.Hours.City, city.TimeZoneOffset);
}
