using System.Data.Common;
using Hotline.AgentHub.Deadlines;
using Hotline.Upkeep;

namespace Hotline.AgentHub.WorkingDays;

/// <summary>Counts the clocks again for each change of the calendar (<see cref="CalendarRecount"/>), one change after the other.</summary>
internal sealed class CalendarJob(CalendarRecount recount, LiveCalendar calendar, TimeProvider time, ServiceFaults faults, ILogger<CalendarJob> log)
    : SteadyService(time, faults, log)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    protected override async Task RunAsync(CancellationToken stoppingToken)
    {
        using var pause = new PeriodicTimer(Pause, Time);
        do
        {
            try
            {
                while (calendar.Unfinished is { } change)
                {
                    await recount.RunAsync(change, stoppingToken);
                }
            }
            catch (DbException)
            {
                // The database is away, which others say; what is left is counted when it is back.
            }
        }
        while (await pause.WaitForNextTickAsync(stoppingToken));
    }
}
