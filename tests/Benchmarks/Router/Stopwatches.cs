using System.Diagnostics;

namespace Hotline.Benchmarks.Router;

/// <summary>How long each of many short things took.</summary>
internal sealed class Stopwatches
{
    private long[] _times = [];
    private long _from;

    public int Count { get; private set; }

    public void Start(int most) => (_times, Count) = (new long[most + 16], 0);

    public void Begin() => _from = Stopwatch.GetTimestamp();

    public void End()
    {
        if (Count < _times.Length)
        {
            _times[Count++] = Stopwatch.GetTimestamp() - _from;
        }
    }

    public long[] Sorted()
    {
        var sorted = _times[..Count];
        Array.Sort(sorted);
        return sorted;
    }
}
