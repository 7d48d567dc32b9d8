using System.Runtime.InteropServices;
using System.Text.Json;
using Hotline.Telephony.Ami;
using Hotline.Watchdog;
using Microsoft.Extensions.Logging;

// The watchdog: a process of its own, so that what ends the server does not end it. watchdog --data DIR
// With --once it only says by its exit code whether the server can take a call: for a container's health check.
if (args is not (["--data", _] or ["--data", _, "--once"]))
{
    await Console.Error.WriteLineAsync("usage: Hotline.Watchdog --data DIR [--once]");
    return ExitCodes.Usage;
}
var folder = args[1];
WatchdogFile file;
try
{
    file = WatchdogFile.Read(folder);
}
catch (Exception e) when (e is IOException or JsonException or UnauthorizedAccessException)
{
    await Console.Error.WriteLineAsync($"{folder}/hotline.json cannot be used: {e.Message}");
    return ExitCodes.Misconfigured;
}
using var stop = new CancellationTokenSource();
using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var loggers = LoggerFactory.Create(
    b => b.AddSimpleConsole(o => (o.SingleLine, o.TimestampFormat, o.UseUtcTimestamp) = (true, "yyyy-MM-ddTHH:mm:ss.fffZ ", true)));
using var http = new HttpClient { Timeout = ServerHealth.AnswerTimeout };
var health = new ServerHealth(http, file.HealthAddress);
if (args is [.., "--once"])
{
    return await health.ThereAsync(stop.Token) ? 0 : ExitCodes.Fell;
}
var asterisk = file.Asterisk;
using var ami = new AmiConnection(
    new AmiOptions(asterisk.AmiHost, asterisk.AmiPort, asterisk.AmiWatchdogUser, asterisk.AmiWatchdogSecret), TimeProvider.System,
    loggers.CreateLogger<AmiConnection>());
var watch = new WatchdogLoop(
    health.ThereAsync, new AsteriskChannels(ami, TimeProvider.System), TimeProvider.System, loggers.CreateLogger<WatchdogLoop>());
try
{
    // Both run until they are stopped; one that falls ends the process, and ./hotline or systemd starts it anew.
    await await Task.WhenAny(ami.RunAsync(stop.Token), watch.RunAsync(stop.Token));
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    return 0;
}
return stop.IsCancellationRequested ? 0 : ExitCodes.Fell;

void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    stop.Cancel();
}

internal static class ExitCodes
{
    /// <summary>Also: with --once, the server cannot take a call.</summary>
    public const int Fell = 1;
    public const int Usage = 64;

    /// <summary>sysexits' EX_CONFIG: starting again will not help.</summary>
    public const int Misconfigured = 78;
}
