namespace Hotline.Routing;

// Ordered within a call, parallel between calls.
public abstract partial record Effect
{
    /// <summary>A command to Asterisk about one call. Those of one call are carried out in their order.</summary>
    public abstract record CallEffect(CallId Call) : Effect;

    /// <summary>Answer the citizen's channel.</summary>
    public sealed record AnswerCall(CallId Call, LegId Leg) : CallEffect(Call);

    /// <summary>Make the call's one bridge (its id: <see cref="LegNames.Bridge"/>).</summary>
    public sealed record OpenBridge(CallId Call, NodeId Node) : CallEffect(Call);

    /// <summary>Put a leg into the call's bridge.</summary>
    public sealed record JoinBridge(CallId Call, LegId Leg) : CallEffect(Call);

    /// <summary>Take a leg out of it; it hears nothing until music or a bridge comes.</summary>
    public sealed record LeaveBridge(CallId Call, LegId Leg) : CallEffect(Call);

    /// <summary>Take the bridge away; legs that stand in it are hung up by commands of their own.</summary>
    public sealed record CloseBridge(CallId Call, NodeId Node) : CallEffect(Call);

    /// <summary>
    /// Play a prompt into the call's bridge: everybody in it hears it, and it holds up no command. <see cref="Prompt.AgentNumber"/> has
    /// the agent, <see cref="Prompt.Place"/> the place.
    /// </summary>
    public sealed record PlayPrompt(CallId Call, NodeId Node, Prompt Prompt, AgentId? Agent, QueuePlace? Place = null) : CallEffect(Call);

    /// <summary>Stop a prompt that plays; one that ended is no error.</summary>
    public sealed record StopPrompt(CallId Call, NodeId Node, Prompt Prompt) : CallEffect(Call);

    /// <summary>Music to a leg, in place of what it heard.</summary>
    public sealed record StartMusic(CallId Call, LegId Leg) : CallEffect(Call);

    /// <summary>The music ends.</summary>
    public sealed record StopMusic(CallId Call, LegId Leg) : CallEffect(Call);

    /// <summary>Ring an agent's phone.</summary>
    public sealed record RingAgent(CallId Call, OfferId Offer, LegId Leg, AgentId Agent, PhoneAddress Phone, string Caller, string Dialled,
        TimeSpan Timeout, bool Resume) : CallEffect(Call);

    /// <summary>
    /// Ring a third party through a trunk; it is shown the citizen's number. What its line says before it is answered (183), the listener
    /// hears, where there is one, and nobody else.
    /// </summary>
    public sealed record DialParty(CallId Call, LegId Leg, LegId CitizenLeg, string Trunk, string Target, string Caller, TimeSpan Timeout,
        LegId? Listener = null) : CallEffect(Call);

    /// <summary>Hang up a leg, with a cause of Q.850 (<see cref="HangupCause"/>).</summary>
    public sealed record HangUp(CallId Call, LegId Leg, int Cause) : CallEffect(Call);

    /// <summary>Record the citizen's leg: what he says and what he hears, until it ends.</summary>
    public sealed record StartRecording(CallId Call, LegId Leg) : CallEffect(Call);

    /// <summary>Write the mark onto the citizen's channel.</summary>
    public sealed record MarkCall(CallId Call, LegId Leg, CallMark Mark) : CallEffect(Call);

    /// <summary>Hang up a leg that belongs to no call any more.</summary>
    public sealed record RemoveOrphan(LegId Leg) : Effect;

    /// <summary>Tell the fallback queue which phones would serve if Hotline were away.</summary>
    public sealed record SetFallbackMember(PhoneAddress Phone, AgentId Agent, bool Member, bool Paused) : Effect;
}
