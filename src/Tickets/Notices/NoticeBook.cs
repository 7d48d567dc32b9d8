using Hotline.Tickets.Loop;

namespace Hotline.Tickets.Notices;

/// <summary>One notice that is due: by which rule, to which unit.</summary>
/// <param name="Rule">The line of the list.</param>
/// <param name="Unit">Code of the unit; empty for the citizen and the hotline.</param>
public sealed record PlannedNotice(NoticeRule Rule, string Unit);

/// <summary>The city's list of notices.</summary>
/// <param name="Rules">Its lines, in the order of the file.</param>
public sealed record NoticeBook(IReadOnlyList<NoticeRule> Rules)
{
    /// <summary>
    /// Who is told of what happened, each once by each way. A line for the step itself goes before one for any step. The accused unit is never
    /// told (ACC-13), and none that has no part in the ticket.
    /// </summary>
    /// <param name="happening">What happened.</param>
    /// <param name="subject">The ticket, after it.</param>
    /// <param name="day">The day in the city: a line holds by the day.</param>
    public IReadOnlyList<PlannedNotice> Of(NoticeHappening happening, TicketCase subject, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(happening);
        ArgumentNullException.ThrowIfNull(subject);
        return
        [
            .. from rule in Rules
               where rule.IsFor(happening) && rule.HoldsOn(day)
               orderby rule.Step == NoticeRule.AnyStep, rule.What.Length == 0
               from unit in UnitsOf(rule.Audience, happening, subject)
               group (Rule: rule, Unit: unit) by (Addressee(rule.Audience), unit, rule.Channel) into same
               select new PlannedNotice(same.First().Rule, same.First().Unit),
        ];
    }

    /// <summary>A unit is told once, whatever it is to the ticket.</summary>
    public static NoticeAudience Addressee(NoticeAudience audience) => audience == NoticeAudience.Lead ? NoticeAudience.Units : audience;

    private static IEnumerable<string> UnitsOf(NoticeAudience audience, NoticeHappening happening, TicketCase subject) =>
        audience is NoticeAudience.Citizen or NoticeAudience.Leader
            ? [""]
            : TasksOf(audience, happening, subject).Select(task => task.Unit).Where(unit => unit != subject.AccusedUnit).Distinct();

    private static IEnumerable<Assignment> TasksOf(NoticeAudience audience, NoticeHappening happening, TicketCase subject) =>
        happening.IsClock ? subject.Assignments.Where(task => task.No == happening.Task)
        : audience == NoticeAudience.Lead ? subject.Assignments.Where(task => task == subject.Lead)
        : subject.Assignments.Where(task => !task.IsOver);
}
