namespace Hotline.Telephony.Capture;

/// <summary>
/// A new call that Asterisk refused by itself: a message that cannot be read, an offer without a codec of ours, an extension that is asked
/// for and not there. No channel was made, so neither CEL nor an event tells of it.
/// </summary>
/// <param name="Trunk">The trunk whose address it came from.</param>
/// <param name="Dialled">The number dialled, read by the trunk's rules.</param>
/// <param name="Caller">As people read it; empty where withheld.</param>
/// <param name="CallerSent">What the network said, where that is another spelling.</param>
/// <param name="SipCallId">The carrier's Call-ID.</param>
/// <param name="InvitedAt">When the INVITE was read.</param>
/// <param name="RefusedAt">When it was answered.</param>
/// <param name="Status">The answer (RFC 3261 section 21.4 and following).</param>
public sealed record RefusedCall(
    string Trunk, string Dialled, string Caller, string? CallerSent, string SipCallId, DateTimeOffset InvitedAt, DateTimeOffset RefusedAt, int Status)
{
    /// <summary>The cause (Q.850) that a switch reads in the answer: RFC 3398 section 8.2.6.1.</summary>
    public int Cause => Status switch
    {
        404 or 485 or 604 => 1,
        486 or 600 => 17,
        480 => 18,
        401 or 402 or 403 or 407 or 603 => 21,
        410 => 22,
        482 or 483 => 25,
        484 => 28,
        502 => 38,
        400 or 481 or 500 or 503 => 41,
        405 => 63,
        406 or 415 or 501 => 79,
        488 or 606 => 88, // incompatible destination: no codec, no common media
        408 or 504 => 102,
        413 or 414 or 416 or 420 or 421 or 423 or 505 or 513 => 127,
        _ => 31,
    };
}
