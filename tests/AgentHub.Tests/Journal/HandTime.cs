namespace Hotline.AgentHub.Tests.Journal;

/// <summary>A clock that goes when it is told to.</summary>
internal sealed class HandTime : TimeProvider
{
    private long _ticks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Interlocked.Read(ref _ticks);

    public void Pass(TimeSpan span) => Interlocked.Add(ref _ticks, span.Ticks);
}
