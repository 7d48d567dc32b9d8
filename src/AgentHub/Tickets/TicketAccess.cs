using Hotline.AgentHub.Auth;
using Hotline.AgentHub.Config;
using Hotline.AgentHub.Web;
using Hotline.Exchange;
using Hotline.Persistence;
using Hotline.Routing;
using Hotline.Tickets;

namespace Hotline.AgentHub.Tickets;

/// <summary>Finds a ticket that a person may see, also one whose first writing is still on its way to the database.</summary>
internal sealed class TicketAccess(
    TicketStore tickets, FloorLoop loop, LastWrites writes, Sights sights, CityConfiguration city, SteadyClock clock)
{
    /// <param name="id">Which.</param>
    /// <param name="person">Who asks.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="number">The number that a citizen told him: it opens a ticket that is submitted and not confidential.</param>
    /// <returns>The ticket, and by what he sees it.</returns>
    public async Task<(Ticket Ticket, string Through)?> LoadAsync(
        string id, Person person, CancellationToken cancellationToken, string? number = null)
    {
        await writes.SettleAsync(cancellationToken);
        if (await tickets.LoadAsync(new TicketId(id), cancellationToken) is { } stored)
        {
            var sight = await sights.OfAsync(person, cancellationToken);
            sight = number is { Length: > 0 } && stored.Number == number && sight.Unit is null ? sight with { Open = true } : sight;
            var ofUnit = sight.Unit is { } unit && await tickets.IsOfUnitAsync(new TicketId(id), unit, cancellationToken);
            return stored.Tenant == city.Tenant.Value && sight.Through(stored, ofUnit) is { Length: > 0 } through ? (stored, through) : null;
        }
        var opening = await loop.ReadAsync(f => f.Calls.Values.FirstOrDefault(c => c.Ticket.Value == id && c.Agent == person.Id) is { } call
            ? TicketOpenings.Of(city.Tenant, call.Ticket, call.Id, person.Id, call.Dialled, call.Caller, call.Times.AgentAnsweredAt ?? clock.Now)
            : null, cancellationToken);
        return opening is null ? null : (await tickets.OpenDraftAsync(opening, cancellationToken), "own");
    }

    /// <summary>The ticket that a call writes.</summary>
    public async Task<string?> TicketOfAsync(CallId call, CallLedger ledger, CancellationToken cancellationToken) =>
        await loop.ReadAsync(f => f.Calls.TryGetValue(call, out var live) ? live.Ticket.Value : null, cancellationToken)
        ?? (await ledger.FindAsync(call, cancellationToken))?.TicketId;
}
