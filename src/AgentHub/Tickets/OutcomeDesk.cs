using Hotline.AgentHub.Auth;
using Hotline.AgentHub.Config;
using Hotline.Exchange;
using Hotline.Persistence;
using Hotline.Routing;
using Hotline.Tickets;

namespace Hotline.AgentHub.Tickets;

/// <summary>Records one of the outcomes of a call (CALL-07): the ticket is decided and saved, then the floor is told.</summary>
internal sealed class OutcomeDesk(TicketAccess access, TicketStore tickets, CallLedger ledger, FloorLoop loop, CityConfiguration city, SteadyClock clock)
{
    public abstract record Result
    {
        public sealed record Done(Ticket Ticket) : Result;

        public sealed record Stale(Ticket Current) : Result;

        public sealed record Refused(TicketDecision.Refused Why) : Result;

        public sealed record NotFound : Result;
    }

    public async Task<Result> RecordAsync(CallId call, OutcomeForm form, Person person, CancellationToken cancel)
    {
        if (await access.TicketOfAsync(call, ledger, cancel) is not { } id || await access.LoadAsync(id, person, cancel) is not { } ticket)
        {
            return new Result.NotFound();
        }
        if (form.ToOutcome() is not { Kind: var kind } outcome)
        {
            return new Result.Refused(new TicketDecision.Refused(TicketRefusal.FieldsMissing, [TicketField.Outcome]));
        }
        var filled = form.ToForm();
        if (TicketRules.Holds(ticket, filled, outcome))
        {
            return await TellAsync(call, ticket, kind, cancel); // the same wish again: the first answer again
        }
        if (form.Version != ticket.Version)
        {
            return new Result.Stale(ticket);
        }
        var command = new TicketCommand.RecordOutcome(person.ToActor(), filled, outcome);
        var decision = TicketRules.Decide(ticket, command, clock.Now);
        if (decision is not TicketDecision.Changed changed)
        {
            return new Result.Refused((TicketDecision.Refused)decision);
        }
        var saved = TicketRules.HasNumber(changed.Ticket.State)
            ? await tickets.AcceptAsync(changed, city.DateAt(clock.Now), cancel)
            : await tickets.SaveAsync(changed, cancel);
        return saved switch
        {
            SaveResult.Saved s => await TellAsync(call, s.Ticket, kind, cancel),
            SaveResult.Conflict c => new Result.Stale(c.Current),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>
    /// Tells the floor of an outcome that is on record and that it does not know: it forgot it with a journal, or never heard of it. The
    /// database is the truth about tickets.
    /// </summary>
    /// <returns>False where none is on record.</returns>
    public async Task<bool> RemindAsync(CallId call, CancellationToken cancel)
    {
        if (await access.TicketOfAsync(call, ledger, cancel) is not { } id
            || await tickets.LoadAsync(new TicketId(id), cancel) is not { Outcome: { } kind, State: not TicketState.Draft } ticket)
        {
            return false;
        }
        await TellAsync(call, ticket, kind, cancel);
        return true;
    }

    private async Task<Result> TellAsync(CallId call, Ticket ticket, OutcomeKind outcome, CancellationToken cancel)
    {
        await ledger.SetOutcomeAsync(call, outcome, cancel);
        await loop.PostAsync(new Input.OutcomeRecorded(call, Code.Of(outcome)), cancel);
        return new Result.Done(ticket);
    }
}
