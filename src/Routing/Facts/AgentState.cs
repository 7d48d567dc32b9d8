namespace Hotline.Routing;

/// <summary>
/// What an agent does. <see cref="Ringing"/> and <see cref="Talking"/> are tied to a live leg: when the leg is gone the
/// state goes with it, so nobody is ever stuck.
/// </summary>
/// <remarks>
/// <code>
/// Offline ──sign in──► NotReady ◄──────────────── missed, refused, phone lost ───┐
///                        │  ▲                                                    │
///               (示闲)   ▼  │ (示忙)                                             │
///    Break ◄──(小休)─── Ready ──offer──► Ringing ──answered──► Talking ──lost leg─┤
///      └──(示闲)─────────►▲                                      │ call over      │
///                         └────── outcome given ── AfterCallWork ◄┘               │
/// </code>
/// Signing out leads from everywhere but Ringing and Talking to Offline.
/// </remarks>
public enum AgentState
{
    /// <summary>Not signed in.</summary>
    Offline,

    /// <summary>示闲: may be offered a call.</summary>
    Ready,

    /// <summary>示忙: by wish, or set aside with a reason (<see cref="SetAside"/>).</summary>
    NotReady,

    /// <summary>小休, 用餐 …: with a reason of the city's list.</summary>
    Break,

    /// <summary>The phone rings with an offer.</summary>
    Ringing,

    /// <summary>In a call, also while the citizen is on hold.</summary>
    Talking,

    /// <summary>话后处理: the call is over, its outcome is not yet recorded.</summary>
    AfterCallWork,
}

/// <summary>Why an agent is <see cref="AgentState.NotReady"/> without having asked for it.</summary>
public static class SetAside
{
    public const string SignedIn = "signedIn";
    public const string Requested = "requested";
    public const string Missed = "missed";
    public const string Rejected = "rejected";
    public const string PhoneLost = "phoneLost";
    public const string PhoneFailed = "phoneFailed";
}
