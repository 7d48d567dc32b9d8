namespace Hotline.Persistence;

/// <summary>Those who wait until the n-th write is finished.</summary>
internal sealed class WrittenWaiters
{
    private readonly Lock _gate = new();
    private readonly PriorityQueue<TaskCompletionSource, long> _waiting = new();
    private long _finished;
    private bool _closed;

    /// <summary>Completes when as many writes are finished; is cancelled when no more will be.</summary>
    public Task UntilAsync(long finished)
    {
        lock (_gate)
        {
            if (finished <= _finished)
            {
                return Task.CompletedTask;
            }

            var waiter = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            if (_closed)
            {
                waiter.SetCanceled();
            }
            else
            {
                _waiting.Enqueue(waiter, finished);
            }

            return waiter.Task;
        }
    }

    /// <summary>So many writes, which nobody here counted, come before all others.</summary>
    public void Expect(int count)
    {
        lock (_gate)
        {
            _finished -= count;
        }
    }

    /// <summary>One more is finished.</summary>
    public void Finish()
    {
        lock (_gate)
        {
            _finished++;
            while (_waiting.TryPeek(out var waiter, out var finished) && finished <= _finished)
            {
                _waiting.Dequeue();
                waiter.TrySetResult();
            }
        }
    }

    /// <summary>Nothing will be finished any more.</summary>
    public void Close()
    {
        lock (_gate)
        {
            _closed = true;
            while (_waiting.TryDequeue(out var waiter, out _))
            {
                waiter.TrySetCanceled();
            }
        }
    }
}
