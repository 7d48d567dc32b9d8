using Hotline.Routing;
using Hotline.Routing.Numbers;
using Hotline.Simulator.Scenarios;

namespace Hotline.Simulator.Running;

/// <summary>
/// One run of a scenario: the server's own router (<see cref="CallDistributor"/>), with callers, agents and a telephone that are
/// drawn by lot and a clock that jumps from one event to the next.
/// </summary>
internal sealed class VirtualCity
{
    private static readonly TenantId Tenant = new("simulated");
    private static readonly NodeId Node = new("n1");
    private readonly Scenario _scenario;
    private readonly CallDistributor _floor;
    private readonly PriorityQueue<Action, (DateTimeOffset At, long Order)> _coming = new();
    private readonly HashSet<LegId> _legs = [];
    private readonly Dictionary<CallId, Caller> _callers = [];
    private readonly Dictionary<AgentId, VirtualAgent> _agents = [];
    private readonly Random[] _chance;
    private readonly Random _agentsChance;
    private readonly Tally _tally;
    private DateTimeOffset _now;
    private long _order;
    private int _calls, _requests;

    public VirtualCity(Scenario scenario, int replication)
    {
        _scenario = scenario;
        _tally = new Tally(scenario);
        _now = scenario.Start;
        // Each class has its own luck: a change to one leaves the arrivals of the others as they were.
        _chance = [.. scenario.Classes.Select((_, i) => Luck(replication, i + 1))];
        _agentsChance = Luck(replication, 0);
        var numbers = new NumberBook(Tenant, [Main, .. scenario.Classes.Select(NumberOf)]);
        _floor = new CallDistributor(Tenant, scenario.Router, numbers, scenario.Start.Offset, 1);
    }

    /// <summary>Runs to the end: the callers of the counted time are all served or gone.</summary>
    public Tally Run(CancellationToken cancellationToken)
    {
        Feed(new Input.NodeSnapshot(Node, DateTimeOffset.MinValue, [], []));
        Staff();
        for (var i = 0; i < _scenario.Classes.Count; i++)
        {
            ExpectNext(i, _scenario.Classes[i].Arrivals.Draw(_chance[i], _scenario.End).GetEnumerator());
        }
        while (Next() && !(_now >= _scenario.Start + _scenario.End && _callers.Count == 0))
        {
            cancellationToken.ThrowIfCancellationRequested();
        }
        _tally.Close(_agents.Values);
        return _tally;
    }

    private static string NumberAt(int index) => Invariant($"{10_000 + index}");

    /// <summary>Nobody calls it here: each class has a number of its own, whose plan may end in any way that is to be tried.</summary>
    private NumberPolicy Main => Number("12345", MergeMode.Main, "12345", RoutingPlan.Anybody);

    private NumberPolicy NumberOf(CallClass one, int index) => Number(NumberAt(index), MergeMode.DualNumber, one.Name, one.Plan);

    private NumberPolicy Number(string number, MergeMode mode, string name, RoutingPlan plan) => new()
    {
        Tenant = Tenant, Number = number, Mode = mode, Name = name, EffectiveFrom = DateOnly.FromDateTime(_scenario.Start.Date), Plan = plan,
    };

    private Random Luck(int replication, int stream) => new(unchecked((((_scenario.Seed * 31) + replication) * 1_000_003) + stream));

    /// <summary>The next thing that comes, or the floor's own deadline before it.</summary>
    private bool Next()
    {
        var due = _floor.NextDeadline;
        var has = _coming.TryPeek(out _, out var next);
        if (due is { } deadline && (!has || deadline <= next.At))
        {
            _now = deadline > _now ? deadline : _now;
            Feed(new Input.ClockStruck());
            return true;
        }
        if (has)
        {
            _now = next.At;
            _coming.Dequeue()();
        }
        return has;
    }

    private void In(TimeSpan span, Action happens) => _coming.Enqueue(happens, (_now + span, ++_order));

    // ---- agents -----------------------------------------------------------------------------------------------

    private void Staff()
    {
        foreach (var (group, index) in _scenario.Groups.Select((g, i) => (g, i)))
        {
            for (var n = 0; n < group.Count; n++)
            {
                var agent = new VirtualAgent(new AgentId(Invariant($"{1_000_000 + _agents.Count}")), index, group);
                _agents.Add(agent.Id, agent);
                if (group.Shifts.Count == 0 || AtWork(group))
                {
                    SignIn(agent);
                }
            }
            for (var day = TimeSpan.Zero; group.Shifts.Count > 0 && day < _scenario.End + TimeSpan.FromDays(1); day += TimeSpan.FromDays(1))
            {
                foreach (var at in group.Shifts.SelectMany(s => new[] { s.From, s.To }).Distinct()
                    .Select(t => day + t.ToTimeSpan() - _scenario.Start.TimeOfDay).Where(t => t > TimeSpan.Zero))
                {
                    In(at, () => ChangeShift(index));
                }
            }
        }
    }

    private bool AtWork(AgentGroup group) => group.Shifts.Any(s => s.Holds(TimeOnly.FromTimeSpan(_now.TimeOfDay)));

    private void ChangeShift(int group)
    {
        var atWork = AtWork(_scenario.Groups[group]);
        foreach (var agent in _agents.Values.Where(a => a.Group == group))
        {
            agent.Leaves = !atWork;
            if (atWork && agent.Since is null)
            {
                SignIn(agent);
            }
            else if (agent.Since is not null)
            {
                Wish(agent, atWork ? AgentState.Ready : AgentState.NotReady);
            }
        }
    }

    private void SignIn(VirtualAgent agent)
    {
        var phone = new PhoneAddress(Node, agent.Id.Value);
        agent.SignedIn(_now);
        Feed(new Input.AgentSignedIn(agent.Id, agent.Id.Value, agent.Of.Skills, phone));
        Feed(new Input.PhoneRegistered(phone.Node, phone.Endpoint, true));
        Wish(agent, AgentState.Ready);
    }

    private void Wish(VirtualAgent agent, AgentState state) => Feed(new Input.StateRequested(NextRequest(), agent.Id, state, null));

    private RequestId NextRequest() => new(Invariant($"r{++_requests}"));

    /// <summary>The floor says that something about this agent changed.</summary>
    private void See(AgentId id)
    {
        var agent = _agents[id];
        if (!_floor.Agents.TryGetValue(id, out var known))
        {
            agent.SignedOut(_now, _tally);
            return;
        }
        agent.Is(known.State, _now, _tally);
        if (known is { State: AgentState.AfterCallWork, Call: { } call } && agent.WritesOn != call)
        {
            agent.WritesOn = call;
            In(agent.Writing, () => WrapUp(agent, call));
        }
        else if (known is { State: AgentState.NotReady, Call: null } && agent.Leaves)
        {
            In(TimeSpan.Zero, () => SignOut(agent));
        }
        else if (known is { State: AgentState.NotReady, Reason: SetAside.Missed })
        {
            In(_scenario.Router.NotAgainFor, () => Wish(agent, AgentState.Ready));
        }
    }

    private void WrapUp(VirtualAgent agent, CallId call)
    {
        Feed(new Input.OutcomeRecorded(call, "simulated"));
        Feed(new Input.WrapUpRequested(NextRequest(), agent.Id, call));
    }

    private void SignOut(VirtualAgent agent)
    {
        if (agent is { Leaves: true, Since: not null })
        {
            Feed(new Input.SignOutRequested(NextRequest(), agent.Id));
        }
    }

    // ---- callers ----------------------------------------------------------------------------------------------

    private void ExpectNext(int index, IEnumerator<TimeSpan> arrivals)
    {
        if (arrivals.MoveNext())
        {
            In(_scenario.Start + arrivals.Current - _now, () =>
            {
                Arrive(index);
                ExpectNext(index, arrivals);
            });
        }
    }

    private void Arrive(int index)
    {
        var (one, chance, n) = (_scenario.Classes[index], _chance[index], ++_calls);
        var (id, leg) = (new CallId(Invariant($"c{n}")), new LegId(Node, Invariant($"c-{n}")));
        // All of a caller's luck is drawn at his arrival, so that it does not hang on what the router does.
        var caller =
            new Caller(index, _now, _now - _scenario.Start >= _scenario.WarmUp, one.Talk.Draw(chance), one.AfterCall?.Draw(chance) ?? TimeSpan.Zero);
        _callers.Add(id, caller);
        _legs.Add(leg);
        if (one.Patience?.Draw(chance) is { } patience)
        {
            In(patience, () => GiveUp(id, leg));
        }
        Feed(new Input.CallArrived(id, new TicketId(Invariant($"t{n}")), leg, "carrier", NumberAt(index), Invariant($"138{n:D8}"), "", _now));
    }

    private void GiveUp(CallId id, LegId leg)
    {
        if (_callers.TryGetValue(id, out var caller) && caller.AnsweredAt is null && _legs.Remove(leg))
        {
            Feed(new Input.LegEnded(leg, HangupCause.NormalClearing));
        }
    }

    private void AgentAnswers(Effect.RingAgent ring)
    {
        if (!_legs.Contains(ring.Leg))
        {
            return; // Taken back while it rang.
        }
        var caller = _callers[ring.Call];
        caller.AnsweredBy = _agents[ring.Agent];
        caller.AnsweredBy.Writing = caller.Writing;
        Talks(caller, _floor.Calls[ring.Call].Leg, ring.Leg);
    }

    /// <summary>Sub-centres have a free seat for everybody: they are not what is simulated.</summary>
    private void SubCentreAnswers(Effect.DialParty dialled)
    {
        if (_legs.Contains(dialled.Leg))
        {
            Talks(_callers[dialled.Call], dialled.CitizenLeg, dialled.Leg);
        }
    }

    private void Talks(Caller caller, LegId citizen, LegId other)
    {
        caller.AnsweredAt = _now;
        In(caller.Talk, () =>
        {
            if (_legs.Remove(citizen))
            {
                Feed(new Input.LegEnded(citizen, HangupCause.NormalClearing));
            }
        });
        Feed(new Input.LegAnswered(other));
    }

    // ---- the telephone ----------------------------------------------------------------------------------------

    private void Feed(Input input)
    {
        List<Effect> effects = [];
        _floor.Apply(_now, input, effects);
        foreach (var effect in effects)
        {
            CarryOut(effect);
        }
    }

    private void CarryOut(Effect effect)
    {
        switch (effect)
        {
            case Effect.AnswerCall e: In(TimeSpan.Zero, () => Feed(new Input.LegAnswered(e.Leg))); break;
            case Effect.RingAgent e:
                _legs.Add(e.Leg);
                In(_agents[e.Agent].Of.Answer?.Draw(_agentsChance) ?? TimeSpan.Zero, () => AgentAnswers(e));
                break;
            case Effect.DialParty e:
                _legs.Add(e.Leg);
                In(TimeSpan.Zero, () => SubCentreAnswers(e));
                break;
            case Effect.HangUp e when _legs.Remove(e.Leg): In(TimeSpan.Zero, () => Feed(new Input.LegEnded(e.Leg, e.Cause))); break;
            case Effect.PlayPrompt e: In(TimeSpan.Zero, () => Feed(new Input.PromptEnded(e.Node, e.Call, e.Prompt))); break;
            case Effect.WriteLedger { Record: { Terminal: { } terminal } record } when _callers.Remove(record.Call, out var caller):
                _tally.Ended(caller, terminal, _now);
                break;
            case Effect.ShowDesk e: See(e.Agent); break;
        }
    }
}
