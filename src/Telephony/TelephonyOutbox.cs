using System.Collections.Concurrent;
using System.Diagnostics;
using Hotline.Routing;
using Hotline.Telephony.Ari;
using Hotline.Telephony.Capture;
using Microsoft.Extensions.Logging;

namespace Hotline.Telephony;

/// <summary>
/// Carries out the floor's verbs. The commands of one call keep their order; no call waits for another, and the ring of
/// an agent does not wait for the greeting of the caller.
/// </summary>
internal sealed partial class TelephonyOutbox : ITelephony
{
    /// <summary>
    /// The agent's phone comes first: answer, bridge and mark of the same call would fight with it for Asterisk's threads (0.8 ms
    /// of 3.6 on two cores). This is the limit for which they stand back.
    /// </summary>
    private static readonly TimeSpan RingsFirst = TimeSpan.FromMilliseconds(20);
    private readonly AriClient _ari;
    private readonly AriRequests _requests;
    private readonly Recorder _recorder;
    private readonly FallbackQueue _fallback;
    private readonly IInbox _inbox;
    private readonly EarlyMedia _early;
    private readonly NodeLag _lag;
    private readonly ILogger<TelephonyOutbox> _log;
    private readonly CommandLanes<Command> _lanes;
    private readonly MusicStops _stops;

    /// <summary>Rings on their way for calls that are not answered yet.</summary>
    private readonly ConcurrentDictionary<CallId, TaskCompletionSource> _firstRings = new();
    private volatile bool _open;

    public TelephonyOutbox(AriClient ari, AriRequests requests, Recorder recorder, FallbackQueue fallback, EarlyMedia early, IInbox inbox,
        NodeLag lag, ILogger<TelephonyOutbox> log)
    {
        (_ari, _requests, _recorder, _fallback, _early, _inbox, _lag, _log) = (ari, requests, recorder, fallback, early, inbox, lag, log);
        _lanes = new CommandLanes<Command>(RunAsync);
        _stops = new MusicStops(stop => _lanes.Add(stop.Call.Value, new Command(stop, Later: true)));
    }

    /// <summary>Closed while the node is away, and for good once another instance took over: nothing is sent.</summary>
    public bool Open { get => _open; set => _open = value; }

    /// <summary>Queues the effects of the phone; others are passed over. Never waits.</summary>
    public void Send(IReadOnlyList<Effect> effects)
    {
        if (!_open)
        {
            return; // What is true then is found by the reconciler when the node is back.
        }
        for (var i = 0; i < effects.Count; i++)
        {
            if (effects[i] is Effect.AnswerCall answer && RingsAtOnce(answer.Call, effects))
            {
                _firstRings[answer.Call] = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            }
            switch (effects[i])
            {
                case Effect.StartMusic music:
                    _stops.Forget(music.Call);
                    break;
                case Effect.StopMusic stop:
                    _stops.Expect(stop);
                    break;
            }
            if (LaneOf(effects[i]) is { } lane)
            {
                _lanes.Add(lane, new Command(effects[i]));
            }
        }
    }

    /// <summary>A third party is with the others, or gone: behind what made it ring, nobody listens to its line any more.</summary>
    public void EndEarly(LegId party) =>
        _lanes.Add(party.Channel, new Command(new Effect.JoinBridge(LegNames.CallOf(party.Channel)!.Value, party), Later: true));

    /// <summary>Completes when what was sent before is done or was passed over; for whoever stops.</summary>
    public Task DrainedAsync() => _lanes.DrainedAsync();

    private static bool RingsAtOnce(CallId call, IReadOnlyList<Effect> effects)
    {
        for (var i = 0; i < effects.Count; i++)
        {
            if (effects[i] is Effect.RingAgent ring && ring.Call == call)
            {
                return true;
            }
        }
        return false;
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

    private async Task RunAsync(Command command)
    {
        var effect = command.Effect;
        try
        {
            if (!_open)
            {
                return; // it waited in its lane while the node went, or another instance took over
            }
            if (await DidOtherwiseAsync(command) || _requests.Of(effect) is not { } request)
            {
                return;
            }
            if (effect is Effect.AnswerCall answer && _firstRings.TryGetValue(answer.Call, out var ring))
            {
                await Task.WhenAny(ring.Task, Task.Delay(RingsFirst));
            }
            var sent = Stopwatch.GetTimestamp();
            var result = await _ari.SendAsync(request, CancellationToken.None);
            if (effect is Effect.AnswerCall or Effect.RingAgent)
            {
                _lag.NoteCommand(Stopwatch.GetElapsedTime(sent)); // these wait for the line itself, others for nothing
            }
            if (!result.Ok)
            {
                await RefusedAsync(effect, result);
            }
            if (effect is Effect.JoinBridge { Leg: var leg } && LegNames.IsParty(leg.Channel))
            {
                EndEarly(leg);
            }
        }
#pragma warning disable CA1031 // One lane's surprise must not end the lane: what follows in it is the hang-up.
        catch (Exception e)
#pragma warning restore CA1031
        {
            LogLaneFailed(effect.GetType().Name, e);
        }
        finally
        {
            if (effect is Effect.StopMusic stop && !command.Later)
            {
                _stops.Sent(stop); // also where it was not: what is to be told again ends there too
            }
            if (effect is Effect.RingAgent { Call: var call } && _firstRings.TryGetValue(call, out var begun))
            {
                begun.TrySetResult();
            }
            else if (effect is Effect.AnswerCall answered)
            {
                _firstRings.TryRemove(answered.Call, out _);
            }
        }
    }

    /// <summary>What one request of ARI does not do.</summary>
    private async Task<bool> DidOtherwiseAsync(Command command)
    {
        switch (command.Effect)
        {
            case Effect.StartRecording e:
                await _recorder.StartAsync(e);
                return true;
            case Effect.SetFallbackMember e:
                await _fallback.SetAsync(e);
                return true;
            case Effect.StopMusic e when command.Later && !_stops.Holds(e):
                return true;
            case Effect.JoinBridge e when command.Later:
                await _early.EndAsync(e.Leg);
                return true;
            case Effect.DialParty e:
                if (await _early.DialAsync(e) is { Ok: false } refused)
                {
                    await RefusedAsync(e, refused);
                }
                return true;
            default:
                return false;
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
                await _inbox.PostAsync(new Input.PromptEnded(e.Node, e.Call, e.Prompt), CancellationToken.None);
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
        await _inbox.PostAsync(new Input.CommandFailed(leg.Node, call, leg, command, Invariant($"{result.Status} {result.Reason}")),
            CancellationToken.None);
    }

    /// <param name="Effect">What the floor wants.</param>
    /// <param name="Later">Sent before, and what is left of it: see <see cref="MusicStops"/>, <see cref="EarlyMedia"/>.</param>
    private readonly record struct Command(Effect Effect, bool Later = false);

    [LoggerMessage(1, LogLevel.Information, "{Command} of call {Call} refused: {Status} {Reason}")]
    private partial void LogRefused(string command, string call, int status, string reason);

    [LoggerMessage(2, LogLevel.Error, "{Command} failed")]
    private partial void LogLaneFailed(string command, Exception e);
}
