using Hotline.Routing;
using Hotline.Routing.Numbers;

namespace Hotline.Routing.Tests;

/// <summary>A floor with a clock of its own: facts go in by name, what came out can be asked for.</summary>
internal sealed class FloorHarness
{
    public static readonly TenantId Kaifeng = new("410200");
    public static readonly NodeId Node = new("n1");
    public static readonly SkillId Law = new("law");
    private static readonly HashSet<string> Skills = ["law", "fund"];
    private const int LinesPerSnapshot = 400;
    private readonly RoutingSettings _settings;
    private readonly List<(DateTimeOffset At, Input Input)> _journal = [];
    private byte[]? _image;
    private NaiveRouter _naive = new();
    private long _epoch = 1;
    private int _requests;

    public FloorHarness(RoutingSettings? settings = null, bool connected = true)
    {
        _settings = settings ?? new RoutingSettings();
        Floor = New(_epoch);
        if (connected)
        {
            Apply(new Input.NodeSnapshot(Node, DateTimeOffset.MinValue, [], []));
        }
    }

    public CallDistributor Floor { get; private set; }
    public DateTimeOffset Now { get; private set; } = new(2026, 3, 17, 1, 0, 0, TimeSpan.Zero);

    /// <summary>What the last input caused.</summary>
    public List<Effect> Last { get; } = [];

    /// <summary>All that ever came out.</summary>
    public List<Effect> All { get; } = [];

    private CallDistributor New(long epoch) => new(Kaifeng, _settings, Book(), TimeSpan.FromHours(8), epoch);

    public static NumberBook Book() => new(Kaifeng,
    [
        new NumberPolicy { Tenant = Kaifeng, Number = "12345", Mode = MergeMode.Main, Name = "政务服务便民热线",
            EffectiveFrom = new DateOnly(2022, 1, 1) },
        new NumberPolicy
        {
            Tenant = Kaifeng, Number = "12348", Mode = MergeMode.DualNumber, Name = "公共法律服务专用电话", EffectiveFrom = new DateOnly(2022, 1, 1),
            Skill = Law, Plan = new RoutingPlan(new RoutingStep(Law, TimeSpan.FromSeconds(20)), new RoutingStep(null, null)),
        },
        Number("12349", Step("law>=4", 20), Step("law>=2", 20), Step("any")),
        Number("12350", Step("law or fund>=2", 20, ChoiceOrder.BestLevel), Step("not fund", 10), Step("any")),
        Number("12351", Step("any", order: ChoiceOrder.LeastOccupied)),
        Number("12352", Step("any", order: ChoiceOrder.PreviousHandler)),
        Number("12353", Step("any", priority: 1)),
        Ending("12355", PlanEnding.Announcement),
        Ending("12357", PlanEnding.CallBack),
        Ending("12356", new PlanEnding("12366", "税务分中心", "subcentre")),
        new NumberPolicy
        {
            Tenant = Kaifeng, Number = "12354", Mode = MergeMode.DualNumber, Name = "12354", EffectiveFrom = new DateOnly(2022, 1, 1),
            Plan = new RoutingPlan([Step("any")], new RoutingWeights(30, 1, 0)),
        },
    ]);

    private static NumberPolicy Number(string number, params RoutingStep[] steps) => new()
    {
        Tenant = Kaifeng, Number = number, Mode = MergeMode.DualNumber, Name = number, EffectiveFrom = new DateOnly(2022, 1, 1),
        Plan = new RoutingPlan(steps),
    };

    private static NumberPolicy Ending(string number, PlanEnding ending) => new()
    {
        Tenant = Kaifeng, Number = number, Mode = MergeMode.DualNumber, Name = number, EffectiveFrom = new DateOnly(2022, 1, 1),
        Plan = new RoutingPlan([Step("law", 10), Step("any", 20)], RoutingWeights.Fcfs, ending),
    };

    private static RoutingStep Step(string asks, double? seconds = null, ChoiceOrder order = ChoiceOrder.LongestIdle, int priority = 0) =>
        new(SkillExpressionText.Parse(asks).Expression, seconds is { } lasts ? TimeSpan.FromSeconds(lasts) : null, order, priority);

    /// <summary>
    /// The process dies and comes back: the floor as the journal has it, without its last lines. What the lost lines caused is known
    /// to Asterisk only.
    /// </summary>
    /// <returns>The facts that were lost.</returns>
    public IReadOnlyList<Input> Crash(int lostLines)
    {
        var lost = _journal.TakeLast(lostLines).Select(l => l.Input).ToList();
        Floor = New(++_epoch);
        _naive = new NaiveRouter();
        var now = Now;
        if (_image is { } image)
        {
            Floor.Restore(JournalRecord.Decode(image).Floor!);
        }
        foreach (var (at, input) in _journal.SkipLast(lostLines).ToList())
        {
            var effects = new List<Effect>();
            Floor.Apply(at, input, effects);
            _naive.Check(Floor, at, effects);
        }
        _journal.RemoveRange(Math.Max(0, _journal.Count - lostLines), Math.Min(lostLines, _journal.Count));
        Now = now;
        foreach (var node in Floor.Nodes.ToList())
        {
            Apply(new Input.NodeLost(node));
        }
        return lost;
    }

    private void Journal(Input input)
    {
        _journal.Add((Now, input));
        if (_journal.Count >= LinesPerSnapshot)
        {
            _journal.Clear();
            _image = JournalRecord.Encode(Now, Floor.Image());
        }
    }

    public List<Effect> Apply(Input input)
    {
        Last.Clear();
        Floor.Apply(Now, input, Last);
        Journal(input);
        All.AddRange(Last);
        Invariants.Check(Floor, Now);
        _naive.Check(Floor, Now, Last);
        return Last;
    }

    /// <summary>One fact of a journal, at its time; the deadlines in between are facts of the journal too.</summary>
    public void ApplyAt(DateTimeOffset at, Input input)
    {
        Now = at;
        Apply(input);
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

    public CallId Call(string name, string dialled = "12345", string caller = "13800006021", AgentId? previous = null,
        DateTimeOffset? keptPlace = null)
    {
        Apply(new Input.CallArrived(
            new CallId("c" + name), new TicketId("t" + name), Leg(name), "carrier", dialled, caller, name + "@carrier", Now, null, previous,
            keptPlace));
        Apply(new Input.LegAnswered(Leg(name)));
        return new CallId("c" + name);
    }

    public AgentId SignIn(string number, params AgentSkill[] skills)
    {
        var id = new AgentId(number);
        Apply(new Input.AgentSignedIn(id, "座席" + number, skills, new PhoneAddress(Node, "a" + number)));
        Apply(new Input.PhoneRegistered(Node, "a" + number, true));
        return id;
    }

    public AgentId Ready(string number, params AgentSkill[] skills)
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

    public string? Requeue(AgentId agent, string plan) =>
        Ask((r, a) => new Input.RequeueRequested(r, a, RoutingPlanText.Parse(plan, Skills).Plan!), agent);

    public string? WrapUp(AgentId agent, CallId call, bool putOff = false) =>
        Ask((r, a) => new Input.WrapUpRequested(r, a, call, putOff), agent);

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
