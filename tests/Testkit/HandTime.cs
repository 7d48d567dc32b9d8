namespace Hotline.Testkit;

/// <summary>A clock that goes when it is told to.</summary>
/// <param name="start">When it begins; null for a morning in November.</param>
public sealed class HandTime(DateTimeOffset? start = null) : TimeProvider
{
    private readonly DateTimeOffset _start = start ?? new DateTimeOffset(2026, 11, 20, 9, 0, 0, TimeSpan.Zero);
    private long _ticks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Interlocked.Read(ref _ticks);

    public override DateTimeOffset GetUtcNow() => _start.AddTicks(GetTimestamp());

    public void Pass(TimeSpan span) => Interlocked.Add(ref _ticks, span.Ticks);
}
