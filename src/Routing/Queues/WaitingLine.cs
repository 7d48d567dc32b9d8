namespace Hotline.Routing;

/// <summary>Everybody who waits with no offer, by class; and what is new since the last decision.</summary>
internal sealed class WaitingLine(SkillIndex skills)
{
    private readonly Dictionary<ClassKey, WaitingClass> _classes = [];
    private readonly List<WaitingClass> _occupied = [];

    public int Count { get; private set; }

    /// <summary>Classes in which somebody waits, in no order.</summary>
    public IReadOnlyList<WaitingClass> Occupied => _occupied;

    /// <summary>Calls for which an idle agent may stand ready: all others were looked at before.</summary>
    public List<Call> Fresh { get; } = [];

    public void Add(Call call)
    {
        if (call.Class is not null)
        {
            return;
        }
        call.Class = ClassOf(call);
        call.Class.Calls.Add(call);
        call.LinedPlace = call.Class.Calls.Count;
        Count++;
        Fresh.Add(call);
        if (call.Class.Slot < 0)
        {
            call.Class.Slot = _occupied.Count;
            _occupied.Add(call.Class);
        }
    }

    public void Remove(Call call)
    {
        if (call.Class is not { } mine)
        {
            return;
        }
        mine.Calls.Remove(call);
        call.Class = null;
        Count--;
        if (mine.Calls.Count == 0)
        {
            _occupied[^1].Slot = mine.Slot;
            _occupied[mine.Slot] = _occupied[^1];
            _occupied.RemoveAt(_occupied.Count - 1);
            mine.Slot = -1;
        }
    }

    private WaitingClass ClassOf(Call call)
    {
        var step = call.Plan.Steps[call.Step];
        var key = new ClassKey(call.Leg.Node, step.Asks, step.Order, step.Priority, call.Plan.Weights);
        if (!_classes.TryGetValue(key, out var found))
        {
            _classes.Add(key, found = new WaitingClass(key, skills.NeedOf(step.Asks)));
        }
        return found;
    }
}
