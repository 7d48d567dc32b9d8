namespace Hotline.Telephony;

/// <summary>
/// Which share of the new calls is let in. A machine that is asked for more than it can do does less than it could: it drowns in what
/// is sent again. So whoever is let in is served, and the others are told at once (SIP 503). The measure is what a citizen feels, how long
/// an INVITE lies before it reaches the floor, as CoDel takes it: the least of a while, since one late call means nothing (RFC 8289).
/// Pure.
/// </summary>
internal sealed class AdmissionShare
{
    public const int Whole = 100, Least = 5;

    /// <summary>Far above what a machine with room needs, far below the 500 ms after which a message is sent again (RFC 3261, T1).</summary>
    public static readonly TimeSpan Target = TimeSpan.FromMilliseconds(120);

    /// <summary>So much leaves no room for doubt.</summary>
    private static readonly TimeSpan Far = 4 * Target;
    private const int Step = 8, EmptyLooksMax = 4;
    private TimeSpan _before;
    private int _emptyLooks;

    /// <summary>Of a hundred new calls.</summary>
    public int Percent { get; private set; } = Whole;

    /// <param name="leastLag">The least that Asterisk needed since the last look, beyond the usual; null where nothing was to be seen.</param>
    public int Look(TimeSpan? leastLag)
    {
        if (leastLag is not { } lag)
        {
            // Nobody calls, or nothing comes through: after a long lag the latter, and the former shows in a while.
            Percent = ++_emptyLooks >= EmptyLooksMax ? Math.Min(Whole, Percent + Step) : _before > Target ? Cut() : Percent;
            return Percent;
        }
        _emptyLooks = 0;
        if (lag <= Target)
        {
            Percent = Math.Min(Whole, Percent + Step);
        }
        else if ((_before > Target || lag > Far) && lag > 0.7 * _before)
        {
            // Twice, since a single stall is none of the callers' doing; and not while what was let in before is being worked off.
            Percent = Cut();
        }
        _before = lag;
        return Percent;
    }

    private int Cut() => Math.Max(Least, Percent * 3 / 4);
}
