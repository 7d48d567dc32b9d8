namespace Hotline.Routing;

/// <summary>
/// Something to be done by a shell. An effect returns nothing: what came of it arrives later as an <see cref="Input"/>.
/// </summary>
public abstract record Effect
{
    // ---- the phone: ordered within a call, parallel between calls ------------------------------------------------

    public abstract record CallEffect(CallId Call) : Effect;

    /// <summary>Answer the citizen's channel.</summary>
    public sealed record AnswerCall(CallId Call, LegId Leg) : CallEffect(Call);

    /// <summary>Make the call's one bridge (its id: <see cref="LegNames.Bridge"/>).</summary>
    public sealed record OpenBridge(CallId Call, NodeId Node) : CallEffect(Call);
    public sealed record JoinBridge(CallId Call, LegId Leg) : CallEffect(Call);
    public sealed record LeaveBridge(CallId Call, LegId Leg) : CallEffect(Call);
    public sealed record CloseBridge(CallId Call, NodeId Node) : CallEffect(Call);

    /// <summary>
    /// Play a prompt into the call's bridge: everybody in it hears it, and it holds up no command. <see cref="Prompt.AgentNumber"/> has
    /// the agent, <see cref="Prompt.Place"/> the place.
    /// </summary>
    public sealed record PlayPrompt(CallId Call, NodeId Node, Prompt Prompt, AgentId? Agent, QueuePlace? Place = null) : CallEffect(Call);
    public sealed record StopPrompt(CallId Call, Prompt Prompt) : CallEffect(Call);
    public sealed record StartMusic(CallId Call, LegId Leg) : CallEffect(Call);
    public sealed record StopMusic(CallId Call, LegId Leg) : CallEffect(Call);

    /// <summary>Ring an agent's phone.</summary>
    public sealed record RingAgent(CallId Call, OfferId Offer, LegId Leg, AgentId Agent, PhoneAddress Phone, string Caller, string Dialled, TimeSpan Timeout, bool Resume) : CallEffect(Call);

    /// <summary>Ring a third party through a trunk; it is shown the citizen's number.</summary>
    public sealed record DialParty(CallId Call, LegId Leg, LegId CitizenLeg, string Trunk, string Target, string Caller, TimeSpan Timeout) : CallEffect(Call);
    public sealed record HangUp(CallId Call, LegId Leg, int Cause) : CallEffect(Call);
    public sealed record StartRecording(CallId Call, LegId Leg) : CallEffect(Call);

    /// <summary>Write the mark onto the citizen's channel.</summary>
    public sealed record MarkCall(CallId Call, LegId Leg, CallMark Mark) : CallEffect(Call);

    /// <summary>Hang up a leg that belongs to no call any more.</summary>
    public sealed record RemoveOrphan(LegId Leg) : Effect;

    /// <summary>Tell the fallback queue which phones would serve if Hotline were away.</summary>
    public sealed record SetFallbackMember(PhoneAddress Phone, AgentId Agent, bool Member, bool Paused) : Effect;

    // ---- the records -------------------------------------------------------------------------------------------

    /// <summary>The call's row in the ledger, whole; a higher revision replaces a lower one.</summary>
    public sealed record WriteLedger(CallRecord Record) : Effect;

    /// <summary>An agent has the call: its draft ticket begins.</summary>
    public sealed record OpenTicket(CallId Call, TicketId Ticket, AgentId Agent, string Dialled, string Caller) : Effect;

    /// <summary>A call is over and nobody is left who could write its outcome: its ticket is closed as handed on (CALL-07), with what was written so far.</summary>
    /// <param name="Call">Which.</param>
    /// <param name="Ticket">Its ticket; there may be no draft yet.</param>
    /// <param name="Because">Why no agent writes it.</param>
    /// <param name="Subject">The party's number, or the agent's.</param>
    /// <param name="Dialled">The number dialled.</param>
    /// <param name="Caller">Empty where withheld.</param>
    public sealed record CloseTicket(CallId Call, TicketId Ticket, ClosedBecause Because, string Subject, string Dialled, string Caller) : Effect;

    // ---- the desks ---------------------------------------------------------------------------------------------

    /// <summary>This agent's desk shows something new.</summary>
    public sealed record ShowDesk(AgentId Agent) : Effect;

    /// <summary>The floor changed for everybody who watches it.</summary>
    public sealed record ShowFloor : Effect;

    /// <summary>The answer to a person's wish: null refusal means done.</summary>
    public sealed record Reply(RequestId Request, string? Refusal) : Effect;

    /// <summary>A fact that should not have been; counted, never ignored silently.</summary>
    public sealed record NoteAnomaly(string Kind, string Subject) : Effect;
}

/// <summary>Why a call has no agent who writes its outcome.</summary>
public enum ClosedBecause
{
    /// <summary>Its plan led it to a sub-centre, which took it.</summary>
    HandedToParty,

    /// <summary>The agent who had it is not signed in any more.</summary>
    AgentGone,
}

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
