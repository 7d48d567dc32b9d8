namespace Hotline.Persistence;

/// <summary>
/// The writes taken from the queue and not yet in the database, in order. The oldest ones may also
/// stand in the spill file.
/// </summary>
internal sealed class Backlog(SpillFile spill)
{
    private readonly Queue<QueuedWrite> _writes = [];
    private int _spilled;

    public int Count => _writes.Count;

    public void Add(QueuedWrite write) => _writes.Enqueue(write);

    /// <summary>The oldest writes, which stay until they are finished.</summary>
    public IReadOnlyList<QueuedWrite> Oldest(int max) => [.. _writes.Take(max)];

    /// <summary>The oldest write is done with; the file goes when the last one in it is.</summary>
    public void FinishOldest()
    {
        _writes.Dequeue();
        if (_spilled > 0 && --_spilled == 0)
        {
            spill.Clear();
        }
    }

    /// <summary>Takes back what an earlier process left. Comes before everything else.</summary>
    /// <returns>How many writes.</returns>
    public int Recall(Action<string> unreadable)
    {
        foreach (var write in spill.Read(unreadable))
        {
            _writes.Enqueue(write);
        }

        return _spilled = _writes.Count;
    }

    /// <summary>Puts onto the disk what is not there yet.</summary>
    /// <returns>How many writes.</returns>
    public int Spill()
    {
        var added = _writes.Count - _spilled;
        if (added > 0)
        {
            spill.Append(_writes.Skip(_spilled));
            _spilled = _writes.Count;
        }

        return added;
    }
}
