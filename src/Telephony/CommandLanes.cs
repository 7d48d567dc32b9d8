using System.Collections.Concurrent;

namespace Hotline.Telephony;

/// <summary>
/// Work in lanes: in order within a lane, lanes side by side. A lane exists while it has work; one that hangs holds up
/// nobody else.
/// </summary>
/// <typeparam name="T">A piece of work.</typeparam>
/// <param name="run">Does one piece, and tells its faults itself: what it throws ends this piece and is told nobody.</param>
internal sealed class CommandLanes<T>(Func<T, Task> run)
{
    private readonly ConcurrentDictionary<string, Lane> _lanes = new(StringComparer.Ordinal);

    /// <summary>How many lanes have work.</summary>
    public int Count => _lanes.Count;

    /// <summary>Adds work to the end of a lane. Never waits.</summary>
    public void Add(string lane, T work)
    {
        while (true)
        {
            var mine = _lanes.GetOrAdd(lane, static _ => new Lane());
            lock (mine)
            {
                if (mine.Closed)
                {
                    continue;
                }
                mine.Work.Enqueue(work);
                if (mine.Running)
                {
                    return;
                }
                mine.Running = true;
            }
            _ = Task.Run(() => DrainAsync(lane, mine));
            return;
        }
    }

    /// <summary>Completes when the lanes that have work now have none.</summary>
    public Task DrainedAsync() => Task.WhenAll(_lanes.Values.Select(lane => lane.Drained.Task));

    private async Task DrainAsync(string name, Lane lane)
    {
        while (true)
        {
            T work;
            lock (lane)
            {
                if (!lane.Work.TryDequeue(out work!))
                {
                    lane.Closed = true;
                    _lanes.TryRemove(new KeyValuePair<string, Lane>(name, lane));
                    lane.Drained.SetResult();
                    return;
                }
            }
            try
            {
                await run(work);
            }
#pragma warning disable CA1031 // A lane that ended here would swallow all that follows in it, and the last of that is the hang-up.
            catch (Exception)
#pragma warning restore CA1031
            {
                // The next piece.
            }
        }
    }

    private sealed class Lane
    {
        public Queue<T> Work { get; } = new();
        public bool Running { get; set; }
        public bool Closed { get; set; }
        public TaskCompletionSource Drained { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
