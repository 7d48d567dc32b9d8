using Hotline.Tickets.Calendar;

namespace Hotline.Tickets.Deadlines;

/// <summary>What the clocks of a ticket go by.</summary>
/// <param name="Set">The rule set that the ticket was born with.</param>
/// <param name="Hotline">The calendar of the hotline, for its own clocks (dispatch, revisit, rating).</param>
/// <param name="Unit">The calendar of the handling unit (TKT-17).</param>
/// <param name="UnitLimits">The tighter limits of units (TKT-08). What would not be tighter is not taken.</param>
public sealed record TimerRules(
    DeadlineRuleSet Set, WorkingCalendar Hotline, WorkingCalendar Unit, IReadOnlyList<UnitLimit> UnitLimits)
{
    /// <summary>All clocks of a ticket. A function: the same facts, rules and time give the same sheet.</summary>
    /// <param name="facts">What happened to the ticket.</param>
    /// <param name="now">Now.</param>
    public TimerSheet SheetOf(TicketFacts facts, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return new TimerSheet(Set.Id, now - facts.AcceptedAt, [.. new TimerRun(this, facts, now).All().OfType<TicketTimer>()]);
    }

    /// <summary>The due time of one clock that begins at a moment; null where it does not run for the matter.</summary>
    /// <param name="timer">Which clock; not a promise nor a correction, whose end the ticket itself says.</param>
    /// <param name="matter">Of what.</param>
    /// <param name="start">When it begins.</param>
    /// <param name="extensions">Extensions that were granted, in order.</param>
    public DueExplanation? Explain(
        DeadlineTimer timer, TicketMatter matter, DateTimeOffset start, IReadOnlyList<GrantedExtension> extensions) =>
        Set.Find(timer, matter) is not { Rule.Limit: { } general } found ? null
        : TightenedOf(found.Rule, matter) is { } own ? Explain(found, matter, own, own.Limit, start, extensions)
        : Explain(found, matter, null, general, start, extensions);

    /// <summary>The end of the last day that may be promised at a temporary closure; null where no rule bounds it (Lüliang: 180 days).</summary>
    /// <param name="matter">Of what.</param>
    /// <param name="closedAt">When the temporary closure is asked for.</param>
    public DueTime? LatestPromise(TicketMatter matter, DateTimeOffset closedAt) =>
        Set.Find(DeadlineTimer.Promise, matter)?.Rule.Limit is { } most
            ? Unit.Due(closedAt, most, new Counting(End: most.Unit == DurationUnit.WorkingDays ? DayEnd.EndOfOffice : DayEnd.EndOfDay))
            : null;

    internal WorkingCalendar CalendarOf(DeadlineTimer timer) =>
        timer is DeadlineTimer.Dispatch or DeadlineTimer.Revisit or DeadlineTimer.Rating ? Hotline : Unit;

    internal DueExplanation Explain(
        FoundRule found, TicketMatter matter, UnitLimit? own, Limit limit, DateTimeOffset start, IReadOnlyList<GrantedExtension> extensions)
    {
        var calendar = CalendarOf(found.Rule.Timer);
        List<DueLeg> legs = [new DueLeg(start, limit, IsExtension: false, calendar.Due(start, limit, found.Rule.Counting))];
        foreach (var extension in extensions)
        {
            if (legs[^1].Due is not DueTime.Known before)
            {
                break;
            }

            // From the due time of before, whose own day does not count once more.
            legs.Add(new DueLeg(before.At, extension.By, IsExtension: true, Extended(calendar, before.At, extension.By, found.Rule.Counting)));
        }

        return new DueExplanation(Set, found, matter, own, found.Rule.Start, start, legs, legs[^1].Due);
    }

    // 24:00 belongs to the day that ends: counted from there, the next day is the first.
    private static DueTime Extended(WorkingCalendar calendar, DateTimeOffset due, Limit by, Counting counting)
    {
        var midnight = calendar.Local(due).TimeOfDay == TimeSpan.Zero && counting.End != DayEnd.SameTime;
        return calendar.Due(midnight && by.IsOfDays ? due.AddTicks(-1) : due, by, counting with { From = FirstDay.Next });
    }

    private UnitLimit? TightenedOf(DeadlineRule rule, TicketMatter matter) =>
        UnitLimits.Where(limit => limit.Holds(rule.Timer, matter) && limit.MistakeFor(rule) is null).MinBy(limit => limit.Limit.Amount);
}
