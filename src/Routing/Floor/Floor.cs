using System.Diagnostics.CodeAnalysis;
using Hotline.Routing.Numbers;

namespace Hotline.Routing;

/// <summary>
/// Everything hot: calls, agents, and the indexes over them; and, during one <see cref="CallDistributor.Apply"/>, the
/// time and the effects that come of it.
/// </summary>
internal sealed class Floor
{
    /// <summary>Ended calls remembered; hang-ups are never under way for longer than so many calls.</summary>
    private const int EndedRememberedMax = 2_000;

    /// <summary>Twice the callers who can wait: all of them may have been taken for gone at once.</summary>
    private const int UnseenRememberedMax = 10_000;
    private static readonly Effect.ShowFloor FloorChanged = new();

    // With repetitions; put in order when they are said.
    private readonly List<Call> _dirtyLedger = [];
    private readonly List<AgentId> _dirtyDesks = [];
    private readonly Deadlines _deadlines;
    private readonly Dictionary<string, Call> _bySipCallId = new(StringComparer.Ordinal);
    private readonly HashSet<CallId> _ended = [];
    private readonly Dictionary<LegId, EndedCall> _unseen = [];
    private readonly Queue<CallId> _endedInOrder = new();
    private static readonly ICollection<Effect> Nowhere = Array.Empty<Effect>();
    private ICollection<Effect> _effects = Nowhere;
    private readonly TenantId _tenant;
    private readonly NumberBook _numbers;
    private readonly TimeSpan _cityOffset;
    private readonly long _epoch;
    private bool _floorChanged;
    private DateTimeOffset _dayEnds;

    public Floor(TenantId tenant, RoutingSettings settings, NumberBook numbers, TimeSpan cityOffset, long epoch)
    {
        (_tenant, Settings, _numbers, _cityOffset, _epoch) = (tenant, settings, numbers, cityOffset, epoch);
        _deadlines = new Deadlines(Calls);
        Legs = new CallLegs(this);
        Skills = new SkillIndex();
        Waiting = new WaitingLine(Skills);
    }

    public RoutingSettings Settings { get; }
    public DateTimeOffset Now { get; private set; }
    public Dictionary<CallId, Call> Calls { get; } = [];
    public Dictionary<AgentId, Agent> Agents { get; } = [];
    public CallLegs Legs { get; }
    public Dictionary<PhoneAddress, AgentId> Phones { get; } = [];
    public HashSet<NodeId> Nodes { get; } = [];

    public SkillIndex Skills { get; }

    /// <summary>Calls that wait with no offer.</summary>
    public WaitingLine Waiting { get; }

    /// <summary>Agents who may be offered a call.</summary>
    public IdleLine Idle { get; } = new();

    /// <summary>How many inputs came since the floor was made.</summary>
    public long Inputs { get; private set; }

    public NumberPolicy PolicyOf(string trunk, string number) =>
        _numbers.FindOrUnregistered(trunk, number, Today);

    /// <summary>The city's date.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Now.ToOffset(_cityOffset).DateTime);

    /// <summary>When it began.</summary>
    public DateTimeOffset Midnight => new(Today, TimeOnly.MinValue, _cityOffset);

    public void Begin(DateTimeOffset now, ICollection<Effect> effects)
    {
        // A clock that was set back must not make a deadline of the past out of one of the future.
        Now = now > Now ? now : Now;
        _effects = effects;
        Inputs++;
        if (Now >= _dayEnds)
        {
            BeginDay(Today);
        }
    }

    /// <summary>The work of the day before counts no more, for anybody at once: it orders those who are idle.</summary>
    private void BeginDay(DateOnly today)
    {
        _dayEnds = Midnight.AddDays(1);
        Idle.ForgetOccupation();
        foreach (var agent in Agents.Values.Where(a => a.OccupiedOn != today))
        {
            (agent.OccupiedOn, agent.OccupiedToday) = (today, TimeSpan.Zero);
        }
    }

    /// <summary>What many inputs cause alike is said once, at the end: ledger rows, marks, desks.</summary>
    public void End()
    {
        _dirtyLedger.Sort(static (a, b) => string.CompareOrdinal(a.Id.Value, b.Id.Value));
        for (var i = 0; i < _dirtyLedger.Count; i++)
        {
            if ((i == 0 || _dirtyLedger[i] != _dirtyLedger[i - 1]) && !_dirtyLedger[i].Forgotten)
            {
                WriteRecords(_dirtyLedger[i]);
            }
        }
        _dirtyDesks.Sort(static (a, b) => string.CompareOrdinal(a.Value, b.Value));
        for (var i = 0; i < _dirtyDesks.Count; i++)
        {
            if (i == 0 || _dirtyDesks[i] != _dirtyDesks[i - 1])
            {
                Emit(new Effect.ShowDesk(_dirtyDesks[i]));
            }
        }
        if (_floorChanged)
        {
            Emit(FloorChanged);
        }
        _dirtyLedger.Clear();
        _dirtyDesks.Clear();
        _floorChanged = false;
        _effects = Nowhere;
    }

    public void Emit(Effect effect) => _effects.Add(effect);

    public void Reply(RequestId request, string? refusal = null) => Emit(new Effect.Reply(request, refusal));

    /// <summary>The call changed: its ledger row, its mark and the desks that show it follow.</summary>
    public void Touch(Call call)
    {
        _dirtyLedger.Add(call);
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
        _dirtyDesks.AddRange(Agents.Keys);
        _floorChanged = true;
    }

    public void WakeAt(Call call, DateTimeOffset at) => _deadlines.Add(call.Id, at);

    public DateTimeOffset? NextDeadline => _deadlines.Next;

    /// <summary>A call that is on this node.</summary>
    public bool TryFind(CallId id, NodeId node, [NotNullWhen(true)] out Call? call) =>
        Calls.TryGetValue(id, out call) && (call.Leg.Node == node || IsUnnamed(node));

    /// <summary>Whose phone it is.</summary>
    public bool TryFindPhone(NodeId node, string endpoint, [NotNullWhen(true)] out Agent? agent)
    {
        agent = null;
        if (IsUnnamed(node))
        {
            agent = Agents.Values.FirstOrDefault(a => a.Phone.Endpoint == endpoint);
            return agent is not null;
        }
        return Phones.TryGetValue(new PhoneAddress(node, endpoint), out var id) && Agents.TryGetValue(id, out agent);
    }

    /// <summary>So it is in journals of before there could be several nodes.</summary>
    private static bool IsUnnamed(NodeId node) => node.Value is null;

    /// <summary>Calls whose moment has come.</summary>
    public bool TryTakeDue([NotNullWhen(true)] out Call? call) => _deadlines.TryTake(Now, out call);

    public void Forget(CallId id)
    {
        if (Calls.TryGetValue(id, out var call))
        {
            Forget(call);
        }
    }

    public void Add(Call call)
    {
        Calls.Add(call.Id, call);
        _bySipCallId[call.SipCallId] = call;
    }

    /// <summary>The call that lives with this SIP Call-ID, which its caller's telephone gives to no other.</summary>
    public bool TryFindSipCall(string sipCallId, string trunk, [NotNullWhen(true)] out Call? call) =>
        _bySipCallId.TryGetValue(sipCallId, out call) && sipCallId.Length > 0 && call.Live && call.Trunk == trunk;

    /// <summary>Forgets an ended call once no agent works on it.</summary>
    public void Forget(Call call)
    {
        if (call.Live || IsWorkedOn(call))
        {
            return;
        }
        var touched = false;
        while (_dirtyLedger.Remove(call))
        {
            touched = true;
        }
        if (touched)
        {
            WriteRecords(call);
        }
        Calls.Remove(call.Id);
        if (_bySipCallId.GetValueOrDefault(call.SipCallId) == call)
        {
            _bySipCallId.Remove(call.SipCallId);
        }
        call.Forgotten = true;
    }

    // Whoever works on a call had it, was rung for it, or has it by the truth of Asterisk.
    private bool IsWorkedOn(Call call)
    {
        if (HasIt(call.Agent, call) || HasIt(call.Offer?.Agent, call))
        {
            return true;
        }
        for (var i = 0; i < call.Rings.Count; i++)
        {
            if (HasIt(call.Rings[i].Agent, call))
            {
                return true;
            }
        }
        return false;
    }

    private bool HasIt(AgentId? id, Call call) =>
        id is { } agent && Agents.TryGetValue(agent, out var known)
            && (known.Call == call.Id || (known.Owes.Count > 0 && known.Owes.Contains(call.Id)));

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

    /// <summary>
    /// A citizen's leg was not among those that its node listed. Asterisk never gives a leg's name again, so an old note harms nobody.
    /// </summary>
    public void NoteUnseen(Call call)
    {
        if (_unseen.Count >= UnseenRememberedMax)
        {
            _unseen.Clear();
        }
        _unseen[call.Leg] = new EndedCall(call.Id, call.Ticket, call.Times.QueuedAt);
    }

    /// <summary>The call whose citizen had this leg, where a list of its node made us take him for gone.</summary>
    public bool TryFindUnseen(LegId leg, out EndedCall call) => _unseen.Remove(leg, out call);

    /// <summary>Something that kept idle agents from this waiting call is over.</summary>
    public void LookAgain(Call call)
    {
        if (call.Class is not null)
        {
            Waiting.Fresh.Add(call);
        }
    }

    /// <summary>Sets the call into or out of the line of those who wait.</summary>
    public void Line(Call call, bool waits)
    {
        if (waits)
        {
            call.LinedAt = Now > call.Times.QueuedAt ? Now : call.Times.QueuedAt; // put back by a start, which has no time yet
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
        Emit(new Effect.WriteLedger(new CallRecord(call, Settings.KeepWithheldNumbers)));
        if (call.Live && call.State != CallState.Refused && StepOf(call) is var step && step != call.MarkedStep)
        {
            call.MarkedStep = step;
            Emit(new Effect.MarkCall(call.Id, call.Leg,
                new CallMark(call.Leg.Channel, call.Id, _tenant, call.Times.QueuedAt, step, call.Ticket, _epoch, call.Dialled)));
        }
    }

    private static CallStep StepOf(Call call) => call.State switch
    {
        CallState.Waiting => call.Offer is null ? CallStep.Queued : CallStep.Offered,
        CallState.Talking => CallStep.Talking,
        CallState.Held => CallStep.Held,
        CallState.Lost => CallStep.Lost,
        CallState.HandedOver => call.Times.AgentAnsweredAt is null ? CallStep.WithParty : CallStep.HandedOver,
        _ => throw new InvalidOperationException($"a call that is {call.State} has no step"),
    };
}
