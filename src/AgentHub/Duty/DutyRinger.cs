using System.Data.Common;
using Hotline.AgentHub.Config;
using Hotline.Exchange;
using Hotline.Persistence;
using Hotline.Routing;
using Hotline.Routing.Numbers;
using Hotline.Telephony;
using Hotline.Tickets;
using Hotline.Tickets.Duty;
using Hotline.Upkeep;

namespace Hotline.AgentHub.Duty;

/// <summary>
/// Rings the duty phones of units that have an urgent ticket (URG-03), at any hour of any day. It alone changes these calls, one fact after the
/// other: what is to be so is saved first, then done. So a server that ends in between has left either a call that Asterisk knows by its name, or
/// one that it does not know and that is rung again.
/// </summary>
internal sealed partial class DutyRinger(
    DutyCallStore store, CaseStore cases, ICaseRules rules, IDutyLines lines, DutyInbox inbox, CityConfiguration city, SteadyClock clock,
    ServiceFaults faults, ILogger<DutyRinger> log)
{
    /// <summary>Digits that are read of a ticket's number: its sequence of the day.</summary>
    private const int DigitsRead = 6;

    /// <summary>Where the list of numbers has no main one.</summary>
    private const string MainNumber = "12345";

    /// <summary>What could not be written yet: it is tried again before all others.</summary>
    private DutyWork? _held;

    /// <summary>
    /// The calls that were compared with a node's lines before the database went away in the middle: what they ring since is not among them.
    /// </summary>
    private readonly HashSet<(string Ticket, int Task)> _compared = [];

    /// <summary>Does what waits, then what is due.</summary>
    /// <exception cref="DbException">The database is away; nothing of it is forgotten.</exception>
    public async Task StepAsync(CancellationToken cancellationToken)
    {
        while (_held is not null || inbox.TryTake(out _held))
        {
            await TryAsync(_held, cancellationToken);
            _held = null;
        }
        if (!lines.Open)
        {
            return; // it is done when the node is back
        }
        var live = await store.LiveAsync(city.Tenant, cancellationToken);
        var free = city.Duty.Lines - live.Count(kept => kept.Call.Open is not null);
        foreach (var kept in live.TakeWhile(kept => kept.Call.NextAt <= clock.Now))
        {
            if (kept.Call is { IsLive: true, Open: null } && --free < 0)
            {
                continue; // a line for it is free later
            }
            var needed = !kept.Call.IsLive || await IsWantedAsync(kept.Call, cancellationToken);
            await ApplyAsync(kept, needed ? new DutyFact.Due() : new DutyFact.TaskSettled(), cancellationToken);
        }
    }

    private async Task TryAsync(DutyWork work, CancellationToken cancellationToken)
    {
        try
        {
            await DoAsync(work, cancellationToken);
        }
        catch (DbException e) when (work is DutyWork.Wish wish)
        {
            wish.Done.TrySetException(e); // whoever wishes it tries again himself
        }
        catch (Exception e) when (e is not (DbException or OperationCanceledException))
        {
            faults.Note(nameof(DutyRinger));
            LogPassedOver(work.GetType().Name, e); // one that nobody thought of must not keep the others from being rung
            (work as DutyWork.Wish)?.Done.TrySetException(e);
        }
    }

    private async Task DoAsync(DutyWork work, CancellationToken cancellationToken)
    {
        switch (work)
        {
            case DutyWork.Heard { News: DutyNews.NodeSeen seen }:
                await SeenAsync(seen.Lines, cancellationToken);
                break;
            case DutyWork.Heard { News: var news }:
                var (line, fact) = FactOf(news);
                if (await FindAsync(line.Ticket, line.Task, cancellationToken) is { } of)
                {
                    await ApplyAsync(of, fact, cancellationToken);
                }
                break;
            case DutyWork.Look look:
                foreach (var kept in await store.OfTicketAsync(look.Ticket, cancellationToken))
                {
                    if (kept.Call.IsLive && !await IsWantedAsync(kept.Call, cancellationToken))
                    {
                        await ApplyAsync(kept, new DutyFact.TaskSettled(), cancellationToken);
                    }
                }
                break;
            case DutyWork.Wish wish:
                var wished = await FindAsync(wish.Ticket, wish.Task, cancellationToken);
                wish.Done.TrySetResult(wished is { Call.IsLive: true } && await ApplyAsync(wished, wish.Fact, cancellationToken));
                break;
        }
    }

    /// <summary>After the server or Asterisk was away: what Asterisk has is true, what happened meanwhile nobody heard.</summary>
    private async Task SeenAsync(IReadOnlyList<(DutyLine Line, bool Up)> seen, CancellationToken cancellationToken)
    {
        var live = await store.LiveAsync(city.Tenant, cancellationToken);
        var byCall = seen.ToLookup(one => (one.Line.Ticket, one.Line.Task));
        foreach (var kept in live.Where(kept => !_compared.Contains((kept.Call.Ticket, kept.Call.Task))))
        {
            var key = (kept.Call.Ticket, kept.Call.Task);
            var own = byCall[key].ToDictionary(one => one.Line.Attempt, one => one.Up);
            await ApplyAsync(kept, new DutyFact.LinesSeen(own), cancellationToken);
            _compared.Add(key);
        }
        _compared.Clear();
        var known = live.Select(kept => (kept.Call.Ticket, kept.Call.Task)).ToHashSet();
        foreach (var (line, _) in seen.Where(one => !known.Contains((one.Line.Ticket, one.Line.Task))))
        {
            lines.HangUp(line);
        }
    }

    /// <summary>Saves what a fact makes of a call, then does it.</summary>
    /// <returns>False where somebody else changed the call meanwhile; nothing was done then.</returns>
    private async Task<bool> ApplyAsync(KeptDutyCall kept, DutyFact fact, CancellationToken cancellationToken)
    {
        List<DutyVerb> verbs = [];
        var now = clock.Now;
        var call = DutyRules.Apply(kept.Call, fact, now, city.Duty, verbs);
        if (call != kept.Call && !await store.SaveAsync(
            city.Tenant, call, kept.Version, [.. verbs.OfType<DutyVerb.Tell>().Select(tell => DutyNotices.Of(city.Tenant, call, tell.What, now))],
            cancellationToken))
        {
            LogChanged(call.Ticket, call.Task);
            return false;
        }
        verbs.ForEach(verb => Do(call, verb));
        return true;
    }

    private void Do(DutyCall call, DutyVerb verb)
    {
        DutyLine Line(int attempt) => new(call.Ticket, call.Task, attempt);
        switch (verb)
        {
            case DutyVerb.Ring ring:
                lines.Ring(Line(ring.Attempt), ring.Whom.Number, ring.Whom.Trunk, Shown(), city.Duty.Ring);
                break;
            case DutyVerb.Read read:
                var digits = call.Number[^Math.Min(DigitsRead, call.Number.Length)..];
                lines.Read(Line(read.Attempt), read.Reading, call.Urgency == Urgency.SpecialUrgent, digits);
                break;
            case DutyVerb.Thank thank:
                lines.Thank(Line(thank.Attempt), thank.Reading);
                break;
            case DutyVerb.HangUp hangUp:
                lines.HangUp(Line(hangUp.Attempt));
                break;
        }
    }

    /// <summary>The number under which the hotline calls: its main one of the day.</summary>
    private string Shown()
    {
        var day = city.DateAt(clock.Now);
        var main = city.Numbers.Policies.FirstOrDefault(policy => policy is { Mode: MergeMode.Main, List: "" } && policy.HoldsOn(day));
        return main?.Number ?? MainNumber;
    }

    private async Task<bool> IsWantedAsync(DutyCall call, CancellationToken cancellationToken) =>
        await cases.LoadAsync(new TicketId(call.Ticket), rules, cancellationToken) is { } subject
        && DutyCall.Wanted(subject).Any(task => task.No == call.Task);

    private async Task<KeptDutyCall?> FindAsync(string ticket, int task, CancellationToken cancellationToken) =>
        (await store.OfTicketAsync(ticket, cancellationToken)).FirstOrDefault(kept => kept.Call.Task == task);

    private static (DutyLine Line, DutyFact Fact) FactOf(DutyNews news) => news switch
    {
        DutyNews.Answered n => (n.Line, new DutyFact.Answered(n.Line.Attempt)),
        DutyNews.ReadingEnded n => (n.Line, new DutyFact.ReadingEnded(n.Line.Attempt, n.Reading)),
        DutyNews.KeyPressed n => (n.Line, new DutyFact.KeyPressed(n.Line.Attempt, n.Key)),
        DutyNews.Ended n => (n.Line, new DutyFact.LineEnded(n.Line.Attempt, n.End switch
        {
            DutyLineEnd.Busy => DutyResult.Busy,
            DutyLineEnd.Refused => DutyResult.Refused,
            DutyLineEnd.NoAnswer => DutyResult.NoAnswer,
            _ => DutyResult.Failed,
        })),
        _ => throw new System.Diagnostics.UnreachableException($"{news}"),
    };

    [LoggerMessage(1, LogLevel.Error, "{Work} about duty phones is passed over")]
    private partial void LogPassedOver(string work, Exception e);

    [LoggerMessage(2, LogLevel.Warning, "Another server rings the duty phones of ticket {Ticket}, task {Task}")]
    private partial void LogChanged(string ticket, int task);
}
