using System.Text.Json.Serialization;

namespace Hotline.Routing;

/// <summary>
/// A fact that reached the floor. Facts of the phone are in the past tense; people's wishes end in <c>Requested</c>.
/// No input carries the time: it is an argument of <see cref="CallDistributor.Apply"/>. The names below are those of the
/// journal: a name once written stays readable. What concerns Asterisk carries its node; in journals of before there could be several it
/// has no name.
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
public abstract partial record Input
{
    /// <summary>A deadline named by <see cref="CallDistributor.NextDeadline"/> may have come.</summary>
    public sealed record ClockStruck : Input;
}
