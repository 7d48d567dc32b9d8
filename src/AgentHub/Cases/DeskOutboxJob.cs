using Hotline.AgentHub.Notices;
using Hotline.AgentHub.Tickets;
using Hotline.Exchange;
using Hotline.Persistence;
using Hotline.Routing;
using Hotline.Tickets.Deadlines;
using Hotline.Tickets.Loop;
using Hotline.Tickets.Notices;
using Hotline.Upkeep;

namespace Hotline.AgentHub.Cases;

/// <summary>
/// Reads the outbox for whoever is told of a ticket's steps: desks at once, citizens, units and leaders by what goes out (TKT-22). Both are
/// written down in one transaction, each once.
/// </summary>
internal sealed class DeskOutboxJob(
    Outbox outbox, CaseStore cases, DeliveryStore deliveries, NoticeWriter writer, CityLoop rules, SteadyClock clock, TimeProvider time,
    ServiceFaults faults, ILogger<DeskOutboxJob> log)
    : OutboxJob(Outbox.Desks, outbox, clock, time, faults, log)
{
    protected override async Task TellAsync(OutboxRow row, CancellationToken cancellationToken)
    {
        var id = new TicketId(row.TicketId);
        if (await cases.LoadAsync(id, rules, cancellationToken) is { } subject
            && (await cases.StepsAsync(id, cancellationToken)).FirstOrDefault(step => step.Step.Number == row.StepNo) is { } step
            && NoticeHappening.Of(step.Step, step.Verb) is { } happening)
        {
            var code = NoticeWriter.NeedsCode(happening) ? await deliveries.CodeAsync(row.TicketId, TicketCodes.Make(), cancellationToken) : "";
            var written = writer.OfStep(happening, subject, row.StepNo, step.Step.At,
                task => CaseTimers.DueOf(rules.Clock, subject, task, DeadlineTimer.Handle), code);
            await deliveries.QueueAsync(written.Desks, written.Out, cancellationToken);
        }
    }
}
