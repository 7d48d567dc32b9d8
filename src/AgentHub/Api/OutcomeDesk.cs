using Hotline.AgentHub.Auth;
using Hotline.AgentHub.Config;
using Hotline.AgentHub.Exchange;
using Hotline.Persistence;
using Hotline.Routing;
using Hotline.Tickets;

namespace Hotline.AgentHub.Api;

/// <summary>Records one of the four outcomes of a call (CALL-07): the ticket is decided and saved, then the floor is told.</summary>
internal sealed class OutcomeDesk(TicketAccess access, TicketStore tickets, CallLedger ledger, FloorLoop loop, CityConfiguration city, SteadyClock clock)
{
    public abstract record Result
    {
        public sealed record Done(Ticket Ticket) : Result;

        public sealed record Stale(Ticket Current) : Result;

        public sealed record Refused(TicketDecision.Refused Why) : Result;

        public sealed record NotFound : Result;

        public sealed record NotYours : Result;
    }

    public async Task<Result> RecordAsync(CallId call, OutcomeForm form, Person person, CancellationToken cancel)
    {
        if (await access.TicketOfAsync(call, ledger, cancel) is not { } id || await access.LoadAsync(id, person, cancel) is not { } ticket)
        {
            return new Result.NotFound();
        }
        if (!TicketAccess.MayWrite(ticket, person))
        {
            return new Result.NotYours();
        }
        if (!Enum.TryParse<OutcomeKind>(form.Outcome, ignoreCase: true, out var kind) || !Enum.IsDefined(kind))
        {
            return new Result.Refused(new TicketDecision.Refused("form", ["outcome"]));
        }
        if (ticket.Outcome == kind && ticket.State != TicketState.Draft)
        {
            return await TellAsync(call, ticket, form.Outcome, cancel); // the same wish again: the first answer again
        }
        if (form.Version != ticket.Version)
        {
            return new Result.Stale(ticket);
        }
        var command = new TicketCommand.RecordOutcome(kind, form.ToForm(), form.Summary, form.ReasonCode) { Who = person.Id.Value, Role = Roles.Agent };
        if (TicketRules.Decide(ticket, command, clock.Now) is not TicketDecision.Changed changed)
        {
            return new Result.Refused((TicketDecision.Refused)TicketRules.Decide(ticket, command, clock.Now));
        }
        var saved = changed.NeedsNumber
            ? await tickets.SaveNumberedAsync(changed.Ticket, ticket.Version, changed.Step, city.Tenant.Value, city.DateAt(clock.Now), TicketsApi.Channel, cancel)
            : await tickets.SaveAsync(changed.Ticket, ticket.Version, changed.Step, cancel);
        return saved switch
        {
            SaveResult.Saved s => await TellAsync(call, s.Ticket, form.Outcome, cancel),
            SaveResult.Conflict c => new Result.Stale(c.Current),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private async Task<Result> TellAsync(CallId call, Ticket ticket, string outcome, CancellationToken cancel)
    {
        await ledger.SetOutcomeAsync(call.Value, outcome, cancel);
        await loop.PostAsync(new Input.OutcomeRecorded(call, outcome), cancel);
        return new Result.Done(ticket);
    }
}
