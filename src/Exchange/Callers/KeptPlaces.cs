namespace Hotline.Exchange;

/// <summary>Places in time of callers who hung up while they waited: who calls again soon goes on from there. Bounded by the time.</summary>
public sealed class KeptPlaces(TimeSpan span)
{
    private readonly Dictionary<string, (DateTimeOffset QueuedAt, DateTimeOffset Until)> _places = new(StringComparer.Ordinal);
    private readonly Queue<(string Caller, DateTimeOffset Until)> _inOrder = new();

    public void Keep(string caller, DateTimeOffset queuedAt, DateTimeOffset now)
    {
        Prune(now);
        if (span > TimeSpan.Zero && caller.Length > 0)
        {
            _places[caller] = (queuedAt, now + span);
            _inOrder.Enqueue((caller, now + span));
        }
    }

    /// <summary>As <see cref="Keep"/>, of a caller who gave up before the start: what was kept since stays.</summary>
    public void Recall(string caller, DateTimeOffset queuedAt, DateTimeOffset goneAt)
    {
        if (!_places.ContainsKey(caller))
        {
            Keep(caller, queuedAt, goneAt);
        }
    }

    /// <summary>Gives the place back, once; null where none is kept.</summary>
    public DateTimeOffset? Take(string caller, DateTimeOffset now)
    {
        Prune(now);
        return _places.Remove(caller, out var place) && place.Until > now ? place.QueuedAt : null;
    }

    private void Prune(DateTimeOffset now)
    {
        while (_inOrder.TryPeek(out var oldest) && oldest.Until <= now)
        {
            _inOrder.Dequeue();
            if (_places.TryGetValue(oldest.Caller, out var place) && place.Until == oldest.Until)
            {
                _places.Remove(oldest.Caller);
            }
        }
    }
}
