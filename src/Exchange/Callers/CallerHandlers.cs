using Hotline.Routing;

namespace Hotline.Exchange;

/// <summary>
/// Who had a caller last: a repeat matter goes to him where the plan says so (<see cref="Routing.Numbers.ChoiceOrder.PreviousHandler"/>). Bounded.
/// </summary>
public sealed class CallerHandlers(TimeSpan span)
{
    public const int CallersMax = 200_000;
    private readonly Dictionary<string, (AgentId Agent, DateTimeOffset At)> _last = new(StringComparer.Ordinal);
    private readonly Queue<(string Caller, DateTimeOffset At)> _inOrder = new();

    public void Note(string caller, AgentId agent, DateTimeOffset at)
    {
        if (caller.Length == 0)
        {
            return;
        }
        _last[caller] = (agent, at);
        _inOrder.Enqueue((caller, at));
        while (_inOrder.Count > CallersMax || (_inOrder.TryPeek(out var oldest) && oldest.At < at - span))
        {
            var (forgotten, when) = _inOrder.Dequeue();
            if (_last.TryGetValue(forgotten, out var known) && known.At == when)
            {
                _last.Remove(forgotten);
            }
        }
    }

    /// <summary>As <see cref="Note"/>, of a time before the start: what was noted since stays.</summary>
    public void Recall(string caller, AgentId agent, DateTimeOffset at)
    {
        if (!_last.TryGetValue(caller, out var known) || known.At < at)
        {
            _last[caller] = (agent, at);
            _inOrder.Enqueue((caller, at));
        }
    }

    public AgentId? Find(string caller, DateTimeOffset now) => _last.TryGetValue(caller, out var last) && last.At >= now - span ? last.Agent : null;
}
