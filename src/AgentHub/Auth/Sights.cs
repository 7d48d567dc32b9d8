using Hotline.AgentHub.Config;
using Hotline.Exchange;
using Hotline.Tickets;

namespace Hotline.AgentHub.Auth;

/// <summary>Whose tickets somebody sees at this moment: what the table of rights says, and what the call adds that he has now.</summary>
public sealed class Sights(FloorLoop loop, SecuritySettings settings)
{
    public async Task<TicketSight> OfAsync(Person person, CancellationToken cancellationToken)
    {
        var (sight, reach) = (person.Sight(), Rights.Of(person.RoleNames, Permission.ReadTickets));
        if (reach is Reach.All or < Reach.MyCaller)
        {
            return sight;
        }
        // Whoever a call rings reads what was written of it before he answers; the citizen's other matters are his who talks with him.
        var (caller, ticket) = await loop.ReadAsync(
            f => f.Agents.TryGetValue(person.Id, out var agent) && agent.Call is { } id && f.Calls.TryGetValue(id, out var call)
                && (call.Agent == person.Id || call.Offer?.Agent == person.Id)
                ? (call.Offer?.Agent == person.Id ? null : call.Caller, call.Ticket.Value) : ((string?)null, (string?)null), cancellationToken);
        return sight with { Caller = caller, Ticket = ticket, Open = settings.AgentsReadAllTickets && person.May(Permission.TakeCalls) };
    }
}
