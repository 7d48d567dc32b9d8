using Hotline.AgentHub.Auth;
using Hotline.AgentHub.Config;
using Hotline.AgentHub.Web;
using Hotline.Exchange;
using Hotline.Persistence;
using Hotline.Routing;
using Hotline.Tickets;

namespace Hotline.AgentHub.Tickets;

/// <summary>Finds a ticket that a person may see, also one whose first writing is still on its way to the database.</summary>
internal sealed class TicketAccess(TicketStore tickets, FloorLoop loop, LastWrites writes, CityConfiguration city, SteadyClock clock)
{
    public async Task<Ticket?> LoadAsync(string id, Person person, CancellationToken cancellationToken)
    {
        await writes.SettleAsync(cancellationToken);
        if (await tickets.LoadAsync(new TicketId(id), cancellationToken) is { } stored)
        {
            return stored.Tenant == city.Tenant.Value && person.Sight().Sees(stored) ? stored : null;
        }
        var opening = await loop.ReadAsync(f => f.Calls.Values.FirstOrDefault(c => c.Ticket.Value == id && c.Agent == person.Id) is { } call
            ? TicketOpenings.Of(city.Tenant, call.Ticket, call.Id, person.Id, call.Dialled, call.Caller, call.Times.AgentAnsweredAt ?? clock.Now)
            : null, cancellationToken);
        return opening is null ? null : await tickets.OpenDraftAsync(opening, cancellationToken);
    }

    /// <summary>The ticket that a call writes.</summary>
    public async Task<string?> TicketOfAsync(CallId call, CallLedger ledger, CancellationToken cancellationToken) =>
        await loop.ReadAsync(f => f.Calls.TryGetValue(call, out var live) ? live.Ticket.Value : null, cancellationToken)
        ?? (await ledger.FindAsync(call, cancellationToken))?.TicketId;
}
