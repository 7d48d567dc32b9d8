using Hotline.Persistence;
using Hotline.Routing;
using Hotline.Tickets;

namespace Hotline.AgentHub.Exchange;

/// <summary>The floor's records on their way to the database. Never waits.</summary>
public sealed class LedgerFeed(WriteBehind writes, TenantId tenant, SteadyClock clock)
{
    public void Write(CallRecord record) => writes.TryWrite(new WriteItem.Ledger(record));

    /// <summary>An agent has the call: the draft that he will write begins, with what the call already says.</summary>
    public void Open(Effect.OpenTicket opened)
    {
        var now = clock.Now;
        writes.TryWrite(new WriteItem.Draft(Drafts.New(tenant, opened.Ticket, opened.Call, opened.Agent, opened.Dialled, opened.Caller, now)));
    }
}

/// <summary>How a draft begins.</summary>
internal static class Drafts
{
    public static Ticket New(TenantId tenant, TicketId id, CallId call, AgentId agent, string dialled, string caller, DateTimeOffset now) => new()
    {
        Id = id.Value,
        Tenant = tenant.Value,
        CallId = call.Value,
        AgentId = agent.Value,
        Dialled = dialled,
        Caller = caller,
        Version = 1,
        State = TicketState.Draft,
        Form = new TicketForm(),
        CreatedAt = now,
        SavedAt = now,
    };
}
