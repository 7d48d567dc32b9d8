using Hotline.AgentHub.Tickets;
using Hotline.Exchange;
using Hotline.Persistence;
using Hotline.Routing;
using Hotline.Tickets;
using Hotline.Tickets.Loop;
using Hotline.Upkeep;

namespace Hotline.AgentHub.Cases;

/// <summary>Reads the outbox for desks: a unit hears of what was dispatched to it, urged, demanded and decided.</summary>
internal sealed class DeskOutboxJob(
    Outbox outbox, CaseStore cases, CityLoop rules, SteadyClock clock, TimeProvider time, ServiceFaults faults, ILogger<DeskOutboxJob> log)
    : OutboxJob(Outbox.Desks, outbox, clock, time, faults, log)
{
    protected override async Task TellAsync(OutboxRow row, CancellationToken cancellationToken)
    {
        var id = new TicketId(row.TicketId);
        if (await cases.LoadAsync(id, rules, cancellationToken) is { } subject
            && (await cases.StepsAsync(id, cancellationToken)).FirstOrDefault(step => step.Step.Number == row.StepNo) is { } step)
        {
            var (units, what) = step switch
            {
                { Verb: { } verb } => (UnitsToldOf(verb, step.Step, subject), Code.Of(verb)),
                { Step.FollowUp: { } followUp } => (Live(subject), Code.Of(followUp)),
                _ => ([], ""),
            };
            await cases.NoticeAsync([.. units.Distinct().Select(unit => new CaseNoticeRow
            {
                TicketId = row.TicketId, Tenant = subject.Ticket.Tenant, Unit = unit, Topic = "step", What = what, At = step.Step.At,
            })], cancellationToken);
        }
    }

    // Who did it need not be told.
    private static IEnumerable<string> UnitsToldOf(LoopVerb verb, TicketStep step, TicketCase subject) => verb switch
    {
        LoopVerb.Dispatch or LoopVerb.DecideCoordination or LoopVerb.SubAssign or LoopVerb.Withdraw or LoopVerb.MarkUrgent => Live(subject),
        LoopVerb.Urge or LoopVerb.Supervise or LoopVerb.RecountDeadlines
            or LoopVerb.DecideReturn or LoopVerb.DecideExtension or LoopVerb.DecideTemporaryClosure => Live(subject),
        _ when step.To == TicketState.Redo && step.From != TicketState.Redo => Live(subject),
        _ => [],
    };

    private static IEnumerable<string> Live(TicketCase subject) => subject.Assignments.Where(task => !task.IsOver).Select(task => task.Unit);
}
