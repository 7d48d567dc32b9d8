namespace Hotline.Watchdog;

/// <summary>
/// Says since when Hotline is gone. A restart takes about a second, on a machine that is all in use four, and is not an absence: who waits keeps his
/// music meanwhile.
/// </summary>
/// <param name="start">When the watchdog began to look.</param>
internal sealed class Absence(DateTimeOffset start)
{
    /// <summary>Missed for longer than this: gone.</summary>
    public static readonly TimeSpan GoneAfter = TimeSpan.FromSeconds(6);
    private DateTimeOffset _lastSeen = start;

    /// <summary>Takes in one look at the server; returns since when it is gone, or null while it is there or may only be starting again.</summary>
    public DateTimeOffset? Look(DateTimeOffset now, bool there)
    {
        if (there)
        {
            _lastSeen = now;
        }
        return now - _lastSeen > GoneAfter ? _lastSeen : null;
    }
}
