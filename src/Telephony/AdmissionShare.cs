using Hotline.Telephony.Capture;

namespace Hotline.Telephony;

/// <summary>
/// Which share of the new calls is let in. A machine that is asked for more than it can do does less than it could: it drowns in what
/// is sent again. So whoever is let in is served, and the others are told at once (SIP 503). That it is too much is seen by what a citizen
/// feels, how long an INVITE lies before it is answered (<see cref="NodeLag"/>). How much would be right is seen by how many were served
/// meanwhile: a share that is only cut and cut again ends at nothing. Pure.
/// </summary>
internal sealed class AdmissionShare
{
    public const int Whole = 100, Least = 5;

    /// <summary>Far above what a machine with room needs, far below the 500 ms after which a message is sent again (RFC 3261, T1).</summary>
    public static readonly TimeSpan Target = TimeSpan.FromMilliseconds(60);

    /// <summary>So much leaves no room for doubt.</summary>
    private static readonly TimeSpan Far = 4 * Target;

    /// <summary>Of what was served, so that the queue empties.</summary>
    private const double Back = 0.85;

    /// <summary>While nobody waits more is tried: a part of what is let in, and of what came, so that it is soon over after a deep cut.</summary>
    private const double MoreOfAllowed = 0.05, MoreOfOffered = 0.02;

    /// <summary>Weight of the newest look: a look is half a second, and calls come in bunches.</summary>
    private const double Newest = 0.4;
    private const int EmptyLooksMax = 4;
    private TimeSpan _before;
    private int _emptyLooks;
    private double _offered, _served;

    /// <summary>Calls that may be let in between two looks; null while all are.</summary>
    private double? _allowed;

    /// <summary>Of a hundred new calls.</summary>
    public int Percent { get; private set; } = Whole;

    /// <param name="look">What was seen since the last look.</param>
    public int Look(NodeLook look)
    {
        _offered += Newest * ((look.Offered > 0 ? look.Offered : look.Served * (double)Whole / Percent) - _offered);
        _served += Newest * (look.Served - _served);
        if (look.Lag is not { } lag)
        {
            // Nobody calls, or nothing comes through: after a long lag the latter, and the former shows in a while.
            _emptyLooks++;
            Set(_emptyLooks >= EmptyLooksMax || _before <= Target ? More() : Less());
            return Percent;
        }
        _emptyLooks = 0;
        if (lag <= Target)
        {
            Set(More());
        }
        else if ((_before > Target || lag > Far) && lag > 0.7 * _before)
        {
            // Twice, since a single stall is none of the callers' doing; and not while what was let in before is being worked off.
            Set(Less());
        }
        else
        {
            Set(_allowed); // as many calls, of more or fewer that come now
        }
        _before = lag;
        return Percent;
    }

    private double? More() => (_allowed * (1 + MoreOfAllowed)) + (_offered * MoreOfOffered) + 1;

    private double Less() => Math.Max(Back * Math.Min(_allowed ?? double.MaxValue, _served), _offered * Least / Whole);

    private void Set(double? allowed)
    {
        _allowed = allowed >= _offered ? null : allowed;
        Percent = _allowed is { } a ? Math.Clamp((int)(Whole * a / _offered), Least, Whole) : Whole;
    }
}
