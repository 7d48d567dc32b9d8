namespace Hotline.Exchange;

/// <summary>UTC that never goes backwards: anchored once, then counted by the monotonic clock.</summary>
/// <param name="time">The machine's clock.</param>
public sealed class SteadyClock(TimeProvider time)
{
    private readonly DateTimeOffset _anchor = time.GetUtcNow();
    private readonly long _start = time.GetTimestamp();

    public DateTimeOffset Now => _anchor + time.GetElapsedTime(_start);
}
