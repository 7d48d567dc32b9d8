using Hotline.Routing.Numbers;

namespace Hotline.Routing;

/// <summary>
/// The one door of the floor: facts go in, verbs come out. Deterministic, no IO, no clock: the same inputs at the same
/// times give the same effects, so a day can be replayed.
/// </summary>
public sealed class CallDistributor
{
    private readonly Floor _floor;
    private readonly AgentDesk _agents;
    private readonly Offers _offers;
    private readonly CallFlow _calls;
    private readonly TalkFlow _talk;
    private readonly PartyFlow _parties;
    private readonly PlanFlow _plans;
    private readonly LegEvents _legs;
    private readonly Matcher _matcher;
    private readonly CallMedia _media;
    private readonly Reconciler _reconciler;
    private readonly Explainer _explainer;

    /// <param name="tenant">The city.</param>
    /// <param name="settings">Its limits.</param>
    /// <param name="numbers">Its numbers (一号一策).</param>
    /// <param name="cityOffset">The city's offset from UTC: policies change at its midnight.</param>
    /// <param name="epoch">Counts the starts of the server; written on every mark.</param>
    public CallDistributor(TenantId tenant, RoutingSettings settings, NumberBook numbers, TimeSpan cityOffset, long epoch)
    {
        _floor = new Floor(tenant, settings, numbers, cityOffset, epoch);
        _agents = new AgentDesk(_floor);
        _offers = new Offers(_floor, _agents);
        _media = new CallMedia(_floor);
        _calls = new CallFlow(_floor, _agents, _offers, _media);
        _talk = new TalkFlow(_floor, _agents, _offers, _calls, _media);
        _parties = new PartyFlow(_floor, _agents, _calls, _media);
        _plans = new PlanFlow(_floor, _agents, _calls, _parties, _media);
        _matcher = new Matcher(_floor, _offers);
        _explainer = new Explainer(_floor);
        _legs = new LegEvents(_floor, _calls, _talk, _parties);
        _reconciler = new Reconciler(_floor, _agents, _offers, _calls, _talk, _legs, _media);
    }

    /// <summary>When <see cref="Input.ClockStruck"/> must come at the latest; null while nothing is due.</summary>
    public DateTimeOffset? NextDeadline => _floor.NextDeadline;

    public IReadOnlyDictionary<CallId, Call> Calls => _floor.Calls;

    /// <summary>Channels that belong to a call on the floor.</summary>
    public IReadOnlyCollection<LegId> Legs => _floor.Legs.Standing;
    public IReadOnlyDictionary<AgentId, Agent> Agents => _floor.Agents;

    /// <summary>
    /// Calls that wait with no offer, the longest waiting first (those that we had cut off before all others). Sorted when asked for.
    /// </summary>
    public IEnumerable<Call> Waiting => _floor.Waiting.Occupied.SelectMany(c => c.Calls).Order(Comparer<Call>.Create(Turn.Within));
    public int WaitingCount => _floor.Waiting.Count;
    public bool NodeIsUp(NodeId node) => _floor.Nodes.Contains(node);

    /// <summary>Nodes that can be commanded now.</summary>
    public IReadOnlyCollection<NodeId> Nodes => _floor.Nodes;
    public RoutingSettings Settings => _floor.Settings;

    /// <summary>How many inputs came since the floor was made; a decision names the one that led to it.</summary>
    public long Inputs => _floor.Inputs;

    /// <summary>Why a caller still waits; null for one who does not. Looks at every agent.</summary>
    public WaitingExplanation? WhyWaiting(CallId call) => _floor.Calls.TryGetValue(call, out var waiting) ? _explainer.Of(waiting) : null;

    /// <summary>Takes one fact and says what is to be done.</summary>
    /// <param name="now">The moment of the fact. Never goes backwards; an earlier one counts as the latest seen.</param>
    /// <param name="input">The fact.</param>
    /// <param name="effects">What is to be done is added here, in order.</param>
    public void Apply(DateTimeOffset now, Input input, ICollection<Effect> effects)
    {
        _floor.Begin(now, effects);
        Dispatch(input);
        while (_floor.TryTakeDue(out var call))
        {
            Tick(call);
        }
        _matcher.Run();
        _floor.End();
    }

    /// <summary>All that the floor remembers now. Not a copy: it is to be written before the next <see cref="Apply"/>.</summary>
    public FloorImage Image() => new([.. Agents.Values], [.. Calls.Values], [.. Nodes]);

    /// <summary>Puts back what an image held. Deadlines that passed meanwhile come with the next input.</summary>
    public void Restore(FloorImage image) => _reconciler.Restore(image.Agents, image.Calls, image.Nodes ?? []);

    private void Dispatch(Input input)
    {
        switch (input)
        {
            case Input.CallArrived i: _calls.Arrived(i); break;
            case Input.LegAnswered i: _legs.Answered(i.Leg); break;
            case Input.LegRang i: _legs.Rang(i.Leg); break;
            case Input.LegEnded i: _legs.Ended(i.Leg, i.Cause); break;
            case Input.PromptEnded i: _calls.PromptEnded(i); break;
            case Input.KeyPressed i: _plans.KeyPressed(i); break;
            case Input.CommandFailed i: _legs.Failed(i); break;
            case Input.RecordingChanged i: _calls.RecordingChanged(i); break;
            case Input.PhoneRegistered i: _talk.PhoneRegistered(i); break;
            case Input.NodeLost i: _reconciler.NodeLost(i.Node); break;
            case Input.NodeSnapshot i: _reconciler.NodeFound(i); break;
            case Input.TruthDiffered i: _reconciler.TruthDiffered(i); break;
            case Input.AgentSignedIn i: _agents.SignedIn(i); break;
            case Input.PhonePageOpened i: _talk.PageOpened(i.Agent); break;
            case Input.OutcomeRecorded i: _calls.OutcomeRecorded(i); break;
            case Input.Wish i: Granted(i); break;
            case Input.ClockStruck: break;
            default: throw new System.Diagnostics.UnreachableException(input.GetType().Name);
        }
    }

    private void Granted(Input.Wish wish)
    {
        if (!_floor.Agents.TryGetValue(wish.Agent, out var agent))
        {
            _floor.Reply(wish.Request, Refusals.NotSignedIn);
            return;
        }
        var refusal = wish switch
        {
            Input.StateRequested i => _agents.StateRequested(agent, i),
            Input.SignOutRequested => _agents.SignOut(agent),
            Input.WrapUpRequested i => _agents.WrapUp(agent, i.Call, i.PutOff),
            Input.WrapUpExtensionRequested i => _agents.ExtendWrapUp(agent, i.Call),
            _ => InCall(agent, wish),
        };
        _floor.Reply(wish.Request, refusal);
    }

    private string? InCall(Agent agent, Input.Wish wish)
    {
        if (agent.Call is not { } id || !_floor.Calls.TryGetValue(id, out var call) || !call.AgentTalks || call.Agent != agent.Id)
        {
            return Refusals.NoCall;
        }
        if (!_floor.Nodes.Contains(call.Leg.Node))
        {
            return Refusals.TelephonyDown;
        }
        return wish switch
        {
            Input.HoldRequested => _talk.Hold(call),
            Input.RetrieveRequested => _talk.Retrieve(call),
            Input.ThreeWayRequested i => _parties.Dial(call, i),
            Input.DropPartyRequested => _parties.Drop(call),
            Input.RequeueRequested i => _plans.Requeue(call, agent, i.Plan),
            Input.LeaveRequested => _parties.Leave(call, agent),
            Input.HangUpRequested => call.Party?.State == PartyState.Joined ? _parties.Leave(call, agent) : _talk.HangUp(call),
            _ => throw new System.Diagnostics.UnreachableException(wish.GetType().Name),
        };
    }

    private void Tick(Call call)
    {
        if (!call.Live || !_floor.Nodes.Contains(call.Leg.Node))
        {
            return; // A node that is away is looked at whole when it is back.
        }
        _offers.Due(call);
        _parties.Due(call);
        _talk.Due(call);
        _plans.Due(call);
        _media.Due(call);
        _floor.LookAgain(call);
    }
}
