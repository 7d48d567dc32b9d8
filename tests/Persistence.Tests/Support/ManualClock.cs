using System.Threading.Channels;

namespace Hotline.Persistence.Tests;

/// <summary>A clock whose timers go off when the test says so. A test waits for the timer to be set, then fires it.</summary>
internal sealed class ManualClock : TimeProvider
{
    private readonly Channel<ManualTimer> _set = Channel.CreateUnbounded<ManualTimer>();

    public override DateTimeOffset GetUtcNow() => Given.Start;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(callback, state, dueTime);
        _set.Writer.TryWrite(timer);
        return timer;
    }

    /// <summary>The next timer that was or will be set.</summary>
    public async Task<ManualTimer> NextTimerAsync() =>
        await _set.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(TimeSpan.FromSeconds(20));

    internal sealed class ManualTimer(TimerCallback callback, object? state, TimeSpan due) : ITimer
    {
        public TimeSpan Due { get; } = due;

        public void Fire() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose() { }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
