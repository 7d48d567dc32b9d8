namespace Hotline.Routing;

/// <summary>The Q.850 causes that the floor tells apart (asterisk/causes.h).</summary>
public static class HangupCause
{
    public const int NormalClearing = 16;
    public const int UserBusy = 17;
    public const int NoUserResponse = 18;
    public const int NoAnswer = 19;
    public const int CallRejected = 21;
}
