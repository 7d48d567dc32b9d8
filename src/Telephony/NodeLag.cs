namespace Hotline.Telephony;

/// <summary>How slow Asterisk is: two ways to see it. The least of a while counts, since one late call means nothing. Any thread may tell.</summary>
internal sealed class NodeLag
{
    private readonly Lock _lock = new();
    private readonly TimeSpan?[] _least = new TimeSpan?[2];

    /// <summary>The difference of the two clocks, and what even an idle machine needs.</summary>
    private readonly TimeSpan[] _usual = [TimeSpan.MaxValue, TimeSpan.MaxValue];

    /// <summary>A call took so long from its INVITE (Asterisk's clock) to us (ours).</summary>
    public void NoteArrival(TimeSpan lag) => Note(0, lag);

    /// <summary>A command about a call was answered after so long.</summary>
    public void NoteCommand(TimeSpan lag) => Note(1, lag);

    /// <summary>The greater of the two since the last time, without what is usual; null where nothing was to be seen.</summary>
    public TimeSpan? Take()
    {
        lock (_lock)
        {
            var (arrival, command) = (_least[0] - _usual[0], _least[1] - _usual[1]);
            Array.Clear(_least);
            return arrival is { } a && command is { } c ? (a > c ? a : c) : arrival ?? command;
        }
    }

    /// <summary>Another Asterisk, or the same with another clock.</summary>
    public void Forget()
    {
        lock (_lock)
        {
            Array.Clear(_least);
            Array.Fill(_usual, TimeSpan.MaxValue);
        }
    }

    private void Note(int kind, TimeSpan lag)
    {
        lock (_lock)
        {
            _usual[kind] = lag < _usual[kind] ? lag : _usual[kind];
            _least[kind] = _least[kind] is { } least && least < lag ? least : lag;
        }
    }
}
