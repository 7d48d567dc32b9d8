using Hotline.AgentHub.Config;
using Hotline.AgentHub.Texts;
using Hotline.AgentHub.Tickets;
using Hotline.Exchange;
using Hotline.Persistence;
using Hotline.Routing;
using Hotline.Tickets;

namespace Hotline.AgentHub.Calls;

/// <summary>The floor's records on their way to the database. Never waits.</summary>
public sealed class LedgerFeed(WriteBehind writes, CityConfiguration city) : IRecords
{
    public void Write(DateTimeOffset at, Effect effect)
    {
        switch (effect)
        {
            case Effect.WriteLedger e:
                writes.TryWrite(new WriteItem.Ledger(city.Tenant, e.Record));
                break;
            case Effect.OpenTicket e: // an agent has the call: the draft that he will write begins, with what the call already says
                Open(e, at);
                break;
            case Effect.CloseTicket e: // no agent is left to write its outcome: it gets its record all the same (CALL-07)
                Close(e, at);
                break;
        }
    }

    private void Open(Effect.OpenTicket opened, DateTimeOffset at) =>
        writes.TryWrite(
            new WriteItem.Draft(TicketOpenings.Of(city.Tenant, opened.Ticket, opened.Call, opened.Agent, opened.Dialled, opened.Caller, at)));

    private void Close(Effect.CloseTicket closed, DateTimeOffset at) => writes.TryWrite(new WriteItem.Closing(
        TicketOpenings.Of(city.Tenant, closed.Ticket, closed.Call, null, closed.Dialled, closed.Caller, at),
        Text.Of($"closed.{closed.Because}", SubjectOf(closed))));

    private string SubjectOf(Effect.CloseTicket closed) => closed.Because == ClosedBecause.HandedToParty
        ? city.Parties.FirstOrDefault(p => p.Target == closed.Subject)?.Name ?? closed.Subject
        : closed.Subject;
}
