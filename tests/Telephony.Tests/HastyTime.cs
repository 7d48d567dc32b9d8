namespace Hotline.Telephony.Tests;

/// <summary>A clock on which a second is over in a millisecond: nobody's pause is the test's.</summary>
internal sealed class HastyTime : TimeProvider
{
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, Short(dueTime), Short(period));

    private static TimeSpan Short(TimeSpan time) => time > TimeSpan.Zero ? TimeSpan.FromMilliseconds(Math.Max(1, time.TotalSeconds)) : time;
}
