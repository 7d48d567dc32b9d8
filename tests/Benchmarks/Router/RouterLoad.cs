using Hotline.Routing;
using Hotline.Routing.Numbers;

namespace Hotline.Benchmarks.Router;

/// <summary>
/// A floor under overload whose size does not change: so many agents talk, so many calls wait, and each call that ends is followed by
/// the offer to the freed agent, his answer, and the next arrival. Expressions and profiles come from one seed.
/// </summary>
internal sealed class RouterLoad
{
    private const int Skills = 64, Plans = 200, SkillsPerAgentMax = 6;
    private static readonly TenantId Tenant = new("410200");
    private static readonly NodeId Node = new("n1");
    private readonly Random _random;
    private readonly List<Effect> _effects = [];
    private readonly List<LegId> _talking = [];
    private readonly Action<DateTimeOffset, Input> _written;
    private readonly Stopwatches _times = new();
    private int _calls;

    public RouterLoad(int agents, int seed, Action<DateTimeOffset, Input> written)
    {
        (_random, _written) = (new Random(seed), written);
        var settings =
            new RoutingSettings { AfterCallWork = false, Greeting = false, AgentNumberAnnouncement = false, WaitingCallsMax = int.MaxValue };
        Floor = new CallDistributor(Tenant, settings, new NumberBook(Tenant, [MainNumber(), .. Enumerable.Range(0, Plans).Select(Number)]),
            TimeSpan.FromHours(8), 1);
        Apply(new Input.NodeSnapshot(Node, DateTimeOffset.MinValue, [], []));
        for (var n = 0; n < agents; n++)
        {
            var (id, phone) = (new AgentId($"{10_000 + n}"), $"a{n}");
            Apply(new Input.AgentSignedIn(id, id.Value, SkillsOf(), new PhoneAddress(Node, phone)));
            Apply(new Input.PhoneRegistered(Node, phone, true));
            Apply(new Input.StateRequested(new RequestId($"r{n}"), id, AgentState.Ready, null));
        }
    }

    public CallDistributor Floor { get; }
    public DateTimeOffset Now { get; private set; } = new(2026, 3, 17, 1, 0, 0, TimeSpan.Zero);

    /// <summary>Calls arrive until so many wait and nobody who is fit is free.</summary>
    public void Fill(int waiting)
    {
        while (Floor.WaitingCount < waiting)
        {
            Arrive();
        }
    }

    /// <summary>Runs so many inputs.</summary>
    /// <returns>What each took, in ticks of the stopwatch, sorted.</returns>
    public long[] Run(int inputs)
    {
        _times.Start(inputs);
        while (_times.Count < inputs)
        {
            HangUp();
            Arrive();
        }
        return _times.Sorted();
    }

    private static string Skill(int n) => $"s{n}";

    private static NumberPolicy MainNumber() =>
        new() { Tenant = Tenant, Number = "12345", Mode = MergeMode.Main, Name = "12345", EffectiveFrom = new DateOnly(2022, 1, 1) };

    /// <summary>Mostly one skill; every third two of them joined; one in five with a level or a "not".</summary>
    private NumberPolicy Number(int n)
    {
        var text = Skill(_random.Next(Skills));
        if (_random.Next(5) == 0)
        {
            text = _random.Next(2) == 0 ? $"{text}>={2 + _random.Next(3)}" : $"{text} and not {Skill(_random.Next(Skills))}";
        }
        if (_random.Next(3) == 0)
        {
            text = _random.Next(2) == 0
                ? $"{text} or {Skill(_random.Next(Skills))}"
                : $"({text} or {Skill(_random.Next(Skills))}) and not {Skill(_random.Next(Skills))}>=5";
        }
        var asks = SkillExpressionText.Parse(text).Expression;
        return new NumberPolicy
        {
            Tenant = Tenant, Number = $"{200_000 + n}", Mode = MergeMode.DualNumber, Name = text, EffectiveFrom = new DateOnly(2022, 1, 1),
            Plan = new RoutingPlan(new RoutingStep(asks, TimeSpan.FromMinutes(20)), new RoutingStep(null, null)),
        };
    }

    private List<AgentSkill> SkillsOf() =>
        [.. Enumerable.Range(0, 1 + _random.Next(SkillsPerAgentMax))
            .Select(_ => new AgentSkill(new SkillId(Skill(_random.Next(Skills))), 1 + _random.Next(5)))];

    private void Arrive()
    {
        var n = ++_calls;
        var leg = new LegId(Node, $"c-{n}");
        Apply(
            new Input.CallArrived(new CallId($"c{n}"), new TicketId($"t{n}"), leg, "carrier", $"{200_000 + _random.Next(Plans)}",
                $"138{n % 100_000:D8}", $"s{n}", Now));
        AnswerRings();
        Apply(new Input.LegAnswered(leg));
    }

    private void HangUp()
    {
        var at = _random.Next(_talking.Count);
        var leg = _talking[at];
        (_talking[at], _talking[^1]) = (_talking[^1], _talking[at]);
        _talking.RemoveAt(_talking.Count - 1);
        Apply(new Input.LegEnded(leg, HangupCause.NormalClearing));
        AnswerRings();
    }

    private void AnswerRings()
    {
        for (var i = 0; i < _effects.Count; i++)
        {
            if (_effects[i] is Effect.RingAgent ring)
            {
                var (call, leg) = (ring.Call, ring.Leg);
                Apply(new Input.LegAnswered(leg));
                _talking.Add(Floor.Calls[call].Leg);
                return; // one change, one offer
            }
        }
    }

    private void Apply(Input input)
    {
        Now += TimeSpan.FromMilliseconds(1);
        _effects.Clear();
        _times.Begin();
        _written(Now, input);
        Floor.Apply(Now, input, _effects);
        _times.End();
    }
}
