using Hotline.Routing;

namespace Hotline.AgentHub.Screens;

/// <summary>The floor's enums as the contract spells them.</summary>
internal static class DeskWords
{
    public static string Of(AgentState state) => state switch
    {
        AgentState.Offline => "offline",
        AgentState.Ready => "ready",
        AgentState.NotReady => "notReady",
        AgentState.Break => "break",
        AgentState.Ringing => "ringing",
        AgentState.Talking => "talking",
        AgentState.AfterCallWork => "afterCallWork",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    public static string Camel<T>(T value) where T : struct, Enum
    {
        var name = value.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }

    /// <summary>What <see cref="StateFor"/> can say.</summary>
    public static IReadOnlyList<string> CallStates { get; } = ["ringing", "talking", "held", "lost", "ended"];

    /// <summary>What <see cref="FloorState"/> can say.</summary>
    public static IReadOnlyList<string> FloorCallStates { get; } = ["offered", "talking", "held", "threeWay", "handedOver", "lost", "announcement"];

    /// <summary>How a call looks to one agent: ringing at him, in his ear, or over for him.</summary>
    public static string StateFor(CallFacts call, AgentFacts agent) =>
        call.Offer?.Agent == agent.Id ? "ringing"
        : agent.State == AgentState.AfterCallWork || !call.Live ? "ended"
        : call.State switch
        {
            CallState.Talking => "talking",
            CallState.Held => "held",
            CallState.Lost => "lost",
            _ => "ended",
        };

    public static string FloorState(CallFacts call) => call.State switch
    {
        CallState.Waiting => "offered",
        CallState.Held => "held",
        CallState.Lost => "lost",
        CallState.HandedOver => "handedOver",
        CallState.Refused => "announcement",
        _ => call.Party?.State == PartyState.Joined ? "threeWay" : "talking",
    };
}
