namespace Hotline.Telephony;

/// <summary>Tells the host that another instance has taken over: two masters would fight for every call.</summary>
public sealed class Replacement
{
    /// <summary>The exit code that tells the one who started us not to start us again (EX_TEMPFAIL of sysexits.h).</summary>
    public const int ExitCode = 75;

    private volatile bool _replaced;

    /// <summary>True for good once another instance took over.</summary>
    public bool Replaced => _replaced;

    /// <summary>Raised once.</summary>
    public event EventHandler? Happened;

    internal void Announce()
    {
        _replaced = true;
        Happened?.Invoke(this, EventArgs.Empty);
    }
}
