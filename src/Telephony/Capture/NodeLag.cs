namespace Hotline.Telephony.Capture;

/// <summary>What a while showed of the node.</summary>
/// <param name="Lag">How long half of what was seen had to wait at least, without what is usual; null where nothing was to be seen.</param>
/// <param name="Offered">New calls that came; 0 where only Asterisk knows.</param>
/// <param name="Served">Calls that reached the floor.</param>
internal readonly record struct NodeLook(TimeSpan? Lag, int Offered, int Served);

/// <summary>
/// How slow Asterisk is, in four ways to see it. The middle one of a while counts: one late call means nothing, and one quick call among late
/// ones does not either, since Asterisk has many queues and no order among them. Any thread may tell.
/// </summary>
internal sealed class NodeLag
{
    private const int Arrival = 0, Command = 1, Answer = 2, Event = 3, Kinds = 4;

    /// <summary>Of one kind between two looks; more of them say no more.</summary>
    private const int SamplesMax = 1_000;
    private readonly Lock _lock = new();
    private readonly List<TimeSpan>[] _seen = [.. Enumerable.Range(0, Kinds).Select(_ => new List<TimeSpan>())];

    /// <summary>The difference of the two clocks, and what even an idle machine needs.</summary>
    private readonly TimeSpan[] _usual = [.. Enumerable.Repeat(TimeSpan.MaxValue, Kinds)];
    private TimeSpan? _waiting;
    private int _answers, _arrivals;

    /// <summary>A call took so long from the making of its channel (Asterisk's clock) to us (ours).</summary>
    public void NoteArrival(TimeSpan lag)
    {
        Interlocked.Increment(ref _arrivals);
        Note(Arrival, lag);
    }

    /// <summary>An event came so long after it happened: a talk that begins late, while its call was answered at once.</summary>
    public void NoteEvent(TimeSpan lag) => Note(Event, lag);

    /// <summary>A command about a call was answered after so long.</summary>
    public void NoteCommand(TimeSpan lag) => Note(Command, lag);

    /// <summary>An INVITE got its first answer so long after it was read: it may have lain in a queue that nothing else shows.</summary>
    public void NoteAnswer(TimeSpan lag)
    {
        Interlocked.Increment(ref _answers);
        Note(Answer, lag);
    }

    /// <summary>An INVITE has waited so long, and no end is to be seen: counts where none is answered.</summary>
    public void NoteWaiting(TimeSpan lag)
    {
        lock (_lock)
        {
            _waiting = lag;
        }
    }

    /// <summary>What the time since the last look showed: of the lags the greatest.</summary>
    public NodeLook Take()
    {
        lock (_lock)
        {
            TimeSpan? greatest = null;
            for (var kind = 0; kind < Kinds; kind++)
            {
                greatest = MiddleOf(kind) is { } lag && !(lag <= greatest) ? lag : greatest;
            }
            greatest = _seen[Answer].Count == 0 && _waiting is { } waiting && !(waiting <= greatest) ? waiting : greatest;
            var look = new NodeLook(greatest, _answers, _arrivals);
            (_waiting, _answers, _arrivals) = (null, 0, 0);
            Array.ForEach(_seen, samples => samples.Clear());
            return look;
        }
    }

    /// <summary>Another Asterisk, or the same with another clock.</summary>
    public void Forget()
    {
        lock (_lock)
        {
            Array.ForEach(_seen, samples => samples.Clear());
            Array.Fill(_usual, TimeSpan.MaxValue);
        }
    }

    private TimeSpan? MiddleOf(int kind)
    {
        var samples = _seen[kind];
        if (samples.Count == 0)
        {
            return null;
        }
        samples.Sort();
        return samples[(samples.Count - 1) / 2] - _usual[kind];
    }

    private void Note(int kind, TimeSpan lag)
    {
        lock (_lock)
        {
            _usual[kind] = lag < _usual[kind] ? lag : _usual[kind];
            if (_seen[kind].Count < SamplesMax)
            {
                _seen[kind].Add(lag);
            }
        }
    }
}
