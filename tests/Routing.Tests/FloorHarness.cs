using Hotline.Routing;
using Hotline.Routing.Numbers;

namespace Hotline.Routing.Tests;

/// <summary>A floor with a clock of its own: facts go in by name, what came out can be asked for.</summary>
internal sealed class FloorHarness
{
    public static readonly TenantId Kaifeng = new("410200");
    public static readonly NodeId Node = new("n1");
    public static readonly SkillId Law = new("law");
    private int _requests;

    public FloorHarness(RoutingSettings? settings = null, bool connected = true)
    {
        Floor = new CallDistributor(Kaifeng, settings ?? new RoutingSettings(), Book(), TimeSpan.FromHours(8), epoch: 1);
        if (connected)
        {
            Apply(new Input.NodeSnapshot(Node, DateTimeOffset.MinValue, [], []));
        }
    }

    public CallDistributor Floor { get; }
    public DateTimeOffset Now { get; private set; } = new(2026, 3, 17, 1, 0, 0, TimeSpan.Zero);

    /// <summary>What the last input caused.</summary>
    public List<Effect> Last { get; } = [];

    /// <summary>All that ever came out.</summary>
    public List<Effect> All { get; } = [];

    public static NumberBook Book() => new(Kaifeng,
    [
        new NumberPolicy { Tenant = Kaifeng, Number = "12345", Mode = MergeMode.Main, Name = "政务服务便民热线", EffectiveFrom = new DateOnly(2022, 1, 1) },
        new NumberPolicy
        {
            Tenant = Kaifeng, Number = "12348", Mode = MergeMode.DualNumber, Name = "公共法律服务专用电话", EffectiveFrom = new DateOnly(2022, 1, 1),
            Skill = Law, Plan = new RoutingPlan(new RoutingStep(Law, TimeSpan.FromSeconds(20)), new RoutingStep(null, null)),
        },
    ]);

    public List<Effect> Apply(Input input)
    {
        Last.Clear();
        Floor.Apply(Now, input, Last);
        All.AddRange(Last);
        Invariants.Check(Floor, Now);
        return Last;
    }

    /// <summary>Lets time pass, waking the floor at each of its deadlines.</summary>
    public FloorHarness After(double seconds)
    {
        var until = Now + TimeSpan.FromSeconds(seconds);
        while (Floor.NextDeadline is { } due && due <= until)
        {
            Now = due > Now ? due : Now;
            Apply(new Input.ClockStruck());
        }
        Now = until;
        return this;
    }

    public static LegId Leg(string call) => new(Node, $"hotline-{call}");

    public CallId Call(string name, string dialled = "12345", string caller = "13800006021")
    {
        Apply(new Input.CallArrived(new CallId("c" + name), new TicketId("t" + name), Leg(name), "carrier", dialled, caller, name + "@carrier", Now));
        Apply(new Input.LegAnswered(Leg(name)));
        return new CallId("c" + name);
    }

    public AgentId SignIn(string number, params SkillId[] skills)
    {
        var id = new AgentId(number);
        Apply(new Input.AgentSignedIn(id, "座席" + number, skills, new PhoneAddress(Node, "a" + number)));
        Apply(new Input.PhoneRegistered("a" + number, true));
        return id;
    }

    public AgentId Ready(string number, params SkillId[] skills)
    {
        var id = SignIn(number, skills);
        Ask((r, a) => new Input.StateRequested(r, a, AgentState.Ready, null), id).ShouldBeNull();
        return id;
    }

    /// <summary>A person's wish; returns the refusal, null when granted.</summary>
    public string? Ask(Func<RequestId, AgentId, Input> wish, AgentId agent)
    {
        var request = new RequestId($"r{++_requests}");
        return Apply(wish(request, agent)).OfType<Effect.Reply>().Single(r => r.Request == request).Refusal;
    }

    public string? Hold(AgentId agent) => Ask((r, a) => new Input.HoldRequested(r, a), agent);

    public string? Retrieve(AgentId agent) => Ask((r, a) => new Input.RetrieveRequested(r, a), agent);

    public string? HangUp(AgentId agent) => Ask((r, a) => new Input.HangUpRequested(r, a), agent);

    public string? Leave(AgentId agent) => Ask((r, a) => new Input.LeaveRequested(r, a), agent);

    public string? ThreeWay(AgentId agent) => Ask((r, a) => new Input.ThreeWayRequested(r, a, "12366", "税务分中心", "subcentre"), agent);

    public string? WrapUp(AgentId agent, CallId call) => Ask((r, a) => new Input.WrapUpRequested(r, a, call), agent);

    /// <summary>The agent's phone that rings for a call is answered.</summary>
    public void Answer(CallId call) => Apply(new Input.LegAnswered(Floor.Calls[call].Offer!.Leg));

    public void CallerHangsUp(string name) => Apply(new Input.LegEnded(Leg(name), HangupCause.NormalClearing));

    public LegId PartyLeg(CallId call) => Floor.Calls[call].Party!.Leg;

    public Agent Agent(AgentId id) => Floor.Agents[id];

    /// <summary>Who is rung for a call now; null while nobody is.</summary>
    public string? RungFor(CallId call) => Floor.Calls[call].Offer?.Agent.Value;

    /// <summary>The last thing that the ledger heard of a call.</summary>
    public CallRecord Ledger(CallId call) => All.OfType<Effect.WriteLedger>().Last(w => w.Record.Call == call).Record;
}
