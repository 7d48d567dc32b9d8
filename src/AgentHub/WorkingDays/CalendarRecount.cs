using System.Data.Common;
using Hotline.AgentHub.Cases;
using Hotline.AgentHub.Config;
using Hotline.AgentHub.Deadlines;
using Hotline.AgentHub.Texts;
using Hotline.Exchange;
using Hotline.Persistence;
using Hotline.Routing;
using Hotline.Tickets;
using Hotline.Tickets.Calendar;
using Hotline.Tickets.Loop;
using Hotline.Upkeep;

namespace Hotline.AgentHub.WorkingDays;

/// <summary>
/// Counts the clocks of all cases again for a change of the calendar, in batches in the order of their ids. How far it came stands with the
/// change, so that a restart goes on from there; a case that was counted in a batch that is done once more is not counted twice.
/// </summary>
internal sealed partial class CalendarRecount(
    CaseStore cases, TicketCommands commands, CityLoop rules, CalendarStore store, LiveCalendar calendar, CityConfiguration city, SteadyClock clock,
    ServiceFaults faults, ILogger<CalendarRecount> log)
{
    private const int AtOnce = 100;
    private const int ExamplesMax = 10;
    private const int TriesMax = 5;

    /// <summary>What a change would do to the cases as they stand. Nothing is written.</summary>
    public async Task<(int Cases, int Moved, int Late, IReadOnlyList<CalendarExample> Examples)> TryAsync(
        HolidayBook book, CancellationToken cancellationToken)
    {
        var (all, moved, late, now) = (0, 0, 0, clock.Now);
        List<CalendarExample> examples = [];
        var counting = rules.ClockOf(book);
        await foreach (var running in AllAsync("", cancellationToken))
        {
            all++;
            var timers = CaseRecount.Moved(running.Clocks, running.Case, counting);
            moved += timers.Count > 0 ? 1 : 0;
            late += timers.Any(timer => timer.After < now && !(timer.Before < now)) ? 1 : 0;
            examples.AddRange(timers.Take(ExamplesMax - examples.Count).Select(timer => new CalendarExample(
                running.Case.Ticket.Number ?? "", Text.Of("deadline.timer." + timer.Timer), timer.Before, timer.After)));
        }
        return (all, moved, late, examples);
    }

    /// <summary>Counts what is left to count for a change.</summary>
    public async Task RunAsync(CalendarChangeRow change, CancellationToken cancellationToken)
    {
        for (var row = change; row.DoneAt is null;)
        {
            var batch = await cases.RunningAsync(city.Tenant, row.CountedTo ?? "", AtOnce, cancellationToken);
            var moved = 0;
            foreach (var lost in batch.Unreadable)
            {
                faults.Note(nameof(CalendarRecount));
                LogNotCounted(lost, row.ChangeNo, null);
            }
            foreach (var running in batch.Cases)
            {
                moved += await TryOneAsync(running, row, cancellationToken) ? 1 : 0;
            }
            row = row with
            {
                CountedTo = batch.Last ?? row.CountedTo,
                Counted = row.Counted + batch.Cases.Count,
                Moved = row.Moved + moved,
                DoneAt = batch.Last is null ? clock.Now : null,
            };
            await store.CountedAsync(row, cancellationToken);
            await calendar.ReadAsync(cancellationToken);
        }
    }

    /// <summary>A case that cannot be counted keeps no other back; its clocks are counted with its next command.</summary>
    private async Task<bool> TryOneAsync(RunningCase running, CalendarChangeRow change, CancellationToken cancellationToken)
    {
        try
        {
            return await OneAsync(running, change, cancellationToken);
        }
        catch (Exception e) when (e is not (OperationCanceledException or DbException))
        {
            faults.Note(nameof(CalendarRecount));
            LogNotCounted(running.Case.Ticket.Id, change.ChangeNo, e);
            return false;
        }
    }

    private async Task<bool> OneAsync(RunningCase running, CalendarChangeRow change, CancellationToken cancellationToken)
    {
        var wish = Invariant($"calendar/{change.ChangeNo}");
        var id = running.Case.Ticket.Id;
        for (var tries = 0; tries < TriesMax; tries++)
        {
            if (running.Case.Wishes.Any(granted => granted.Wish == wish))
            {
                return true;
            }
            if (CaseRecount.Moved(running.Clocks, running.Case, rules.Clock).Count == 0)
            {
                return false;
            }
            RecountDeadlines command = new(
                TicketActor.System, wish, running.Clocks, Text.Of("calendar.step", change.ChangeNo, change.Reason))
            {
                Seen = running.Case.Ticket.Version,
            };
            var answer = await commands.DoAsync(
                new CaseWish(id, (_, _) => command, [], null, _ => true, rules, clock.Now, ""), cancellationToken);
            if (answer is not CaseAnswer.Stale)
            {
                return answer is CaseAnswer.Done;
            }
            // Somebody did something with it in between, and its clocks were counted with that: it is looked at once more.
            if (await cases.RunningOfAsync(new TicketId(id), cancellationToken) is not { } again)
            {
                return false;
            }
            running = again;
        }
        return false;
    }

    private async IAsyncEnumerable<RunningCase> AllAsync(
        string after, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var from = after; ;)
        {
            var batch = await cases.RunningAsync(city.Tenant, from, AtOnce, cancellationToken);
            foreach (var running in batch.Cases)
            {
                yield return running;
            }
            if (batch.Last is not { } last)
            {
                yield break;
            }
            from = last;
        }
    }

    [LoggerMessage(1, LogLevel.Error, "The clocks of ticket {Ticket} cannot be counted again for change {Change} of the calendar")]
    private partial void LogNotCounted(string ticket, int change, Exception? e);
}
