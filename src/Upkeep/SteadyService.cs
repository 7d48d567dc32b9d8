using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Hotline.Upkeep;

/// <summary>
/// A service that nothing ends but the server's stop. Whatever it stumbles over (a listing that is no JSON, a row that nobody thought of,
/// a fault of ours) is counted and logged, and it begins again after a pause: no job beside the calls may end the server, and none may
/// fall asleep unseen.
/// </summary>
/// <remarks>The call loop alone is none of these: a floor that broke cannot be trusted, so it does end the server (docs/survival.md).</remarks>
/// <param name="time">The clock of the pauses.</param>
/// <param name="faults">Where falls are counted.</param>
/// <param name="log">Of the service.</param>
public abstract partial class SteadyService(TimeProvider time, ServiceFaults faults, ILogger log) : BackgroundService
{
    private static readonly TimeSpan[] Pauses =
        [TimeSpan.FromMilliseconds(100), TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(5)];

    /// <summary>Who lived so long begins again without a pause to speak of.</summary>
    private static readonly TimeSpan SteadyAfter = TimeSpan.FromMinutes(1);

    private readonly ILogger _log = log;

    protected TimeProvider Time { get; } = time;

    /// <summary>The name under which falls are counted.</summary>
    public string Name => GetType().Name;

    /// <summary>The service's work, from its beginning. Returns when there is nothing left to do; may throw anything.</summary>
    protected abstract Task RunAsync(CancellationToken stoppingToken);

    /// <summary>What is left to do when no run follows any more.</summary>
    protected virtual Task LeaveAsync() => Task.CompletedTask;

    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await RunAgainAndAgainAsync(stoppingToken);
        }
        finally
        {
            await LeaveAsync();
        }
    }

    private async Task RunAgainAndAgainAsync(CancellationToken stoppingToken)
    {
        for (var falls = 0; ; falls++)
        {
            var began = Time.GetTimestamp();
            try
            {
                await RunAsync(stoppingToken);
                return;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return; // A stop is not an error.
            }
#pragma warning disable CA1031 // This is the one place: what falls here is told and begins again.
            catch (Exception e)
#pragma warning restore CA1031
            {
                faults.Note(Name);
                falls = Time.GetElapsedTime(began) > SteadyAfter ? 0 : falls;
                LogFell(Name, Pauses[Math.Min(falls, Pauses.Length - 1)], e);
            }
            try
            {
                await Task.Delay(Pauses[Math.Min(falls, Pauses.Length - 1)], Time, stoppingToken);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    [LoggerMessage(900, LogLevel.Error, "{Service} fell and begins again in {Pause}")]
    private partial void LogFell(string service, TimeSpan pause, Exception e);
}
