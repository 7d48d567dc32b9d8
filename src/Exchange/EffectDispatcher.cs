using Hotline.Routing;
using Microsoft.Extensions.Logging;

namespace Hotline.Exchange;

/// <summary>Hands each effect to the shell that carries it out. Awaits nothing.</summary>
public sealed partial class EffectDispatcher(
    IPhones phones, IRecords records, CallerMemory callers, IScreens screens, Wishes wishes, FloorFigures figures, ILogger<EffectDispatcher> log)
{
    /// <summary>The floor's watchers get at most four pictures a second, however busy it is.</summary>
    private static readonly TimeSpan FloorViewInterval = TimeSpan.FromMilliseconds(250);

    /// <summary>How many wait is counted, and drawn on every desk there is, at most once in this time.</summary>
    private static readonly TimeSpan QueueViewInterval = TimeSpan.FromSeconds(1);
    private readonly IPhones _phones = phones;
    private readonly HashSet<AgentId> _dirtyDesks = [];
    private bool _floorDirty, _queueDirty;
    private DateTimeOffset _now, _floorViewAt, _queueViewAt;

    /// <summary>When the next picture of the floor is due; null while nothing changed.</summary>
    public DateTimeOffset? FloorViewDue => _floorDirty ? _floorViewAt + FloorViewInterval : _queueDirty ? _queueViewAt + QueueViewInterval : null;

    /// <summary>What one shell stumbles over is counted and keeps nothing from the others: the phones come first.</summary>
    public void Dispatch(DateTimeOffset now, IReadOnlyList<Effect> effects)
    {
        _now = now;
        Guard(static (self, all) => self._phones.Send(all), effects);
        for (var i = 0; i < effects.Count; i++)
        {
            Guard(static (self, effect) => self.Hand(effect), effects[i]);
        }
    }

    private void Hand(Effect effect)
    {
        switch (effect)
        {
            case Effect.WriteLedger e:
                records.Write(_now, e);
                callers.Note(e.Record);
                break;
            case Effect.OpenTicket or Effect.CloseTicket:
                records.Write(_now, effect);
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

    private void Guard<T>(Action<EffectDispatcher, T> hand, T what)
    {
        try
        {
            hand(this, what);
        }
#pragma warning disable CA1031 // One shell's surprise is not the floor's: calls go on, and somebody is told.
        catch (Exception e)
#pragma warning restore CA1031
        {
            figures.NotHanded++;
            LogNotHanded(what?.GetType().Name ?? "", e);
        }
    }

    /// <summary>After a burst of facts: the newest facts for the pictures of whoever looks.</summary>
    public void Flush(CallDistributor floor, DateTimeOffset now) => Guard(static (self, at) => self.Show(at.Floor, at.Now), (Floor: floor, Now: now));

    private void Show(CallDistributor floor, DateTimeOffset now)
    {
        foreach (var agent in _dirtyDesks)
        {
            screens.Show(agent, floor, now);
        }
        _dirtyDesks.Clear();
        if (_floorDirty && now >= _floorViewAt + FloorViewInterval)
        {
            _floorDirty = false;
            _floorViewAt = now;
            screens.ShowFloor(floor, now);
            _queueDirty = true;
            figures.Calls = floor.Calls.Values.Count(c => c.Live);
            figures.Agents = floor.Agents.Count;
        }
        if (_queueDirty && now >= _queueViewAt + QueueViewInterval)
        {
            _queueDirty = false;
            _queueViewAt = now;
            screens.ShowQueues(floor, now);
        }
    }

    public void Measure(TimeSpan waited, TimeSpan took) => figures.Applied(waited, took);

    [LoggerMessage(1, LogLevel.Warning, "Anomaly: {Kind} ({Subject})")]
    private partial void LogAnomaly(string kind, string subject);

    [LoggerMessage(2, LogLevel.Error, "{What} could not be handed on; the floor goes on")]
    private partial void LogNotHanded(string what, Exception e);
}
