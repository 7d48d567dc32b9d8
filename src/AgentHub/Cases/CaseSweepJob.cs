using System.Data.Common;
using Hotline.Exchange;
using Hotline.Upkeep;

namespace Hotline.AgentHub.Cases;

/// <summary>Looks after the clocks of cases (<see cref="CaseSweep"/>), twice a minute: a limit may be an hour (URG-05).</summary>
internal sealed class CaseSweepJob(CaseSweep sweep, SteadyClock clock, TimeProvider time, ServiceFaults faults, ILogger<CaseSweepJob> log)
    : SteadyService(time, faults, log)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    protected override async Task RunAsync(CancellationToken stoppingToken)
    {
        using var pause = new PeriodicTimer(Pause, Time);
        do
        {
            try
            {
                await sweep.RunAsync(clock.Now, stoppingToken);
            }
            catch (DbException)
            {
                // The database is away, which others say; what is due stays so.
            }
        }
        while (await pause.WaitForNextTickAsync(stoppingToken));
    }
}
