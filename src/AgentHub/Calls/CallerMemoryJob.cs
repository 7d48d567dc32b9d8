using System.Data.Common;
using Hotline.AgentHub.Config;
using Hotline.Exchange;
using Hotline.Persistence;
using Hotline.Routing;
using Hotline.Routing.Numbers;
using Hotline.Upkeep;

namespace Hotline.AgentHub.Calls;

/// <summary>
/// After a start: who had whom in the last days, and who gave up his place in the last minutes, from the ledger. No call waits for it; nothing
/// is read that the city does not ask for.
/// </summary>
public sealed partial class CallerMemoryJob(
    CityConfiguration city, CallLedger ledger, CallerMemory memory, FloorLoop loop, SteadyClock clock, TimeProvider time, ServiceFaults faults,
    ILogger<CallerMemoryJob> log)
    : SteadyService(time, faults, log)
{
    private static readonly TimeSpan TryAgainAfter = TimeSpan.FromSeconds(10);

    protected override async Task RunAsync(CancellationToken stoppingToken)
    {
        if (!PrefersHandlers && city.Settings.PlaceKeptFor == TimeSpan.Zero)
        {
            return;
        }
        while (!await LoadAsync(stoppingToken))
        {
            await Task.Delay(TryAgainAfter, Time, stoppingToken);
        }
    }

    private bool PrefersHandlers => city.Numbers.Policies.Any(p => p.Plan.Steps.Any(s => s.Order == ChoiceOrder.PreviousHandler));

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        try
        {
            var handlers = PrefersHandlers
                ? await ledger.HandlersSinceAsync(city.Tenant, clock.Now - city.Settings.RepeatMatterSpan, CallerHandlers.CallersMax,
                    cancellationToken) : [];
            var gaveUp = city.Settings.PlaceKeptFor > TimeSpan.Zero
                ? await ledger.GaveUpSinceAsync(city.Tenant, clock.Now - city.Settings.PlaceKeptFor, cancellationToken) : [];
            await loop.ReadAsync(
                _ =>
                {
                    memory.Load(handlers.Select(h => (h.Caller, new AgentId(h.AgentId), h.EndedAt)),
                        gaveUp.Select(g => (g.Caller, g.QueuedAt, g.EndedAt)));
                    return handlers.Count;
                },
                cancellationToken);
            LogLoaded(handlers.Count);
            return true;
        }
        catch (Exception e) when (e is DbException or TimeoutException)
        {
            LogLater(e.Message);
            return false;
        }
    }

    [LoggerMessage(1, LogLevel.Information, "{Count} callers of the last days are remembered")]
    private partial void LogLoaded(int count);

    [LoggerMessage(2, LogLevel.Warning, "The callers of the last days are read later: {Reason}")]
    private partial void LogLater(string reason);
}
