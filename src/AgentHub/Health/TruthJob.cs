using System.Data.Common;
using Hotline.AgentHub.Config;
using Hotline.Exchange;
using Hotline.Persistence;
using Hotline.Routing;
using Hotline.Telephony;
using Hotline.Upkeep;

namespace Hotline.AgentHub.Health;

/// <summary>
/// The watchdog of truth: every minute the floor, ARI's and the manager's lists, the phones' registrations and the open rows of the
/// ledger are laid side by side (CEL is laid beside the ledger by <see cref="LedgerAuditJob"/>). What differs is mended and counted.
/// </summary>
public sealed partial class TruthJob(
    AsteriskOptions asterisk, CityConfiguration city, NodeCensus census, FloorLoop loop, CallLedger ledger, WriteBehind writes, TruthBook book,
    SteadyClock clock, TimeProvider time,
    ServiceFaults faults, ILogger<TruthJob> log)
    : SteadyService(time, faults, log)
{
    private static readonly TimeSpan UsualInterval = TimeSpan.FromSeconds(60);

    /// <summary>Between the two looks: longer than any event or command is on its way.</summary>
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(5);

    /// <summary>A row may be on its way to the database for so long.</summary>
    private static readonly TimeSpan RowsPatience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan BacklogLimit = TimeSpan.FromSeconds(5);
    private readonly NodeId _node = new(asterisk.Node);

    protected override async Task RunAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(asterisk.TruthSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : UsualInterval, Time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await LookAsync(stoppingToken);
        }
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (await SideAsync(cancellationToken) is not { } before)
            {
                return; // Asterisk is away: all of it is compared when it is back.
            }
            var first = await census.TakeAsync(cancellationToken);
            await Task.Delay(Between, Time, cancellationToken);
            var second = await census.TakeAsync(cancellationToken);
            if (await SideAsync(cancellationToken) is not { } after)
            {
                return;
            }
            await MendAsync(TruthComparison.Of(_node, before, first, second, after), cancellationToken);
            Note(Difference.Lists, TruthComparison.ListsDiffer(first, second));
            foreach (var bridge in first.OrphanBridges.Intersect(second.OrphanBridges))
            {
                Note(Difference.Bridge, 1);
                await census.RemoveBridgeAsync(bridge, cancellationToken);
            }
            await CloseRowsAsync(first, second, cancellationToken);
            book.Looked(clock.Now);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or TimeoutException or DbException
            || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            LogLater(e.Message);
        }
    }

    /// <summary>The floor's side; null while the node is away.</summary>
    private Task<TruthComparison.FloorSide?> SideAsync(CancellationToken cancellationToken) => loop.ReadAsync(
        floor => floor.NodeIsUp(_node)
            ? new TruthComparison.FloorSide(floor.Legs.ToHashSet(), floor.Agents.Values.Where(a => a.Phone.Node == _node)
                .ToDictionary(a => a.Phone.Endpoint, a => a.PhoneRegistered))
            : null,
        cancellationToken);

    private async Task MendAsync(Input.TruthDiffered differed, CancellationToken cancellationToken)
    {
        if (differed.Gone.Count + differed.Unknown.Count + differed.Phones.Count == 0)
        {
            return;
        }
        Note(Difference.LegGone, differed.Gone.Count);
        Note(Difference.LegUnknown, differed.Unknown.Count);
        Note(Difference.PhoneState, differed.Phones.Count);
        await loop.PostAsync(differed, cancellationToken);
    }

    /// <summary>Rows without an end whose call neither the floor nor Asterisk has: forgotten with a torn journal, gone before we were back.</summary>
    private async Task CloseRowsAsync(Census first, Census second, CancellationToken cancellationToken)
    {
        if (!await writes.IsWrittenAsync(BacklogLimit, cancellationToken)
            || await ledger.UnfinishedAsync(cancellationToken) is not { Count: > 0 } open)
        {
            return; // none; or their ends are on their way
        }
        var live = await loop.ReadAsync(floor => floor.Calls.Keys.ToHashSet(), cancellationToken);
        foreach (var row in open.Where(r => r.Node == asterisk.Node && r.InvitedAt < clock.Now - RowsPatience && !live.Contains(new CallId(r.CallId))
            && !first.Managed.Contains(r.LinkedId) && !second.Managed.Contains(r.LinkedId)))
        {
            if (await ledger.CloseAsync(new CallId(row.CallId), clock.Now, cancellationToken))
            {
                Note(Difference.LedgerOpen, 1);
            }
        }
    }

    private void Note(Difference difference, int count)
    {
        book.Note(city.DateAt(clock.Now), difference, count);
        if (count > 0)
        {
            LogDiffered(difference, count);
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "The books differed and were made to agree: {Difference}, {Count} times")]
    private partial void LogDiffered(Difference difference, int count);

    [LoggerMessage(2, LogLevel.Information, "The books are compared later: {Reason}")]
    private partial void LogLater(string reason);
}
