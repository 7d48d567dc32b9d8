using Hotline.Tickets;
using Hotline.Tickets.Deadlines;
using Hotline.Tickets.Loop;

namespace Hotline.Persistence.Tests;

/// <summary>A city whose clocks all run a day, and warn after half of it; every unit takes everything.</summary>
internal sealed class RoundRules : ICaseRules, ICaseClock
{
    public ICaseClock Clock => this;

    public string RuleSetFor(Ticket ticket) => "round";

    /// <summary>Everything happens where its place says.</summary>
    public string AreaOf(Ticket ticket) => ticket.Form.Place.Length == 6 ? ticket.Form.Place : "";

    public CaseContext ContextOf(TicketCase subject, IReadOnlyCollection<string> units, CaseEarlier earlier) => new()
    {
        Clock = this,
        Units = units.Concat(subject.Assignments.Select(task => task.Unit)).Distinct().ToDictionary(unit => unit, _ => new UnitFacts()),
        HasFinalCase = earlier.HasFinal,
        EarlierClosed = earlier.Closed,
        MergeTarget = earlier.Target,
        PrecedentUnits = earlier.Bound,
    };

    public IReadOnlyList<DateTimeOffset> WarnsAt(TicketCase subject, CaseTimer timer) =>
        timer.Due is { } due && timer.Timer != DeadlineTimer.Return ? [due.AddHours(-12)] : [];

    public DateTimeOffset? Due(TicketCase subject, Assignment? task, DeadlineTimer timer) =>
        CaseTimers.StartOf(subject, task, timer, ClockStart.Received)?.AddDays(1);

    public ExtensionTerms ExtensionOf(TicketCase subject, Assignment task) => new(1, 5, Due(subject, task, DeadlineTimer.Handle)?.AddHours(-1));
}
