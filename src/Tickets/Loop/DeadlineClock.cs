using Hotline.Tickets.Calendar;
using Hotline.Tickets.Deadlines;

namespace Hotline.Tickets.Loop;

/// <summary>The clock of the loop that goes by the rule sets and calendars of <see cref="Deadlines"/>.</summary>
/// <param name="rulesOf">The rules of a ticket's rule set with the calendar of a unit; the unit is null for the hotline's own clocks.</param>
/// <param name="levelOf">The level of a unit by its code, as the rule sets write it; empty where it has none.</param>
public sealed class DeadlineClock(Func<TicketCase, string?, TimerRules> rulesOf, Func<string, string> levelOf) : ICaseClock
{
    /// <inheritdoc />
    public DateTimeOffset? Due(TicketCase subject, Assignment? task, DeadlineTimer timer)
    {
        ArgumentNullException.ThrowIfNull(subject);
        var rules = rulesOf(subject, task?.Unit);
        var matter = MatterOf(subject, task);
        if (timer == DeadlineTimer.Promise)
        {
            return subject.Closure is { } closure ? Promised(rules, subject, matter, closure) : null;
        }

        var exempt = timer == DeadlineTimer.Report && rules.Set.Find(DeadlineTimer.Handle, matter) is { Rule.IsStatutory: true };
        return !exempt && rules.Set.Find(timer, matter) is { } found
            && CaseTimers.StartOf(subject, task, timer, found.Rule.Start) is { } start
            && rules.Explain(timer, matter, start, timer == DeadlineTimer.Handle ? Granted(rules, subject, task, matter) : []) is { } explanation
                ? At(explanation.Due)
                : null;
    }

    /// <inheritdoc />
    public ExtensionTerms ExtensionOf(TicketCase subject, Assignment task)
    {
        ArgumentNullException.ThrowIfNull(subject);
        ArgumentNullException.ThrowIfNull(task);
        var rules = rulesOf(subject, task.Unit);
        return rules.Set.FindExtension(MatterOf(subject, task)) is not { } rule
            ? new ExtensionTerms(0, null, null, MayOverride: false)
            : new ExtensionTerms(
                rule.CountMax, rule.Cap?.Amount, Due(subject, task, DeadlineTimer.Handle) is { } due ? At(rules.Unit.Before(due, rule.Lead)) : null,
                rule.Override == ExtensionOverride.Supervisor);
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

    private static DateTimeOffset? Promised(TimerRules rules, TicketCase subject, TicketMatter matter, ClosureApplication closure)
    {
        var facts = new TicketFacts
        {
            Matter = matter,
            AcceptedAt = subject.Ticket.AcceptedAt ?? subject.Ticket.CreatedAt,
            TemporaryClosure = new TemporaryClosure(closure.Decision!.At, closure.PromisedFor, []),
        };
        return rules.SheetOf(facts, closure.At).Timers.FirstOrDefault(timer => timer.Timer == DeadlineTimer.Promise) is { } promise
            ? At(promise.Due)
            : null;
    }

    private TicketMatter MatterOf(TicketCase subject, Assignment? task)
    {
        var form = subject.Ticket.Form;
        return new TicketMatter(
            form.DemandType?.Code ?? "", Code.Of(form.Urgency), task is null ? "" : levelOf(task.Unit), form.Category ?? "", task?.Unit ?? "");
    }

    private static DateTimeOffset? At(DueTime due) => due is DueTime.Known known ? known.At.ToUniversalTime() : null;
}
