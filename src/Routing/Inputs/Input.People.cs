using Hotline.Routing.Numbers;

namespace Hotline.Routing;

public abstract partial record Input
{
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

    /// <summary>Something that a person asks for at a desk; it is answered by one <see cref="Effect.Reply"/>.</summary>
    public abstract record Wish(RequestId Request, AgentId Agent) : Input;

    /// <summary>下班: refused while he has a call, or owes an outcome (CALL-07).</summary>
    public sealed record SignOutRequested(RequestId Request, AgentId Agent) : Wish(Request, Agent);

    /// <param name="Request">Whose answer to give.</param>
    /// <param name="Agent">Who asks.</param>
    /// <param name="State">Ready, NotReady or Break.</param>
    /// <param name="Reason">Reason of a break; null otherwise.</param>
    public sealed record StateRequested(RequestId Request, AgentId Agent, AgentState State, string? Reason) : Wish(Request, Agent);

    /// <summary>保持: the citizen hears music.</summary>
    public sealed record HoldRequested(RequestId Request, AgentId Agent) : Wish(Request, Agent);

    /// <summary>取回: back from hold.</summary>
    public sealed record RetrieveRequested(RequestId Request, AgentId Agent) : Wish(Request, Agent);

    /// <summary>The agent wants a third party in the call (XFER-02).</summary>
    public sealed record ThreeWayRequested(RequestId Request, AgentId Agent, string Target, string TargetName, string Trunk) : Wish(Request, Agent);

    /// <summary>The third party is hung up; citizen and agent talk on.</summary>
    public sealed record DropPartyRequested(RequestId Request, AgentId Agent) : Wish(Request, Agent);

    /// <summary>The agent leaves the citizen and the third party talking.</summary>
    public sealed record LeaveRequested(RequestId Request, AgentId Agent) : Wish(Request, Agent);

    /// <summary>The agent gives the call back to the line (转接): others than he are asked, by this plan.</summary>
    public sealed record RequeueRequested(RequestId Request, AgentId Agent, RoutingPlan Plan) : Wish(Request, Agent);

    /// <summary>The agent ends the call, or what is left of it.</summary>
    public sealed record HangUpRequested(RequestId Request, AgentId Agent) : Wish(Request, Agent);

    /// <summary>
    /// 话后处理 of this call is done: refused while its outcome is missing (CALL-07), unless it is put off: then the draft stands for it among
    /// what the agent has to finish.
    /// </summary>
    public sealed record WrapUpRequested(RequestId Request, AgentId Agent, CallId Call, bool PutOff = false) : Wish(Request, Agent);

    /// <summary>More time for 话后处理, as often as the city allows.</summary>
    public sealed record WrapUpExtensionRequested(RequestId Request, AgentId Agent, CallId Call) : Wish(Request, Agent);

    /// <summary>An outcome of CALL-07 is on record for this call.</summary>
    public sealed record OutcomeRecorded(CallId Call, string Outcome) : Input;
}
