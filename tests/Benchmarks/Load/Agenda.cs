namespace Hotline.Benchmarks.Load;

/// <summary>What is to be done later, by one thread, to the millisecond.</summary>
internal sealed class Agenda : IDisposable
{
    private readonly PriorityQueue<Action, long> _queue = new();
    private readonly AutoResetEvent _changed = new(false);
    private volatile bool _closed;

    public Agenda() => new Thread(Run) { IsBackground = true, Name = "agenda", Priority = ThreadPriority.AboveNormal }.Start();

    public void At(long ticks, Action what)
    {
        lock (_queue)
        {
            _queue.Enqueue(what, ticks);
        }
        _changed.Set();
    }

    public void In(double milliseconds, Action what) => At(Now.After(Now.Ticks, milliseconds), what);

    public void Dispose()
    {
        _closed = true;
        _changed.Set();
    }

    private void Run()
    {
        while (!_closed)
        {
            Action? due = null;
            var wait = 100.0;
            lock (_queue)
            {
                if (_queue.TryPeek(out _, out var at))
                {
                    wait = Now.Between(Now.Ticks, at);
                    if (wait <= 0.05)
                    {
                        due = _queue.Dequeue();
                    }
                }
            }
            if (due is not null)
            {
                due();
            }
            else
            {
                _changed.WaitOne((int)Math.Ceiling(Math.Clamp(wait, 0, 100)));
            }
        }
    }
}
