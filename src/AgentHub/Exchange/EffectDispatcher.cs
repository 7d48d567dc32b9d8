using Hotline.AgentHub.Screens;
using Hotline.Routing;
using Hotline.Telephony;

namespace Hotline.AgentHub.Exchange;

/// <summary>Hands each effect to the shell that carries it out. Awaits nothing.</summary>
public sealed partial class EffectDispatcher(ITelephony telephony, LedgerFeed ledger, CallerMemory callers, DeskFeed desks, Wishes wishes, FloorFigures figures, ILogger<EffectDispatcher> log)
{
    /// <summary>The floor's watchers get at most four pictures a second, however busy it is.</summary>
    private static readonly TimeSpan FloorViewInterval = TimeSpan.FromMilliseconds(250);

    /// <summary>How many wait is counted, and drawn on every desk there is, at most once in this time.</summary>
    private static readonly TimeSpan QueueViewInterval = TimeSpan.FromSeconds(1);
    private readonly HashSet<AgentId> _dirtyDesks = [];
    private bool _floorDirty, _queueDirty;
    private DateTimeOffset _floorViewAt, _queueViewAt;

    /// <summary>When the next picture of the floor is due; null while nothing changed.</summary>
    public DateTimeOffset? FloorViewDue => _floorDirty ? _floorViewAt + FloorViewInterval : _queueDirty ? _queueViewAt + QueueViewInterval : null;

    public void Dispatch(IReadOnlyList<Effect> effects, CallDistributor floor)
    {
        telephony.Send(effects);
        foreach (var effect in effects)
        {
            switch (effect)
            {
                case Effect.WriteLedger e:
                    ledger.Write(e.Record);
                    callers.Note(e.Record);
                    break;
                case Effect.OpenTicket e:
                    ledger.Open(e);
                    break;
                case Effect.CloseTicket e:
                    ledger.Close(e);
                    break;
                case Effect.ShowDesk e:
                    _dirtyDesks.Add(e.Agent);
                    break;
                case Effect.ShowFloor:
                    _floorDirty = true;
                    break;
                case Effect.Reply e:
                    wishes.Answer(e);
                    break;
                case Effect.NoteAnomaly e:
                    figures.Anomalies++;
                    LogAnomaly(e.Kind, e.Subject);
                    break;
            }
        }
    }

    /// <summary>After a burst of facts: the newest picture to whoever looks.</summary>
    public void Flush(CallDistributor floor, DateTimeOffset now)
    {
        foreach (var agent in _dirtyDesks)
        {
            desks.Show(agent, floor, now);
        }
        _dirtyDesks.Clear();
        if (_floorDirty && now >= _floorViewAt + FloorViewInterval)
        {
            _floorDirty = false;
            _floorViewAt = now;
            desks.ShowFloor(floor, now);
            _queueDirty = true;
            figures.Calls = floor.Calls.Values.Count(c => c.Live);
            figures.Agents = floor.Agents.Count;
        }
        if (_queueDirty && now >= _queueViewAt + QueueViewInterval)
        {
            _queueDirty = false;
            _queueViewAt = now;
            desks.ShowQueues(floor, now);
        }
    }

    public void Measure(TimeSpan waited, TimeSpan took) => figures.Applied(waited, took);

    [LoggerMessage(1, LogLevel.Warning, "Anomaly: {Kind} ({Subject})")]
    private partial void LogAnomaly(string kind, string subject);
}
