namespace Hotline.Testkit;

/// <summary>A clock that goes when it is told to.</summary>
public sealed class HandTime : TimeProvider
{
    private static readonly DateTimeOffset Start = new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero);
    private long _ticks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Interlocked.Read(ref _ticks);

    public override DateTimeOffset GetUtcNow() => Start.AddTicks(GetTimestamp());

    public void Pass(TimeSpan span) => Interlocked.Add(ref _ticks, span.Ticks);
}
