using System.Data.Common;
using Hotline.AgentHub.Auth;
using Hotline.AgentHub.Config;
using Hotline.Exchange;
using Hotline.Persistence;
using Hotline.Routing;
using Hotline.Tickets;

namespace Hotline.AgentHub.Tickets;

/// <summary>
/// What people do with tickets: each command goes the one way (<see cref="TicketCommands"/>), and the floor hears of an outcome at once.
/// </summary>
internal sealed class TicketDesk(
    TicketAccess access, TicketCommands commands, Outbox outbox, TicketStore tickets, CallLedger ledger, FloorLoop loop, Sights sights,
    ICaseRules rules, CityConfiguration city, SteadyClock clock)
{
    /// <summary>Does one command on a ticket, for a person.</summary>
    public async Task<TicketAnswer> DoAsync(string id, int version, TicketCommand command, Person person, string address,
        CancellationToken cancellationToken)
    {
        // The draft's first writing may be on its way still.
        if (await access.LoadAsync(id, person, cancellationToken) is null)
        {
            return new TicketAnswer.NotFound();
        }
        var now = clock.Now;
        var sight = await sights.OfAsync(person, cancellationToken);
        return await commands.DoAsync(new TicketWish(id, version, command, sight, now, city.DateAt(now), address)
        {
            Birth = rules,
        }, cancellationToken);
    }

    /// <summary>Records one of the outcomes of a call (CALL-07): the ticket is decided and saved, then the floor is told.</summary>
    public async Task<TicketAnswer> RecordAsync(
        CallId call, int version, TicketCommand.RecordOutcome command, Person person, string address, CancellationToken cancellationToken)
    {
        if (await access.TicketOfAsync(call, ledger, cancellationToken) is not { } id)
        {
            return new TicketAnswer.NotFound();
        }
        var answer = await DoAsync(id, version, command, person, address, cancellationToken);
        if (answer is TicketAnswer.Done { Ticket: var saved })
        {
            await TellAtOnceAsync(saved, cancellationToken);
        }
        return answer;
    }

    /// <summary>
    /// Ends a call's draft in favour of the ticket that its matter had already (补充, 催办); both are decided and saved at once, then the floor
    /// is told as of any outcome.
    /// </summary>
    public async Task<TicketAnswer> FollowUpAsync(CallId call, int version, TicketCommand.RecordOutcome draft, CallOutcome.FollowUp followUp,
        int earlierVersion, Person person, string address, CancellationToken cancellationToken)
    {
        if (await access.TicketOfAsync(call, ledger, cancellationToken) is not { } id
            || await access.LoadAsync(id, person, cancellationToken) is null)
        {
            return new TicketAnswer.NotFound();
        }
        var (now, sight) = (clock.Now, await sights.OfAsync(person, cancellationToken));
        var earlier = new TicketCommand.FollowUp(draft.By, followUp.How, call.Value, followUp.Words);
        var answer = await commands.FollowUpAsync(
            new TicketWish(id, version, draft, sight, now, city.DateAt(now), address),
            new TicketWish(followUp.Earlier, earlierVersion, earlier, sight, now, city.DateAt(now), address), cancellationToken);
        if (answer is TicketAnswer.Done { Ticket: var saved })
        {
            await TellAtOnceAsync(saved, cancellationToken);
        }
        return answer;
    }

    /// <summary>
    /// Tells the floor of an outcome that is on record and that it does not know: it forgot it with a journal, or never heard of it. The
    /// database is the truth about tickets.
    /// </summary>
    /// <returns>False where none is on record.</returns>
    public async Task<bool> RemindAsync(CallId call, CancellationToken cancellationToken) =>
        await access.TicketOfAsync(call, ledger, cancellationToken) is { } id
        && await tickets.LoadAsync(new TicketId(id), cancellationToken) is { } ticket
        && await TellAsync(ticket, cancellationToken);

    // Where this server ends before it comes to it, the outbox tells the floor after the next start.
    private async Task TellAtOnceAsync(Ticket saved, CancellationToken cancellationToken)
    {
        await TellAsync(saved, cancellationToken);
        try
        {
            await outbox.DoneAsync(Outbox.Floor, saved.Id, saved.LastStep, cancellationToken);
        }
        catch (DbException)
        {
            // Then the floor is told once more, which changes nothing.
        }
    }

    /// <summary>Tells the floor what became of the call that a ticket was opened for.</summary>
    /// <returns>False where there is nothing to tell.</returns>
    public async Task<bool> TellAsync(Ticket ticket, CancellationToken cancellationToken)
    {
        if (ticket is not { CallId: { } call, Outcome: { } outcome, State: not TicketState.Draft })
        {
            return false;
        }
        await loop.PostAsync(new Input.OutcomeRecorded(new CallId(call), Code.Of(outcome)), cancellationToken);
        return true;
    }
}
