using Hotline.AgentHub.Auth;
using Hotline.AgentHub.Config;
using Hotline.AgentHub.Exchange;
using Hotline.Persistence;
using Hotline.Routing;
using Hotline.Tickets;

namespace Hotline.AgentHub.Api;

/// <summary>Finds a ticket for a person, also one whose first writing is still on its way to the database.</summary>
internal sealed class TicketAccess(TicketStore tickets, FloorLoop loop, CityConfiguration city, SteadyClock clock)
{
    public static bool MayWrite(Ticket ticket, Person person) =>
        ticket.AgentId == person.Id.Value || person.Is(Roles.ShiftLeader) || person.Is(Roles.Administrator);

    public async Task<Ticket?> LoadAsync(string id, Person person, CancellationToken cancel)
    {
        if (await tickets.LoadAsync(id, cancel) is { } stored)
        {
            return stored.Tenant == city.Tenant.Value ? stored : null;
        }
        var draft = await loop.ReadAsync(f => f.Calls.Values.FirstOrDefault(c => c.Ticket.Value == id && c.Agent == person.Id) is { } call
            ? Drafts.New(city.Tenant, call.Ticket, call.Id, person.Id, call.Dialled, call.Caller, clock.Now) : null, cancel);
        if (draft is null)
        {
            return null;
        }
        await tickets.OpenDraftAsync(draft, cancel);
        return await tickets.LoadAsync(id, cancel);
    }

    /// <summary>The ticket that a call writes.</summary>
    public async Task<string?> TicketOfAsync(CallId call, CallLedger ledger, CancellationToken cancel) =>
        await loop.ReadAsync(f => f.Calls.TryGetValue(call, out var live) ? live.Ticket.Value : null, cancel)
        ?? (await ledger.FindAsync(call.Value, cancel))?.TicketId;
}
