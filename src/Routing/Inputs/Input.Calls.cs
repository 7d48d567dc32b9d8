namespace Hotline.Routing;

public abstract partial record Input
{
    /// <summary>A citizen's channel entered <c>Stasis(hotline)</c>.</summary>
    /// <param name="Call">Minted by the shell.</param>
    /// <param name="Ticket">The ticket that this call will write, minted with it.</param>
    /// <param name="Leg">The citizen's channel.</param>
    /// <param name="Trunk">The trunk it came by; with <paramref name="Dialled"/> the key of the number's policy.</param>
    /// <param name="Dialled">The number dialled, kept through everything (NUM-02).</param>
    /// <param name="Caller">The caller's number, already cut and cleaned; empty where withheld.</param>
    /// <param name="SipCallId">The carrier's Call-ID: with it carrier, CEL and ledger can be laid side by side.</param>
    /// <param name="InvitedAt">When the INVITE came, by Asterisk's clock.</param>
    /// <param name="QueuedAt">Where the call waited already (taken back from the fallback queue): since when. Its place in time stays.</param>
    /// <param name="PreviousHandler">Who had this caller last, for plans that prefer him (<see cref="Numbers.ChoiceOrder.PreviousHandler"/>).</param>
    /// <param name="KeptPlace">Since when the caller waited who hung up a moment ago and calls again, where the city lets him keep his place.</param>
    /// <param name="CallerSent">What the network said, where that is not <paramref name="Caller"/>: another spelling, or a number withheld from all
    /// but the emergency services.</param>
    public sealed record CallArrived(
        CallId Call, TicketId Ticket, LegId Leg, string Trunk, string Dialled, string Caller, string SipCallId,
        DateTimeOffset InvitedAt, DateTimeOffset? QueuedAt = null, AgentId? PreviousHandler = null, DateTimeOffset? KeptPlace = null,
        string? CallerSent = null) : Input;

    /// <summary>A leg is up: the citizen's was answered by us, an agent's or a third party's was answered by them.</summary>
    public sealed record LegAnswered(LegId Leg) : Input;

    /// <summary>The far phone rings.</summary>
    public sealed record LegRang(LegId Leg) : Input;

    /// <summary>A leg is gone. Comes once for each leg, also for legs that we hung up ourselves.</summary>
    /// <param name="Leg">Which.</param>
    /// <param name="Cause">Q.850 cause; see <see cref="HangupCause"/>.</param>
    public sealed record LegEnded(LegId Leg, int Cause) : Input;

    /// <summary>A prompt ended, was stopped, or could not be played.</summary>
    public sealed record PromptEnded(NodeId Node, CallId Call, Prompt Prompt) : Input;

    /// <summary>The far end pressed a key (RFC 4733). Only keys that something asks for come here: the others may be anybody's secret.</summary>
    public sealed record KeyPressed(LegId Leg, string Key) : Input;

    /// <summary>What an <see cref="Effect"/> asked for could not be done.</summary>
    public sealed record CommandFailed(NodeId Node, CallId Call, LegId? Leg, FailedCommand Command, string Reason) : Input;

    /// <summary>A recording began (or, with <paramref name="Started"/> false, could not begin).</summary>
    public sealed record RecordingChanged(NodeId Node, CallId Call, bool Started, string Reason) : Input;
}

/// <summary>Which command failed; only those that the floor reacts to.</summary>
public enum FailedCommand { Answer, RingAgent, JoinBridge, DialParty, Other }
