using Hotline.Routing;
using Hotline.Telephony.Ari;
using Microsoft.Extensions.Logging;

namespace Hotline.Telephony;

/// <summary>
/// Carries out the floor's verbs. The commands of one call keep their order; no call waits for another, and the ring of
/// an agent does not wait for the greeting of the caller.
/// </summary>
internal sealed partial class TelephonyOutbox : ITelephony
{
    private readonly AriClient _ari;
    private readonly AriRequests _requests;
    private readonly Recorder _recorder;
    private readonly FallbackQueue _fallback;
    private readonly IInbox _inbox;
    private readonly ILogger<TelephonyOutbox> _log;
    private readonly CommandLanes<Effect> _lanes;
    private volatile bool _open;

    public TelephonyOutbox(AriClient ari, AriRequests requests, Recorder recorder, FallbackQueue fallback, IInbox inbox, ILogger<TelephonyOutbox> log)
    {
        (_ari, _requests, _recorder, _fallback, _inbox, _log) = (ari, requests, recorder, fallback, inbox, log);
        _lanes = new CommandLanes<Effect>(RunAsync);
    }

    /// <summary>Closed while the node is away, and for good once another instance took over: nothing is sent.</summary>
    public bool Open { get => _open; set => _open = value; }

    /// <summary>Queues an effect of the phone; others are passed over. Never waits.</summary>
    public void Send(Effect effect)
    {
        if (!_open)
        {
            return; // What is true then is found by the reconciler when the node is back.
        }
        if (LaneOf(effect) is { } lane)
        {
            _lanes.Add(lane, effect);
        }
    }

    private static string? LaneOf(Effect effect) => effect switch
    {
        Effect.RingAgent e => e.Leg.Channel,
        Effect.DialParty e => e.Leg.Channel,
        Effect.HangUp e when LegNames.CallOf(e.Leg.Channel) is not null => e.Leg.Channel,
        Effect.RemoveOrphan e => e.Leg.Channel,
        Effect.CallEffect e => e.Call.Value,
        Effect.SetFallbackMember e => e.Phone.Endpoint,
        _ => null,
    };

    private async Task RunAsync(Effect effect)
    {
        try
        {
            switch (effect)
            {
                case Effect.StartRecording e:
                    await _recorder.StartAsync(e);
                    return;
                case Effect.SetFallbackMember e:
                    await _fallback.SetAsync(e);
                    return;
            }
            if (_requests.Of(effect) is not { } request)
            {
                return;
            }
            var result = await _ari.SendAsync(request, CancellationToken.None);
            if (!result.Ok)
            {
                await RefusedAsync(effect, result);
            }
        }
#pragma warning disable CA1031 // One lane's surprise must not end the lane: what follows in it is the hang-up.
        catch (Exception e)
#pragma warning restore CA1031
        {
            LogLaneFailed(effect.GetType().Name, e);
        }
    }

    private async Task RefusedAsync(Effect effect, AriResult result)
    {
        switch (effect)
        {
            case Effect.HangUp or Effect.RemoveOrphan or Effect.CloseBridge or Effect.StopPrompt or Effect.StopMusic when result.Gone:
            case Effect.OpenBridge when result.Exists:
                return;
            case Effect.PlayPrompt e:
                LogRefused(effect.GetType().Name, e.Call.Value, result.Status, result.Reason);
                await _inbox.PostAsync(new Input.PromptEnded(e.Call, e.Prompt), CancellationToken.None);
                return;
            case Effect.RingAgent e:
                await FailAsync(e.Call, e.Leg, FailedCommand.RingAgent, result);
                return;
            case Effect.DialParty e:
                await FailAsync(e.Call, e.Leg, FailedCommand.DialParty, result);
                return;
            case Effect.JoinBridge e:
                await FailAsync(e.Call, e.Leg, FailedCommand.JoinBridge, result);
                return;
            case Effect.CallEffect e:
                LogRefused(effect.GetType().Name, e.Call.Value, result.Status, result.Reason);
                return;
        }
    }

    private async Task FailAsync(CallId call, LegId leg, FailedCommand command, AriResult result)
    {
        LogRefused(command.ToString(), call.Value, result.Status, result.Reason);
        await _inbox.PostAsync(new Input.CommandFailed(call, leg, command, $"{result.Status} {result.Reason}"), CancellationToken.None);
    }

    [LoggerMessage(1, LogLevel.Information, "{Command} of call {Call} refused: {Status} {Reason}")]
    private partial void LogRefused(string command, string call, int status, string reason);

    [LoggerMessage(2, LogLevel.Error, "{Command} failed")]
    private partial void LogLaneFailed(string command, Exception e);
}
