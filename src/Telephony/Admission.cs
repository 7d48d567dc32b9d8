using System.Globalization;
using Hotline.Telephony.Ari;
using Hotline.Telephony.Capture;
using Hotline.Upkeep;
using Microsoft.Extensions.Logging;

namespace Hotline.Telephony;

/// <summary>
/// Tells Asterisk's dialplan which share of the new calls to let in (extensions.conf, [arrival]), while it is not all of them. What is told
/// holds for a few seconds only: a server that is gone turns nobody away.
/// </summary>
internal sealed partial class Admission(
    NodeLag lag, SipCapture capture, AriClient ari, TelephonyOutbox outbox, TimeProvider time, ServiceFaults faults, ILogger<Admission> log)
    : SteadyService(time, faults, log)
{
    private const string Share = "HOTLINE_ADMIT", Until = "HOTLINE_ADMIT_UNTIL";
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500), Holds = TimeSpan.FromSeconds(5);

    protected override async Task RunAsync(CancellationToken stoppingToken)
    {
        var share = new AdmissionShare();
        var told = AdmissionShare.Whole;
        using var timer = new PeriodicTimer(Interval, Time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            capture.Look();
            var look = lag.Take();
            var percent = share.Look(look);
            if (percent < AdmissionShare.Whole || look.Lag > AdmissionShare.Target)
            {
                LogLook(percent, look.Lag, look.Offered, look.Served);
            }
            if (!outbox.Open || (percent == AdmissionShare.Whole && told == AdmissionShare.Whole))
            {
                continue;
            }
            await SetAsync(Share, percent, stoppingToken);
            await SetAsync(Until, (Time.GetUtcNow() + Holds).ToUnixTimeSeconds(), stoppingToken);
            if ((percent == AdmissionShare.Whole) != (told == AdmissionShare.Whole))
            {
                LogShare(percent);
            }
            told = percent;
        }
    }

    private Task<AriResult> SetAsync(string name, long value, CancellationToken cancellationToken) => ari.SendAsync(
        new AriRequest(HttpMethod.Post, "asterisk/variable", new AriBody { Variable = name, Value = value.ToString(CultureInfo.InvariantCulture) }),
        cancellationToken);

    [LoggerMessage(1, LogLevel.Warning, "More calls come than can be served in time: {Percent} of a hundred new calls are let in")]
    private partial void LogShare(int percent);

    [LoggerMessage(2, LogLevel.Debug, "{Percent} of a hundred let in: lag {Lag}, {Offered} calls offered, {Served} served")]
    private partial void LogLook(int percent, TimeSpan? lag, int offered, int served);
}
