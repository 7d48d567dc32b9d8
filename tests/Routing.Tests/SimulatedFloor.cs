using Hotline.Routing;
using Hotline.Routing.Numbers;

namespace Hotline.Routing.Tests;

/// <summary>
/// A whole floor under a seed: callers, agents, third parties and an Asterisk that answers the floor's effects late, fails
/// some, loses events, and goes away. The invariants are checked after every input; when the faults stop everybody must
/// be served.
/// </summary>
internal sealed class SimulatedFloor
{
    private static readonly string[] Dialled =
    ["12345", "12345", "12348", "12349", "12350", "12351", "12352", "12353", "12354", "12355", "12356", "12357"];
    private static readonly IReadOnlyList<AgentSkill>[] Skills =
    [
        [new(FloorHarness.Law, 5)], [], [new(new SkillId("fund"), 2)], [new(FloorHarness.Law, 2), new(new SkillId("fund"), 4)],
        [new(FloorHarness.Law, 1)], [],
    ];
    private readonly Random _chance;
    private readonly FloorHarness _f = new(new RoutingSettings { Greeting = true });
    private readonly Dictionary<LegId, bool> _legs = []; // what exists in Asterisk: leg → answered
    private readonly HashSet<LegId> _bridged = [];
    private readonly Dictionary<LegId, DateTimeOffset> _places = [];
    private readonly Dictionary<LegId, CallMark> _marks = [];
    private readonly List<(DateTimeOffset At, Func<Input?> Event)> _coming = [];
    private readonly List<AgentId> _agents = [];
    private readonly HashSet<CallId> _unknown = []; // whose arrival the journal lost
    private readonly HashSet<CallId> _recorded = []; // whose outcome somebody wrote
    private readonly Dictionary<AgentId, PhoneAddress> _phones = [];
    private readonly bool _faults;
    private int _callers, _carried;
    private int _requests;
    private bool _connected = true;

    public SimulatedFloor(int seed, bool faults)
    {
        _chance = new Random(seed);
        _faults = faults;
        for (var i = 0; i < 6; i++)
        {
            var id = new AgentId($"{1001 + i}");
            _agents.Add(id);
            _phones[id] = new PhoneAddress(FloorHarness.Node, "a" + id.Value);
            Feed(new Input.AgentSignedIn(id, "座席", Skills[i], Phone(id)));
            Feed(new Input.PhoneRegistered(FloorHarness.Node, Phone(id).Endpoint, true));
        }
    }

    public int Inputs { get; private set; }
    public int Crashes { get; private set; }
    public FloorHarness Harness => _f;

    public void Run(int inputs)
    {
        while (Inputs < inputs)
        {
            Step(callers: true);
        }
        // The faults stop: Asterisk is back, agents work, nobody new calls.
        Reconnect();
        for (var i = 0; i < 20_000 && (_f.Floor.Calls.Count > 0 || _coming.Count > 0); i++) // a call is forgotten when its outcome is written
        {
            Step(callers: false);
        }
        _f.Floor.Calls.Values.Where(c => c.Live).Select(c => $"{c.Id} {c.State}").ShouldBeEmpty("calls that nobody serves");
        foreach (var ledger in _f.All.OfType<Effect.WriteLedger>().GroupBy(w => w.Record.Call))
        {
            if (_unknown.Contains(ledger.Key) && ledger.Last().Record.Terminal is null)
            {
                continue; // forgotten with the last lines of the journal and gone before the reconciliation: the audit of the ledger closes it
            }
            ledger.Last().Record.Terminal.ShouldNotBeNull($"{ledger.Key} has no end");
            if (Crashes > 0)
            {
                continue; // what was written before a crash may be told anew, and otherwise, by what Asterisk knows: the last row counts
            }
            ledger.Select(w => w.Record.Terminal).OfType<TerminalState>().Distinct().Count().ShouldBe(1, $"{ledger.Key} ended in more than one way");
            ledger.Zip(ledger.Skip(1)).ShouldAllBe(p => p.First.Record.Revision < p.Second.Record.Revision);
            // CALL-07: whoever was talked with has an outcome, written by an agent or by us.
            (ledger.Last().Record.Terminal is not (TerminalState.Answered or TerminalState.AnsweredByParty) || _recorded.Contains(ledger.Key))
                .ShouldBeTrue($"{ledger.Key} has no outcome");
        }
    }

    private PhoneAddress Phone(AgentId id) => _phones[id];

    /// <summary>Another one from now on, which is found a moment later; or not.</summary>
    private PhoneAddress NewPhone(AgentId id)
    {
        var phone = _phones[id] = new PhoneAddress(FloorHarness.Node, $"b{++_requests}-{id.Value}");
        if (Chance(0.8))
        {
            After(_chance.NextDouble() * 5, () => new Input.PhoneRegistered(FloorHarness.Node, phone.Endpoint, true));
        }
        return phone;
    }

    private static LegId Citizen(int n) => new(FloorHarness.Node, $"hotline-{n}");

    private bool Chance(double p) => _chance.NextDouble() < p;

    private void Step(bool callers)
    {
        _f.After(_chance.NextDouble() * 3);
        CarryOut();
        Deliver();
        if (callers && _connected && Chance(0.25))
        {
            var n = ++_callers;
            _legs[Citizen(n)] = false;
            Feed(
                new Input.CallArrived(new CallId($"c{n}"), new TicketId($"t{n}"), Citizen(n), "carrier", Dialled[_chance.Next(Dialled.Length)],
                    $"138{_chance.Next(40):D8}", $"{n}", _f.Now,
                PreviousHandler: Chance(0.3) ? _agents[_chance.Next(_agents.Count)] : null,
                KeptPlace: Chance(0.05) ? _f.Now - TimeSpan.FromSeconds(_chance.Next(60)) : null));
            After(5 + (_chance.NextDouble() * 120), () => Gone(Citizen(n)));
        }
        if (_connected && Chance(0.1) && _f.Floor.Calls.Values.FirstOrDefault(c => c.CallBackOffered && _legs.ContainsKey(c.Leg)) is { } asked)
        {
            Feed(new Input.KeyPressed(asked.Leg, Chance(0.8) ? PlanEnding.CallBackKey : "2"));
        }
        Person(_agents[_chance.Next(_agents.Count)], callers);
        if (_faults && callers)
        {
            Fault();
        }
    }

    private void Person(AgentId id, bool careless)
    {
        if (!_f.Floor.Agents.TryGetValue(id, out var agent))
        {
            AgentState? was = _faults && Chance(0.3) ? Chance(0.5) ? AgentState.Ready : AgentState.Break : null;
            Feed(new Input.AgentSignedIn(id, "座席", Skills[_chance.Next(Skills.Length)], Phone(id), was, was == AgentState.Break ? "rest" : null));
            Feed(new Input.PhoneRegistered(FloorHarness.Node, Phone(id).Endpoint, true));
            return;
        }
        var request = new RequestId($"r{++_requests}");
        switch (agent.State)
        {
            case AgentState.NotReady or AgentState.Break:
                if (!agent.PhoneRegistered && Chance(0.5))
                {
                    Feed(new Input.PhoneRegistered(FloorHarness.Node, agent.Phone.Endpoint, true));
                }
                Feed(new Input.StateRequested(request, id, AgentState.Ready, null));
                break;
            case AgentState.Ready when careless && Chance(0.03):
                Feed(new Input.AgentSignedIn(id, "座席", Skills[_chance.Next(Skills.Length)], Chance(0.5) ? agent.Phone
                    : NewPhone(id))); // other skills from now on
                break;
            case AgentState.Ready when careless && Chance(0.1):
                Feed(Chance(0.5) ? new Input.StateRequested(request, id, AgentState.Break, "rest") : new Input.SignOutRequested(request, id));
                break;
            case AgentState.Talking:
                Talk(agent, request);
                break;
            case AgentState.AfterCallWork:
                var written = agent.Call!.Value;
                if (careless && Chance(0.2))
                {
                    Feed(new Input.SignOutRequested(request, id)); // refused: nothing is written yet
                    break;
                }
                _recorded.Add(written);
                if (careless && Chance(0.1))
                {
                    Feed(new Input.WrapUpRequested(request, id, written, PutOff: true)); // the draft stands for it, and comes when it comes
                    break;
                }
                Feed(new Input.OutcomeRecorded(written, "ticket"));
                Feed(new Input.WrapUpRequested(request, id, written));
                break;
        }
    }

    private void Talk(Agent agent, RequestId request)
    {
        if (Chance(0.02))
        {
            Feed(new Input.AgentSignedIn(agent.Id, "座席", agent.Skills, NewPhone(agent.Id))); // at another place, in the middle of a talk
            return;
        }
        Input? wish = _chance.Next(13) switch
        {
            0 => new Input.HoldRequested(request, agent.Id),
            1 => new Input.RetrieveRequested(request, agent.Id),
            2 => new Input.ThreeWayRequested(request, agent.Id, "12366", "税务分中心", "subcentre"),
            3 => new Input.LeaveRequested(request, agent.Id),
            4 => new Input.DropPartyRequested(request, agent.Id),
            5 or 6 => new Input.HangUpRequested(request, agent.Id),
            7 => new Input.StateRequested(request, agent.Id, AgentState.Break, "meal"),
            8 => new Input.PhonePageOpened(agent.Id),
            9 when Chance(0.3) => Recorded(agent.Call!.Value),
            9 => new Input.RequeueRequested(request, agent.Id, RoutingPlanText.Parse("law 30s; any", new HashSet<string> { "law" }).Plan!),
            _ => null,
        };
        if (wish is not null)
        {
            Feed(wish);
        }
    }

    /// <summary>The ticket is submitted while they talk.</summary>
    private Input.OutcomeRecorded Recorded(CallId call)
    {
        _recorded.Add(call);
        return new Input.OutcomeRecorded(call, "ticket");
    }

    private void Fault()
    {
        if (!_connected)
        {
            if (Chance(0.1))
            {
                Reconnect();
            }
        }
        else if (Chance(0.004))
        {
            Crash();
        }
        else if (Chance(0.01))
        {
            _connected = false;
            _coming.Clear(); // events while nobody listens are gone
            Feed(new Input.NodeLost(FloorHarness.Node));
        }
        else if (Chance(0.02) && _f.Floor.Calls.Values.FirstOrDefault(c => c.AgentLeg is not null) is { AgentLeg: { } leg })
        {
            var input = Gone(leg);
            if (input is not null)
            {
                Feed(input);
                Feed(input); // and once more
            }
        }
        else if (Chance(0.02))
        {
            Feed(new Input.PhoneRegistered(FloorHarness.Node, Phone(_agents[_chance.Next(_agents.Count)]).Endpoint, Chance(0.5)));
        }
    }

    /// <summary>The server dies, with its last moments not yet on the disk, and comes back.</summary>
    private void Crash()
    {
        Crashes++;
        _connected = false;
        _coming.Clear();
        _unknown.UnionWith(_f.Crash(_chance.Next(12)).OfType<Input.CallArrived>().Select(a => a.Call));
        Reconnect();
    }

    /// <summary>Asterisk comes back with what it holds now; some citizens hung up meanwhile.</summary>
    private void Reconnect()
    {
        foreach (var leg in _legs.Keys.Where(l => Chance(0.1)).ToList())
        {
            _legs.Remove(leg);
        }
        _connected = true;
        var found = _legs.Select(l => new FoundLeg
        {
            Leg = l.Key,
            Role = LegNames.AgentOf(l.Key.Channel) is not null ? FoundRole.Agent
                : LegNames.IsParty(l.Key.Channel) ? FoundRole.Party
                : FoundRole.Citizen,
            Call = LegNames.CallOf(l.Key.Channel),
            Agent = LegNames.AgentOf(l.Key.Channel),
            Up = l.Value,
            InBridge = _bridged.Contains(l.Key),
            Mark = _marks.GetValueOrDefault(l.Key),
            CreatedAt = _f.Now,
            NewCall = new CallId($"cx{++_callers}"),
            NewTicket = new TicketId($"tx{_callers}"),
        }).ToList();
        Feed(
            new Input.NodeSnapshot(FloorHarness.Node, DateTimeOffset.MinValue, found,
                [.. _agents.Where(_ => Chance(0.9)).Select(a => Phone(a).Endpoint)]));
        foreach (var leg in _legs.Keys.Where(l => LegNames.CallOf(l.Channel) is null).ToList())
        {
            After(5 + (_chance.NextDouble() * 100), () => Gone(leg));
        }
    }

    private void Deliver()
    {
        foreach (var due in _coming.Where(c => c.At <= _f.Now).OrderBy(c => c.At).ToList())
        {
            _coming.Remove(due);
            if (_connected && due.Event() is { } input)
            {
                Feed(input);
            }
        }
    }

    private Input.LegEnded? Gone(LegId leg, int cause = HangupCause.NormalClearing)
    {
        _bridged.Remove(leg);
        _marks.Remove(leg);
        return _legs.Remove(leg) ? new Input.LegEnded(leg, cause) : null;
    }

    private void After(double seconds, Func<Input?> e) => _coming.Add((_f.Now + TimeSpan.FromSeconds(seconds), e));

    private void Feed(Input input)
    {
        Inputs++;
        _f.Apply(input);
        CheckPlaces();
        CheckLegs();
        CarryOut();
    }

    /// <summary>While Asterisk is heard, whoever is in a call has a leg there.</summary>
    private void CheckLegs()
    {
        foreach (var call in _f.Floor.Calls.Values.Where(c => _connected && c.Live))
        {
            foreach (var leg in new[] { call.Leg, call.AgentLeg, call.Party?.State == PartyState.Joined ? call.Party.Leg : null })
            {
                (leg is not { } stands || _legs.ContainsKey(stands)).ShouldBeTrue($"{call.Id} {call.State} holds {leg}, which is gone");
            }
        }
    }

    /// <summary>A caller's place in time is set once, whatever happens to the floor.</summary>
    private void CheckPlaces()
    {
        foreach (var call in _f.Floor.Waiting)
        {
            if (!_places.TryAdd(call.Leg, call.Times.QueuedAt))
            {
                call.Times.QueuedAt.ShouldBe(_places[call.Leg], $"{call.Id} lost its place");
            }
        }
    }

    /// <summary>Asterisk gets what the floor asked for since the last time.</summary>
    private void CarryOut()
    {
        while (_carried < _f.All.Count)
        {
            Carry(_f.All[_carried++]);
        }
    }

    /// <summary>What Asterisk does about an effect.</summary>
    private void Carry(Effect effect)
    {
        if (!_connected)
        {
            return;
        }
        switch (effect)
        {
            case Effect.AnswerCall e:
                After(0.01, () => Set(e.Leg));
                break;
            case Effect.JoinBridge e:
                _bridged.Add(e.Leg);
                break;
            case Effect.LeaveBridge e:
                _bridged.Remove(e.Leg);
                break;
            case Effect.MarkCall e when _legs.ContainsKey(e.Leg):
                _marks[e.Leg] = e.Mark;
                break;
            case Effect.PlayPrompt e:
                After(3, () => new Input.PromptEnded(FloorHarness.Node, e.Call, e.Prompt));
                break;
            case Effect.StopPrompt e:
                After(0.01, () => new Input.PromptEnded(FloorHarness.Node, e.Call, e.Prompt));
                break;
            case Effect.RingAgent e when _faults && Chance(0.05):
                After(0.01, () => new Input.CommandFailed(FloorHarness.Node, e.Call, e.Leg, FailedCommand.RingAgent, "500"));
                break;
            case Effect.RingAgent e:
                _legs[e.Leg] = false;
                Answers(e.Leg, 0.8);
                break;
            case Effect.DialParty e:
                _legs[e.Leg] = false;
                Answers(e.Leg, 0.6);
                break;
            case Effect.HangUp e:
                After(0.02, () => Gone(e.Leg));
                break;
            case Effect.CloseTicket e:
                _recorded.Add(e.Call);
                break;
            case Effect.RemoveOrphan e:
                After(0.02, () => Gone(e.Leg));
                break;
        }
    }

    private void Answers(LegId leg, double odds)
    {
        if (Chance(odds))
        {
            After(_chance.NextDouble() * 8, () => Set(leg));
        }
        else if (Chance(0.5))
        {
            After(_chance.NextDouble() * 10, () => Gone(leg, Chance(0.5) ? HangupCause.CallRejected : HangupCause.UserBusy));
        }
    }

    private Input.LegAnswered? Set(LegId leg)
    {
        if (!_legs.ContainsKey(leg))
        {
            return null;
        }
        _legs[leg] = true;
        return new Input.LegAnswered(leg);
    }
}
