namespace Hotline.Routing;

/// <summary>The Q.850 causes that the floor tells apart (asterisk/causes.h).</summary>
public static class HangupCause
{
    public const int NormalClearing = 16;
    public const int UserBusy = 17;
    public const int NoUserResponse = 18;
    public const int NoAnswer = 19;
    public const int CallRejected = 21;

    /// <summary>The far end asks us to call another number.</summary>
    public const int Redirected = 23;

    /// <summary>No sound came for so long that Asterisk ended it (rtp_timeout).</summary>
    public const int ChannelUnavailable = 44;

    /// <summary>A session timer ran out (RFC 4028).</summary>
    public const int RecoveryOnTimer = 102;
}
