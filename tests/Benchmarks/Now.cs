using System.Diagnostics;

namespace Hotline.Benchmarks;

/// <summary>The bench's one clock.</summary>
internal static class Now
{
    public static long Ticks => Stopwatch.GetTimestamp();
    public static long Milliseconds => Stopwatch.GetTimestamp() / (Stopwatch.Frequency / 1000);

    /// <summary>Milliseconds between two moments.</summary>
    public static double Between(long from, long to) => (to - from) * 1000.0 / Stopwatch.Frequency;

    public static long After(long from, double milliseconds) => from + (long)(milliseconds * Stopwatch.Frequency / 1000);
}
