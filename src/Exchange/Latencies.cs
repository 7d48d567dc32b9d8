using System.Diagnostics;
using System.Numerics;

namespace Hotline.Exchange;

/// <summary>
/// How long something took, over the process's life: the longest, and quantiles to within a quarter. One writer; a reader may be one behind.
/// </summary>
public sealed class Latencies
{
    /// <summary>Four buckets to each doubling, from one tick (100 ns) on.</summary>
    private const int PerDoubling = 4;
    private readonly long[] _buckets = new long[64 * PerDoubling];
    private long _count;

    public TimeSpan Longest { get; private set; }

    /// <param name="elapsed">Not negative.</param>
    public void Add(TimeSpan elapsed)
    {
        _buckets[BucketOf(elapsed.Ticks)]++;
        _count++;
        Longest = elapsed > Longest ? elapsed : Longest;
    }

    /// <summary>The upper bound of the bucket in which this share of all lies; zero while there is nothing.</summary>
    public TimeSpan At(double share)
    {
        var left = (long)Math.Ceiling(_count * share);
        for (var i = 0; i < _buckets.Length && left > 0; i++)
        {
            left -= _buckets[i];
            if (left <= 0)
            {
                var bound = TimeSpan.FromTicks((1L << (i / PerDoubling)) * (PerDoubling + (i % PerDoubling) + 1) / PerDoubling);
                return bound < Longest ? bound : Longest;
            }
        }
        return TimeSpan.Zero;
    }

    private static int BucketOf(long ticks)
    {
        var value = Math.Max(1, ticks);
        var doubling = BitOperations.Log2((ulong)value);
        var part = ((value - (1L << doubling)) * PerDoubling) >> doubling;
        return (doubling * PerDoubling) + (int)part;
    }
}
