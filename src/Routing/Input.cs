using System.Text.Json.Serialization;
using Hotline.Routing.Numbers;

namespace Hotline.Routing;

/// <summary>
/// A fact that reached the floor. Facts of the phone are in the past tense; people's wishes end in <c>Requested</c>.
/// No input carries the time: it is an argument of <see cref="CallDistributor.Apply"/>. The names below are those of the
/// journal: a name once written stays readable.
/// </summary>
[JsonDerivedType(typeof(Input.CallArrived), "CallArrived")]
[JsonDerivedType(typeof(Input.LegAnswered), "LegAnswered")]
[JsonDerivedType(typeof(Input.LegRang), "LegRang")]
[JsonDerivedType(typeof(Input.LegEnded), "LegEnded")]
[JsonDerivedType(typeof(Input.PromptEnded), "PromptEnded")]
[JsonDerivedType(typeof(Input.KeyPressed), "KeyPressed")]
[JsonDerivedType(typeof(Input.CommandFailed), "CommandFailed")]
[JsonDerivedType(typeof(Input.RecordingChanged), "RecordingChanged")]
[JsonDerivedType(typeof(Input.PhoneRegistered), "PhoneRegistered")]
[JsonDerivedType(typeof(Input.NodeLost), "NodeLost")]
[JsonDerivedType(typeof(Input.NodeSnapshot), "NodeSnapshot")]
[JsonDerivedType(typeof(Input.TruthDiffered), "TruthDiffered")]
[JsonDerivedType(typeof(Input.AgentSignedIn), "AgentSignedIn")]
[JsonDerivedType(typeof(Input.PhonePageOpened), "PhonePageOpened")]
[JsonDerivedType(typeof(Input.SignOutRequested), "SignOutRequested")]
[JsonDerivedType(typeof(Input.StateRequested), "StateRequested")]
[JsonDerivedType(typeof(Input.HoldRequested), "HoldRequested")]
[JsonDerivedType(typeof(Input.RetrieveRequested), "RetrieveRequested")]
[JsonDerivedType(typeof(Input.ThreeWayRequested), "ThreeWayRequested")]
[JsonDerivedType(typeof(Input.DropPartyRequested), "DropPartyRequested")]
[JsonDerivedType(typeof(Input.LeaveRequested), "LeaveRequested")]
[JsonDerivedType(typeof(Input.HangUpRequested), "HangUpRequested")]
[JsonDerivedType(typeof(Input.RequeueRequested), "RequeueRequested")]
[JsonDerivedType(typeof(Input.WrapUpRequested), "WrapUpRequested")]
[JsonDerivedType(typeof(Input.WrapUpExtensionRequested), "WrapUpExtensionRequested")]
[JsonDerivedType(typeof(Input.OutcomeRecorded), "OutcomeRecorded")]
[JsonDerivedType(typeof(Input.ClockStruck), "ClockStruck")]
public abstract record Input
{
    // ---- the phone --------------------------------------------------------------------------------------------

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
    public sealed record CallArrived(
        CallId Call, TicketId Ticket, LegId Leg, string Trunk, string Dialled, string Caller, string SipCallId,
        DateTimeOffset InvitedAt, DateTimeOffset? QueuedAt = null, AgentId? PreviousHandler = null, DateTimeOffset? KeptPlace = null) : Input;

    /// <summary>A leg is up: the citizen's was answered by us, an agent's or a third party's was answered by them.</summary>
    public sealed record LegAnswered(LegId Leg) : Input;

    /// <summary>The far phone rings.</summary>
    public sealed record LegRang(LegId Leg) : Input;

    /// <summary>A leg is gone. Comes once for each leg, also for legs that we hung up ourselves.</summary>
    /// <param name="Leg">Which.</param>
    /// <param name="Cause">Q.850 cause; see <see cref="HangupCause"/>.</param>
    public sealed record LegEnded(LegId Leg, int Cause) : Input;

    /// <summary>A prompt ended, was stopped, or could not be played.</summary>
    public sealed record PromptEnded(CallId Call, Prompt Prompt) : Input;

    /// <summary>The far end pressed a key (RFC 4733). Only keys that something asks for come here: the others may be anybody's secret.</summary>
    public sealed record KeyPressed(LegId Leg, string Key) : Input;

    /// <summary>What an <see cref="Effect"/> asked for could not be done.</summary>
    public sealed record CommandFailed(CallId Call, LegId? Leg, FailedCommand Command, string Reason) : Input;

    /// <summary>A recording began (or, with <paramref name="Started"/> false, could not begin).</summary>
    public sealed record RecordingChanged(CallId Call, bool Started, string Reason) : Input;

    /// <summary>A registration of an agent's phone came or went.</summary>
    public sealed record PhoneRegistered(string Endpoint, bool Registered) : Input;

    /// <summary>The connection to a node is gone. Its calls talk on; nothing can be commanded.</summary>
    public sealed record NodeLost(NodeId Node) : Input;

    /// <summary>The truth after every (re)connect: all that exists on a node now.</summary>
    /// <param name="Node">Which node.</param>
    /// <param name="StartedAt">When the node itself started: older calls that are missing failed, nobody hung up.</param>
    /// <param name="Legs">Its channels that concern us.</param>
    /// <param name="RegisteredEndpoints">The agents' phones that are registered now.</param>
    public sealed record NodeSnapshot(NodeId Node, DateTimeOffset StartedAt, IReadOnlyList<FoundLeg> Legs, IReadOnlyList<string> RegisteredEndpoints) : Input;

    /// <summary>Asterisk and the floor differed at two looks some seconds apart: an event was lost, or a command of ours.</summary>
    /// <param name="Node">Which node.</param>
    /// <param name="Gone">Legs that the floor holds and that are not there.</param>
    /// <param name="Unknown">Legs of ours that are there and that the floor does not hold.</param>
    /// <param name="Phones">Phones of whose registration the floor believes the opposite.</param>
    public sealed record TruthDiffered(NodeId Node, IReadOnlyList<LegId> Gone, IReadOnlyList<FoundLeg> Unknown, IReadOnlyList<PhoneFound> Phones) : Input;

    // ---- people -----------------------------------------------------------------------------------------------

    /// <param name="Agent">Who.</param>
    /// <param name="Name">For screens.</param>
    /// <param name="Skills">What he may take.</param>
    /// <param name="Phone">Where he is rung.</param>
    /// <param name="Was">What his page last showed, where our memory of him may be lost: Ready or Break. Of no account for one whom we know.</param>
    /// <param name="Reason">Reason of that break.</param>
    public sealed record AgentSignedIn(
        AgentId Agent, string Name, IReadOnlyList<AgentSkill> Skills, PhoneAddress Phone, AgentState? Was = null, string? Reason = null) : Input;

    /// <summary>A page of this agent was (re)opened: whatever its predecessor talked over is dead.</summary>
    public sealed record PhonePageOpened(AgentId Agent) : Input;

    public abstract record Wish(RequestId Request, AgentId Agent) : Input;

    public sealed record SignOutRequested(RequestId Request, AgentId Agent) : Wish(Request, Agent);

    /// <param name="Request">Whose answer to give.</param>
    /// <param name="Agent">Who asks.</param>
    /// <param name="State">Ready, NotReady or Break.</param>
    /// <param name="Reason">Reason of a break; null otherwise.</param>
    public sealed record StateRequested(RequestId Request, AgentId Agent, AgentState State, string? Reason) : Wish(Request, Agent);
    public sealed record HoldRequested(RequestId Request, AgentId Agent) : Wish(Request, Agent);
    public sealed record RetrieveRequested(RequestId Request, AgentId Agent) : Wish(Request, Agent);

    /// <summary>The agent wants a third party in the call (XFER-02).</summary>
    public sealed record ThreeWayRequested(RequestId Request, AgentId Agent, string Target, string TargetName, string Trunk) : Wish(Request, Agent);
    public sealed record DropPartyRequested(RequestId Request, AgentId Agent) : Wish(Request, Agent);

    /// <summary>The agent leaves the citizen and the third party talking.</summary>
    public sealed record LeaveRequested(RequestId Request, AgentId Agent) : Wish(Request, Agent);

    /// <summary>The agent gives the call back to the line (转接): others than he are asked, by this plan.</summary>
    public sealed record RequeueRequested(RequestId Request, AgentId Agent, RoutingPlan Plan) : Wish(Request, Agent);
    public sealed record HangUpRequested(RequestId Request, AgentId Agent) : Wish(Request, Agent);
    public sealed record WrapUpRequested(RequestId Request, AgentId Agent, CallId Call) : Wish(Request, Agent);
    public sealed record WrapUpExtensionRequested(RequestId Request, AgentId Agent, CallId Call) : Wish(Request, Agent);

    /// <summary>An outcome of CALL-07 is on record for this call.</summary>
    public sealed record OutcomeRecorded(CallId Call, string Outcome) : Input;

    // ---- time -------------------------------------------------------------------------------------------------

    /// <summary>A deadline named by <see cref="CallDistributor.NextDeadline"/> may have come.</summary>
    public sealed record ClockStruck : Input;
}

/// <summary>Whether an agent's phone is registered.</summary>
public sealed record PhoneFound(string Endpoint, bool Registered);

/// <summary>Which command failed; only those that the floor reacts to.</summary>
public enum FailedCommand { Answer, RingAgent, JoinBridge, DialParty, Other }

/// <summary>Announcements. Each is a list of sound files, chosen by the shell; the floor knows only what they are for.</summary>
public enum Prompt { Greeting, AgentNumber, LineLost, AllBusy, Place, CallBackOffer, CallBackTaken }

/// <summary>The Q.850 causes that the floor tells apart (asterisk/causes.h).</summary>
public static class HangupCause
{
    public const int NormalClearing = 16;
    public const int UserBusy = 17;
    public const int NoUserResponse = 18;
    public const int NoAnswer = 19;
    public const int CallRejected = 21;
}
