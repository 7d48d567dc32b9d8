using System.Data.Common;
using Hotline.Upkeep;

namespace Hotline.AgentHub.Duty;

/// <summary>Lets the ringer of duty phones work whenever there is news, and looks at its clocks every second, day and night (URG-05).</summary>
internal sealed class DutyJob(DutyRinger ringer, DutyInbox inbox, TimeProvider time, ServiceFaults faults, ILogger<DutyJob> log)
    : SteadyService(time, faults, log)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    protected override async Task RunAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            try
            {
                await ringer.StepAsync(stoppingToken);
                await inbox.WaitAsync(Pause, Time, stoppingToken);
            }
            catch (DbException)
            {
                await Task.Delay(Pause, Time, stoppingToken); // the database is away, which others say; what is due stays so
            }
        }
    }
}
