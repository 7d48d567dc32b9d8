using Hotline.Exchange;
using Hotline.Persistence;
using Hotline.Routing;
using Hotline.Upkeep;

namespace Hotline.AgentHub.Tickets;

/// <summary>Reads the outbox for the floor: it hears of each outcome that was recorded.</summary>
internal sealed class FloorOutboxJob(
    Outbox outbox, TicketStore tickets, TicketDesk desk, SteadyClock clock, TimeProvider time, ServiceFaults faults, ILogger<FloorOutboxJob> log)
    : OutboxJob(Outbox.Floor, outbox, clock, time, faults, log)
{
    protected override async Task TellAsync(OutboxRow row, CancellationToken cancellationToken)
    {
        if (await tickets.LoadAsync(new TicketId(row.TicketId), cancellationToken) is { } ticket)
        {
            await desk.TellAsync(ticket, cancellationToken);
        }
    }
}
