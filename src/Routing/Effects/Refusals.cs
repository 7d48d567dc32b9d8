namespace Hotline.Routing;

/// <summary>Why a wish was refused; the desk has a Chinese sentence for each.</summary>
public static class Refusals
{
    public const string NotSignedIn = "not-signed-in";
    public const string PhoneUnregistered = "phone-unregistered";
    public const string InCall = "in-call";
    public const string NoCall = "no-call";
    public const string NotTalking = "not-talking";
    public const string AlreadyHeld = "already-held";
    public const string NotHeld = "not-held";
    public const string PartyPresent = "party-present";
    public const string NoParty = "no-party";
    public const string PartyNotJoined = "party-not-joined";
    public const string OutcomeMissing = "outcome-missing";
    public const string NoExtensionsLeft = "no-extensions-left";
    public const string WrongState = "wrong-state";
    public const string TelephonyDown = "telephony-down";
}
