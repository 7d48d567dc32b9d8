using System.Data.Common;
using Hotline.AgentHub.Config;
using Hotline.AgentHub.Notices;
using Hotline.Persistence;
using Hotline.Routing;
using Hotline.Tickets;
using Hotline.Tickets.Deadlines;
using Hotline.Tickets.Loop;
using Hotline.Tickets.Notices;
using Hotline.Upkeep;

namespace Hotline.AgentHub.Cases;

/// <summary>
/// What is to be done about clocks by themselves: desks are warned before the end, what is late is marked, who did not rate is rated by default
/// (REV-04). Late, or twice, or after two days without a server: the longest due first, each end once; a warning whose time is over is not told any
/// more where the end itself is.
/// </summary>
internal sealed partial class CaseSweep(
    CaseStore cases, TicketCommands commands, CityLoop rules, NoticeWriter writer, CityConfiguration city, ServiceFaults faults,
    ILogger<CaseSweep> log)
{
    private const int AtOnce = 100;

    /// <summary>What the rules do not do yet (an extension waits for its decision, who complained is not closed) is tried again then.</summary>
    private static readonly TimeSpan TryAgainAfter = TimeSpan.FromMinutes(10);

    /// <summary>Looks after all clocks that are due by now.</summary>
    /// <returns>How many there were.</returns>
    public async Task<int> RunAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        for (var all = 0; ;)
        {
            var due = await cases.DueAsync(city.Tenant, now, AtOnce, cancellationToken);
            foreach (var row in due)
            {
                await TryAsync(row, now, cancellationToken);
            }
            all += due.Count;
            if (due.Count < AtOnce)
            {
                return all;
            }
        }
    }

    /// <summary>A case that cannot be read keeps no other's clocks back.</summary>
    private async Task TryAsync(CaseTimerRow row, DateTimeOffset now, CancellationToken cancellationToken)
    {
        try
        {
            await LookAfterAsync(row, now, cancellationToken);
        }
        catch (Exception e) when (e is not (OperationCanceledException or DbException))
        {
            faults.Note(nameof(CaseSweep));
            LogNotLookedAfter(row.TicketId, row.Timer, e);
            await cases.TellAsync(Moved(row, now + TryAgainAfter, row.WarnedAt), [], [], cancellationToken);
        }
    }

    private async Task LookAfterAsync(CaseTimerRow row, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var timer = Code.Parse<DeadlineTimer>(row.Timer);
        if (await cases.LoadAsync(new TicketId(row.TicketId), rules, cancellationToken) is not { } subject
            || CaseTimers.Running(subject, rules.Clock).FirstOrDefault(r => r.Timer == timer
                && (r.Task ?? 0) == row.TaskNo) is not { Due: { } due } running)
        {
            await cases.TellAsync(Moved(row, null, now), [], [], cancellationToken);
            return;
        }
        if (now <= due)
        {
            var next = NextOf(subject, running, now);
            var at = row.NextAt ?? now;
            await cases.TellAsync(Moved(row, next, now), [Notice(subject, running, NoticeSteps.Warn, at)],
                writer.OfClock(subject, running, overdue: false, at), cancellationToken);
            return;
        }
        var done = await ActAsync(subject, running, due, now, cancellationToken);
        var silent = timer is DeadlineTimer.Return or DeadlineTimer.Rating;
        await cases.TellAsync(done ? Moved(row, null, now) : Moved(row, now + TryAgainAfter, row.WarnedAt),
            silent ? [] : [Notice(subject, running, NoticeSteps.Overdue, due)], silent ? [] : writer.OfClock(subject, running, overdue: true, due),
            cancellationToken);
    }

    private DateTimeOffset? NextOf(TicketCase subject, CaseTimer running, DateTimeOffset now) =>
        rules.WarnsAt(subject, running).Where(warn => warn > now && warn < running.Due).Append(running.Due!.Value).Min();

    /// <summary>What the rules do at the end of a clock.</summary>
    /// <returns>False where they do it later.</returns>
    private async Task<bool> ActAsync(TicketCase subject, CaseTimer running, DateTimeOffset due, DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        // The same end, however often it is come to, is the same wish.
        var wish = Invariant($"{Code.Of(running.Timer)}/{running.Task ?? 0}/{subject.Round}/{due.ToUnixTimeMilliseconds()}");
        LoopCommand? command = running.Timer switch
        {
            DeadlineTimer.Rating => new RateByDefault(TicketActor.System, wish),
            DeadlineTimer.Revisit or DeadlineTimer.Return or DeadlineTimer.Correction => null,
            _ => new NoteOverdue(TicketActor.System, wish, running.Timer, running.Task ?? 0),
        };
        return command is null || await commands.DoAsync(
            new CaseWish(subject.Ticket.Id, (_, _) => command, [], null, _ => true, rules, now, ""), cancellationToken) switch
            {
                CaseAnswer.Done => true,
                CaseAnswer.Refused { Why.Code: LoopRefusal.AlreadyMarked or LoopRefusal.NotInThisState } => true,
                _ => false,
            };
    }

    private static CaseNoticeRow Notice(TicketCase subject, CaseTimer running, string kind, DateTimeOffset at) => new()
    {
        TicketId = subject.Ticket.Id,
        Tenant = subject.Ticket.Tenant,
        Unit = running.Task is { } no ? subject.Assignments[no - 1].Unit : "",
        Topic = kind,
        What = Code.Of(running.Timer),
        At = at,
        DueAt = running.Due,
    };

    private static CaseTimerRow Moved(CaseTimerRow row, DateTimeOffset? next, DateTimeOffset? warned) => new()
    {
        TicketId = row.TicketId,
        Timer = row.Timer,
        TaskNo = row.TaskNo,
        DueAt = row.DueAt,
        NextAt = next,
        WarnedAt = warned,
    };

    [LoggerMessage(1, LogLevel.Error, "The clock {Timer} of ticket {Ticket} cannot be looked after; it is tried again later")]
    private partial void LogNotLookedAfter(string ticket, string timer, Exception e);
}
