namespace Hotline.Routing;

/// <summary>
/// A time, or never, in a third of a nullable <see cref="DateTimeOffset"/>'s room: a busy floor keeps hundreds of thousands, and the
/// collector copies them.
/// </summary>
internal readonly record struct Moment
{
    private readonly long _ticks; // of UTC and one more: 0 is never

    private Moment(DateTimeOffset? time) => _ticks = time is { } at ? at.UtcTicks + 1 : 0;

    /// <summary>Where it is known to be one.</summary>
    public DateTimeOffset Time => new(_ticks - 1, TimeSpan.Zero);

    public static implicit operator Moment(DateTimeOffset? time) => new(time);

    public static implicit operator DateTimeOffset?(Moment moment) => moment._ticks == 0 ? null : moment.Time;
}
