using Hotline.AgentHub.Config;
using Hotline.AgentHub.Texts;
using Hotline.Persistence;
using Hotline.Routing;
using Hotline.Tickets;

namespace Hotline.AgentHub.Exchange;

/// <summary>The floor's records on their way to the database. Never waits.</summary>
public sealed class LedgerFeed(WriteBehind writes, CityConfiguration city, SteadyClock clock)
{
    public void Write(CallRecord record) => writes.TryWrite(new WriteItem.Ledger(city.Tenant, record));

    /// <summary>An agent has the call: the draft that he will write begins, with what the call already says.</summary>
    public void Open(Effect.OpenTicket opened) => Open(opened, clock.Now);

    /// <summary>A call ended and no agent is left to write its outcome: it gets its record all the same (CALL-07).</summary>
    public void Close(Effect.CloseTicket closed) => Close(closed, clock.Now);

    /// <summary>An entry of before a restart, once more; others than the ledger's and the drafts' are passed over.</summary>
    public void Rewrite(DateTimeOffset at, Effect effect)
    {
        switch (effect)
        {
            case Effect.WriteLedger e:
                Write(e.Record);
                break;
            case Effect.OpenTicket e:
                Open(e, at);
                break;
            case Effect.CloseTicket e:
                Close(e, at);
                break;
        }
    }

    private void Open(Effect.OpenTicket opened, DateTimeOffset at) =>
        writes.TryWrite(new WriteItem.Draft(Opening(city.Tenant, opened.Ticket, opened.Call, opened.Agent, opened.Dialled, opened.Caller, at)));

    private void Close(Effect.CloseTicket closed, DateTimeOffset at) => writes.TryWrite(new WriteItem.Closing(
        Opening(city.Tenant, closed.Ticket, closed.Call, null, closed.Dialled, closed.Caller, at), Text.Of($"closed.{closed.Because}", SubjectOf(closed))));

    private string SubjectOf(Effect.CloseTicket closed) => closed.Because == ClosedBecause.HandedToParty
        ? city.Parties.FirstOrDefault(p => p.Target == closed.Subject)?.Name ?? closed.Subject
        : closed.Subject;

    /// <summary>How a call's draft begins, or changes hands.</summary>
    public static TicketOpening Opening(
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
