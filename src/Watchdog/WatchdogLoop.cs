using Hotline.Telephony.Ami;
using Microsoft.Extensions.Logging;

namespace Hotline.Watchdog;

/// <summary>
/// Looks every second. While the server is there it does nothing; when it is gone it moves those who wait to Asterisk's own
/// queue, since a channel in Stasis without its application would wait for ever.
/// </summary>
internal sealed partial class WatchdogLoop(
    Func<CancellationToken, Task<bool>> there, AsteriskChannels channels, TimeProvider time, ILogger<WatchdogLoop> log)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);
    private DateTimeOffset? _goneSince;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var absence = new Absence(time.GetUtcNow());
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            var seen = await there(cancellationToken);
            Tell(absence.Look(time.GetUtcNow(), seen));
            if (_goneSince is { } since)
            {
                await MoveWaitingAsync(since, cancellationToken);
            }
        }
        while (await timer.WaitForNextTickAsync(cancellationToken));
    }

    private async Task MoveWaitingAsync(DateTimeOffset goneSince, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var move in FallbackPlan.Of(await channels.ListAsync(cancellationToken), goneSince))
            {
                LogMoved(move.Channel, await channels.MoveAsync(move, cancellationToken) ? "moved" : "gone meanwhile");
            }
        }
        catch (Exception e) when (e is IOException or TimeoutException)
        {
            LogAsteriskAway(e.Message); // looked at again in a second
        }
    }

    private void Tell(DateTimeOffset? goneSince)
    {
        if (goneSince is not null && _goneSince is null)
        {
            LogGone();
        }
        else if (goneSince is null && _goneSince is not null)
        {
            LogBack();
        }
        _goneSince = goneSince;
    }

    [LoggerMessage(1, LogLevel.Warning, "The server is gone: callers who wait go to the fallback queue")]
    private partial void LogGone();

    [LoggerMessage(2, LogLevel.Information, "The server is back")]
    private partial void LogBack();

    [LoggerMessage(3, LogLevel.Information, "Caller {Channel} to the fallback queue: {Result}")]
    private partial void LogMoved(string channel, string result);

    [LoggerMessage(4, LogLevel.Warning, "The fallback queue could not be filled: {Reason}")]
    private partial void LogAsteriskAway(string reason);
}
