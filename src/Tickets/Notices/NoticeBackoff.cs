namespace Hotline.Tickets.Notices;

/// <summary>How long until a notice that could not be delivered is tried again.</summary>
public static class NoticeBackoff
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Most = TimeSpan.FromHours(2);

    /// <summary>Twice as long each time, two hours at the most, a fifth more or less, so that what failed together is not tried together.</summary>
    /// <param name="attempts">How often it was tried, from 1.</param>
    /// <param name="chance">From 0 to 1.</param>
    /// <param name="asked">How long the other side asked to wait; null where it did not.</param>
    public static TimeSpan Wait(int attempts, double chance, TimeSpan? asked = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(attempts, 1);
        var even = Math.Min(Most.TotalSeconds, First.TotalSeconds * Math.Pow(2, Math.Min(attempts - 1, 20)));
        var wait = TimeSpan.FromSeconds(even * (0.8 + (0.4 * Math.Clamp(chance, 0, 1))));
        return asked > wait ? asked < Most ? asked.Value : Most : wait;
    }
}
