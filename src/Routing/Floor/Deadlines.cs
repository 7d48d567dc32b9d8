using System.Diagnostics.CodeAnalysis;

namespace Hotline.Routing;

/// <summary>
/// When which call wants to be looked at again. A moment that no longer matters finds nothing due and is harmless; those of calls that
/// are gone are swept out before they are many, since most calls end long before the moments they asked for.
/// </summary>
internal sealed class Deadlines(IReadOnlyDictionary<CallId, Call> calls)
{
    private const int SweepFrom = 1_000;
    private readonly PriorityQueue<CallId, DateTimeOffset> _moments = new();
    private int _sweepAt = SweepFrom;

    public DateTimeOffset? Next => _moments.TryPeek(out _, out var at) ? at : null;

    public void Add(CallId call, DateTimeOffset at)
    {
        if (_moments.Count >= _sweepAt)
        {
            Sweep();
        }
        _moments.Enqueue(call, at);
    }

    /// <summary>Takes the next call whose moment has come.</summary>
    public bool TryTake(DateTimeOffset now, [NotNullWhen(true)] out Call? call)
    {
        while (_moments.TryPeek(out var id, out var at) && at <= now)
        {
            _moments.Dequeue();
            if (calls.TryGetValue(id, out call))
            {
                return true;
            }
        }
        call = null;
        return false;
    }

    private void Sweep()
    {
        (CallId, DateTimeOffset)[] live = [.. _moments.UnorderedItems.Where(m => calls.ContainsKey(m.Element))];
        _moments.Clear();
        _moments.EnqueueRange(live);
        _sweepAt = Math.Max(SweepFrom, 2 * live.Length);
    }
}
