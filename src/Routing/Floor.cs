using Hotline.Routing.Numbers;

namespace Hotline.Routing;

/// <summary>
/// Everything hot: calls, agents, and the indexes over them; and, during one <see cref="CallDistributor.Apply"/>, the
/// time and the effects that come of it.
/// </summary>
internal sealed class Floor(TenantId tenant, RoutingSettings settings, NumberBook numbers, TimeSpan cityOffset, long epoch)
{
    /// <summary>Ended calls remembered; hang-ups are never under way for longer than so many calls.</summary>
    private const int EndedRememberedMax = 2_000;
    private readonly SortedSet<CallId> _dirtyLedger = new(Comparer<CallId>.Create((a, b) => string.CompareOrdinal(a.Value, b.Value)));
    private readonly SortedSet<AgentId> _dirtyDesks = new(Comparer<AgentId>.Create((a, b) => string.CompareOrdinal(a.Value, b.Value)));
    private readonly PriorityQueue<CallId, DateTimeOffset> _deadlines = new();
    private readonly HashSet<CallId> _ended = [];
    private readonly Queue<CallId> _endedInOrder = new();
    private ICollection<Effect> _effects = [];
    private bool _floorChanged;

    public RoutingSettings Settings { get; } = settings;
    public DateTimeOffset Now { get; private set; }
    public Dictionary<CallId, Call> Calls { get; } = [];
    public Dictionary<AgentId, Agent> Agents { get; } = [];
    public Dictionary<LegId, CallId> Legs { get; } = [];
    public Dictionary<string, AgentId> Phones { get; } = [];
    public HashSet<NodeId> Nodes { get; } = [];

    /// <summary>Calls that wait with no offer, the next to be served first.</summary>
    public SortedSet<Call> Waiting { get; } = new(Comparer<Call>.Create(ByTurn));

    /// <summary>Agents who may be offered a call, the longest idle first.</summary>
    public SortedSet<Agent> Idle { get; } = new(Comparer<Agent>.Create(ByIdleness));

    public NumberPolicy PolicyOf(string trunk, string number) =>
        numbers.FindOrUnregistered(trunk, number, DateOnly.FromDateTime(Now.ToOffset(cityOffset).DateTime));

    public void Begin(DateTimeOffset now, ICollection<Effect> effects)
    {
        // A clock that was set back must not make a deadline of the past out of one of the future.
        Now = now > Now ? now : Now;
        _effects = effects;
    }

    /// <summary>What many inputs cause alike is said once, at the end: ledger rows, marks, desks.</summary>
    public void End()
    {
        foreach (var id in _dirtyLedger)
        {
            if (Calls.TryGetValue(id, out var call))
            {
                WriteRecords(call);
            }
        }
        foreach (var agent in _dirtyDesks)
        {
            Emit(new Effect.ShowDesk(agent));
        }
        if (_floorChanged)
        {
            Emit(new Effect.ShowFloor());
        }
        _dirtyLedger.Clear();
        _dirtyDesks.Clear();
        _floorChanged = false;
        _effects = [];
    }

    public void Emit(Effect effect) => _effects.Add(effect);

    public void Reply(RequestId request, string? refusal = null) => Emit(new Effect.Reply(request, refusal));

    /// <summary>The call changed: its ledger row, its mark and the desks that show it follow.</summary>
    public void Touch(Call call)
    {
        _dirtyLedger.Add(call.Id);
        if (call.Agent is { } agent)
        {
            _dirtyDesks.Add(agent);
        }
        if (call.Offer is { } offer)
        {
            _dirtyDesks.Add(offer.Agent);
        }
        _floorChanged = true;
    }

    public void Touch(Agent agent)
    {
        _dirtyDesks.Add(agent.Id);
        _floorChanged = true;
    }

    public void TouchAllDesks()
    {
        _dirtyDesks.UnionWith(Agents.Keys);
        _floorChanged = true;
    }

    public void WakeAt(Call call, DateTimeOffset at) => _deadlines.Enqueue(call.Id, at);

    public DateTimeOffset? NextDeadline => _deadlines.TryPeek(out _, out var at) ? at : null;

    /// <summary>Calls whose moment has come. A moment that no longer matters finds nothing due and is harmless.</summary>
    public IEnumerable<Call> TakeDue()
    {
        while (_deadlines.TryPeek(out var id, out var at) && at <= Now)
        {
            _deadlines.Dequeue();
            if (Calls.TryGetValue(id, out var call))
            {
                yield return call;
            }
        }
    }

    /// <summary>Forgets an ended call once no agent works on it.</summary>
    public void Forget(Call call)
    {
        if (call.Live || Agents.Values.Any(a => a.Call == call.Id))
        {
            return;
        }
        if (_dirtyLedger.Remove(call.Id))
        {
            WriteRecords(call);
        }
        Calls.Remove(call.Id);
    }

    /// <summary>Remembers that a call is over: a leg of it that is found later was only not hung up in time.</summary>
    public void NoteEnded(CallId call)
    {
        if (_ended.Add(call))
        {
            _endedInOrder.Enqueue(call);
            if (_endedInOrder.Count > EndedRememberedMax)
            {
                _ended.Remove(_endedInOrder.Dequeue());
            }
        }
    }

    public void ForgetEnded(CallId call) => _ended.Remove(call);

    public bool HasEnded(CallId call) => _ended.Contains(call);

    /// <summary>Sets the call into or out of the line of those who wait.</summary>
    public void Line(Call call, bool waits)
    {
        if (waits)
        {
            Waiting.Add(call);
        }
        else
        {
            Waiting.Remove(call);
        }
    }

    private void WriteRecords(Call call)
    {
        call.Revision = Math.Max(call.Revision + 1, Now.ToUnixTimeMilliseconds());
        Emit(new Effect.WriteLedger(CallRecord.Of(call)));
        if (call.Live && call.State != CallState.Refused && StepOf(call) is var step && step != call.MarkedStep)
        {
            call.MarkedStep = step;
            Emit(new Effect.MarkCall(call.Id, call.Leg,
                new CallMark(call.Leg.Channel, call.Id, tenant, call.Times.QueuedAt, step, call.Ticket, epoch, call.Dialled)));
        }
    }

    private static CallStep StepOf(Call call) => call.State switch
    {
        CallState.Waiting => call.Offer is null ? CallStep.Queued : CallStep.Offered,
        CallState.Talking => CallStep.Talking,
        CallState.Held => CallStep.Held,
        CallState.Lost => CallStep.Lost,
        CallState.HandedOver => CallStep.HandedOver,
        _ => throw new InvalidOperationException($"a call that is {call.State} has no step"),
    };

    private static int ByTurn(Call a, Call b)
    {
        var front = b.Front.CompareTo(a.Front);
        var turn = front != 0 ? front : a.Times.QueuedAt.CompareTo(b.Times.QueuedAt);
        return turn != 0 ? turn : string.CompareOrdinal(a.Id.Value, b.Id.Value);
    }

    private static int ByIdleness(Agent a, Agent b)
    {
        var idle = a.IdleSince.CompareTo(b.IdleSince);
        return idle != 0 ? idle : string.CompareOrdinal(a.Id.Value, b.Id.Value);
    }
}
