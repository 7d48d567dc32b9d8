using Hotline.AgentHub.People;
using Hotline.Exchange;
using Hotline.Persistence;
using Hotline.Upkeep;

namespace Hotline.AgentHub.Screens;

/// <summary>Desks are told at once when the database goes and when it is back, also where nothing else happens.</summary>
internal sealed class DatabaseNotice(
    WriteBehind writes, AgentDirectory directory, DeskFeed feed, FloorLoop loop, SteadyClock clock, TimeProvider time, ServiceFaults faults,
    ILogger<DatabaseNotice> log)
    : SteadyService(time, faults, log)
{
    protected override async Task RunAsync(CancellationToken stoppingToken)
    {
        await directory.Loaded.WaitAsync(stoppingToken);
        while (true)
        {
            var change = writes.HealthChanged; // taken before the look: what changes during it is shown next
            await ShowAsync(stoppingToken);
            await change.WaitAsync(stoppingToken);
        }
    }

    private async Task ShowAsync(CancellationToken cancellationToken) => await loop.ReadAsync(
        floor =>
        {
            feed.ShowAll(floor, clock.Now);
            return true;
        },
        cancellationToken);
}
