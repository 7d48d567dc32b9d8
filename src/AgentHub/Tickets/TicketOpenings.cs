using Hotline.Routing;
using Hotline.Tickets;

namespace Hotline.AgentHub.Tickets;

/// <summary>The beginning of the ticket that a call writes.</summary>
public static class TicketOpenings
{
    /// <summary>How a call's draft begins, or changes hands.</summary>
    public static TicketOpening Of(
        TenantId tenant, TicketId ticket, CallId call, AgentId? agent, string dialled, string caller, DateTimeOffset now) => new()
    {
        TicketId = ticket.Value,
        Tenant = tenant.Value,
        CallId = call.Value,
        Caller = caller,
        Dialled = dialled,
        AgentId = agent?.Value,
        At = now,
    };
}
