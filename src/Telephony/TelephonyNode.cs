using System.Net.WebSockets;
using Hotline.Routing;
using Hotline.Telephony.Ari;
using Hotline.Telephony.Capture;
using Hotline.Upkeep;
using Microsoft.Extensions.Logging;

namespace Hotline.Telephony;

/// <summary>
/// The life with one Asterisk: connect, ask what is true, listen, and begin again when the line breaks. One consumer per
/// application: whoever is replaced goes passive at once and stays so.
/// </summary>
internal sealed partial class TelephonyNode(
    AsteriskOptions options, AriClient ari, NodeEpoch epoch, TelephonyOutbox outbox, DutyLines duty, EarlyMedia early, FallbackQueue fallback,
    IInbox inbox, IdSource ids, IArrivalRules rules, NodeLag lag, TimeProvider time, Replacement replacement, ServiceFaults faults,
    ILogger<TelephonyNode> log)
    : SteadyService(time, faults, log)
{
    public const string App = "hotline";
    private static readonly TimeSpan[] BackOff =
        [TimeSpan.FromMilliseconds(100), TimeSpan.FromMilliseconds(250), TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(1),
            TimeSpan.FromSeconds(2)];

    /// <summary>Calls may slip into the fallback queue in the moment of connecting: looked for again after these times.</summary>
    private static readonly TimeSpan[] AdoptAgainAfter = [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(4)];

    /// <summary>And from then on as often as this: the watchdog takes callers from a server that hangs without losing its line.</summary>
    private static readonly TimeSpan AdoptInterval = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan ClockOffsetAlarm = TimeSpan.FromSeconds(1);
    private readonly NodeId _node = new(options.Node);

    protected override async Task RunAsync(CancellationToken stoppingToken)
    {
        for (var attempt = 0; !stoppingToken.IsCancellationRequested && !replacement.Replaced; attempt++)
        {
            var connected = false;
            try
            {
                if (await epoch.IsOutrankedAsync(stoppingToken))
                {
                    GoPassive();
                    return;
                }
                using var socket = new AriSocket();
                await socket.ConnectAsync(options, App, stoppingToken);
                connected = true;
                attempt = 0;
                await ListenAsync(socket, stoppingToken);
                LogEnded(options.Node, "closed by Asterisk");
            }
            catch (Exception e) when (e is WebSocketException or HttpRequestException or IOException
                || (e is OperationCanceledException && !stoppingToken.IsCancellationRequested))
            {
                if (connected || attempt % 10 == 0)
                {
                    LogEnded(options.Node, e.Message);
                }
            }
            finally
            {
                // Also where it is something else that ends this run: the floor must not take the node for there.
                outbox.Open = duty.Open = false;
                if (connected && !stoppingToken.IsCancellationRequested)
                {
                    await inbox.PostAsync(new Input.NodeLost(_node), stoppingToken);
                }
            }
            await Task.Delay(BackOff[Math.Min(attempt, BackOff.Length - 1)], Time, stoppingToken);
        }
    }

    private void GoPassive()
    {
        outbox.Open = duty.Open = false;
        LogReplaced(options.Node);
        replacement.Announce();
    }

    private async Task ListenAsync(AriSocket socket, CancellationToken cancellationToken)
    {
        await ari.SendAsync(new AriRequest(HttpMethod.Put, $"applications/{App}/eventFilter",
            new AriBody { Allowed = [.. AriTranslator.Wanted.Select(t => new AriTypeName(t))] }), cancellationToken);
        await epoch.ClaimAsync(cancellationToken);
        await MeasureClockAsync(cancellationToken);
        lag.Forget();
        early.Forget();
        var translator = new AriTranslator(_node, ids, rules, Time);
        var survey = new NodeSurvey(ari, translator, _node);
        var found = await survey.TakeAsync(cancellationToken);
        outbox.Open = true;
        LogConnected(options.Node, found.Snapshot.Legs.Count, found.WaitingInFallback.Count);
        await inbox.PostAsync(found.Snapshot, cancellationToken);
        duty.Seen(found.Duty);
        foreach (var bridge in found.OrphanBridges)
        {
            await ari.SendAsync(new AriRequest(HttpMethod.Delete, $"bridges/{Uri.EscapeDataString(bridge)}"), cancellationToken);
        }
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var adopting = AdoptAsync(survey, found.WaitingInFallback, gone.Token);
        try
        {
            await foreach (var e in socket.ReadAsync(cancellationToken))
            {
                if (e is null)
                {
                    LogMalformed(options.Node);
                }
                else if (e.Type == "ApplicationReplaced")
                {
                    GoPassive();
                    return;
                }
                else if (!duty.Take(e))
                {
                    if (e.Timestamp is { } timestamp && AriTime.Parse(timestamp) is { } happened)
                    {
                        lag.NoteEvent(Time.GetUtcNow() - happened);
                    }
                    if (e is { Type: "StasisStart", Channel: { } entered })
                    {
                        early.NoteEntry(entered.Id);
                    }
                    if (translator.Translate(e) is not { } input)
                    {
                        continue;
                    }
                    if (input is Input.LegEnded { Leg: var leg } && LegNames.IsParty(leg.Channel))
                    {
                        outbox.EndEarly(leg);
                    }
                    if (input is Input.CallArrived { QueuedAt: null } arrival)
                    {
                        lag.NoteArrival(Time.GetUtcNow() - arrival.InvitedAt);
                    }
                    await inbox.PostAsync(input, cancellationToken);
                }
            }
        }
        finally
        {
            await gone.CancelAsync();
            await adopting;
        }
    }

    /// <summary>Takes those who wait in the fallback queue back, in the order of their waiting.</summary>
    private async Task AdoptAsync(NodeSurvey survey, IReadOnlyList<AriChannel> waiting, CancellationToken cancellationToken)
    {
        for (var i = 0; !cancellationToken.IsCancellationRequested; i++)
        {
            try
            {
                await fallback.TakeBackAsync(i == 0 ? waiting : await survey.WaitingInFallbackAsync(cancellationToken), cancellationToken);
                await Task.Delay(i < AdoptAgainAfter.Length ? AdoptAgainAfter[i] : AdoptInterval, Time, cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return; // The connection is over; the next one looks again.
            }
#pragma warning disable CA1031 // One look that fails, whatever for, must not be the last: callers may come to wait there at any time.
            catch (Exception e)
#pragma warning restore CA1031
            {
                LogAdoptionLater(options.Node, e.Message);
                await Task.Delay(AdoptAgainAfter[0], Time, cancellationToken).ContinueWith(static _ => { }, TaskScheduler.Default);
            }
        }
    }

    private async Task MeasureClockAsync(CancellationToken cancellationToken)
    {
        var before = Time.GetUtcNow();
        var ping = await ari.GetAsync("asterisk/ping", AriJson.Default.AriPing, cancellationToken);
        var middle = before + ((Time.GetUtcNow() - before) / 2);
        if (AriTime.Parse(ping.Timestamp) is { } theirs && (theirs - middle).Duration() > ClockOffsetAlarm)
        {
            LogClock(options.Node, theirs - middle);
        }
    }

    [LoggerMessage(1, LogLevel.Information, "Asterisk {Node} connected: {Legs} legs found, {Waiting} waiting in fallback")]
    private partial void LogConnected(string node, int legs, int waiting);

    [LoggerMessage(2, LogLevel.Warning, "Asterisk {Node} away: {Reason}")]
    private partial void LogEnded(string node, string reason);

    [LoggerMessage(3, LogLevel.Critical, "Another instance took over Asterisk {Node}: this one is passive and exits")]
    private partial void LogReplaced(string node);

    [LoggerMessage(4, LogLevel.Warning, "Asterisk {Node}'s clock is off by {Offset}")]
    private partial void LogClock(string node, TimeSpan offset);

    [LoggerMessage(5, LogLevel.Warning, "A malformed event from {Node} was passed over")]
    private partial void LogMalformed(string node);

    [LoggerMessage(6, LogLevel.Warning, "Calls that wait in the fallback queue of {Node} are looked for again: {Reason}")]
    private partial void LogAdoptionLater(string node, string reason);
}
