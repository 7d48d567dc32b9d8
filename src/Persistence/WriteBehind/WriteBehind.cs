using System.Security.Cryptography;
using System.Threading.Channels;
using Hotline.Upkeep;
using Microsoft.Extensions.Logging;

namespace Hotline.Persistence;

/// <summary>
/// The call path's way to the database: it takes writes without waiting and brings them there in order, in batches. While
/// the database is away, locked or full it tries again with growing pauses and keeps what waits also on the disk, so that a
/// stop or a crash in that time loses nothing; the next start writes it first.
/// </summary>
/// <remarks>
/// <code>
/// TryWrite ─► queue ─► backlog ─[batch in one transaction]─► database
///                         │ ▲
///     on failure, on stop ▼ │ at start
///                      spill file
/// </code>
/// Every write is safe to repeat, so "written, but the answer was lost" needs no special care. A write that the database
/// refuses for what it says, or that alone fails again and again, goes to a file of its own and holds nobody up. A process killed while all is well
/// loses at most the batch under way; the floor's journal has those facts too.
/// </remarks>
public sealed partial class WriteBehind : SteadyService
{
    private readonly Database _database;
    private readonly WriteBehindOptions _options;
    private readonly ILogger<WriteBehind> _log;
    private readonly Channel<QueuedWrite> _queue;
    private readonly Backlog _backlog;
    private readonly RefusedFile _refused;
    private readonly WrittenWaiters _waiters = new();
    private readonly Lock _gate = new();
    private readonly string _run;
    private long _accepted;
    private long _lost;
    private long _rejected;
    private int _pending;
    private int _failures;
    private int _begun;
    private readonly TaskCompletionSource _recalled = NewSignal();
    private volatile TaskCompletionSource _hurry = NewSignal();
    private volatile TaskCompletionSource _healthChanged = NewSignal();

    public WriteBehind(Database database, WriteBehindOptions options, TimeProvider time, ServiceFaults faults, ILogger<WriteBehind> log)
        : base(time, faults, log)
    {
        _database = database;
        _options = options;
        _log = log;
        _backlog = new Backlog(new SpillFile(Path.Combine(options.SpillFolder, "writes.jsonl"), options.Seal));
        _refused = new RefusedFile(Path.Combine(options.SpillFolder, "refused.txt"));
        _run = $"{time.GetUtcNow().ToUnixTimeMilliseconds():x}-{RandomNumberGenerator.GetHexString(8, lowercase: true)}";

        // TryWrite alone writes and never waits: what is over the limit is counted there, so the mode never comes into play.
        _queue = Channel.CreateBounded<QueuedWrite>(
            new BoundedChannelOptions(options.PendingMax) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });
    }

    /// <summary>Writes that the database has not got yet.</summary>
    public int Pending => Volatile.Read(ref _pending);

    /// <summary>Writes not taken since the start, because too many waited or the process was stopping.</summary>
    public long Lost => Interlocked.Read(ref _lost);

    /// <summary>Writes since the start that the database refuses for what they say.</summary>
    public long Rejected => Interlocked.Read(ref _rejected);

    /// <summary>False from a failed batch to the next one that succeeds.</summary>
    public bool Healthy => Volatile.Read(ref _failures) == 0;

    /// <summary>Completes at the next change of <see cref="Healthy"/>.</summary>
    public Task HealthChanged => _healthChanged.Task;

    /// <summary>Takes a write. Never waits.</summary>
    /// <returns>False where it is lost: too many wait already, or the process is stopping.</returns>
    public bool TryWrite(WriteItem item)
    {
        lock (_gate)
        {
            if (_pending < _options.PendingMax && _queue.Writer.TryWrite(new QueuedWrite(Invariant($"{_run}-{_accepted + 1}"), item)))
            {
                _accepted++;
                Interlocked.Increment(ref _pending);
                return true;
            }
        }

        if (Interlocked.Increment(ref _lost) == 1)
        {
            LogLosing(_options.PendingMax);
        }

        return false;
    }

    /// <summary>Completes when the database has everything that was taken before, or has refused it.</summary>
    /// <exception cref="OperationCanceledException">Cancelled, or the process stopped first.</exception>
    public async Task WrittenAsync(CancellationToken cancellationToken)
    {
        // What an earlier process left comes first, and is not counted before it was read.
        await _recalled.Task.WaitAsync(cancellationToken);
        long accepted;
        lock (_gate)
        {
            accepted = _accepted;
        }

        _hurry.TrySetResult();
        await _waiters.UntilAsync(accepted).WaitAsync(cancellationToken);
    }

    /// <summary>As <see cref="WrittenAsync"/>, for so long and no longer.</summary>
    /// <returns>False where the database does not take writes, or not so fast: what it holds may be old.</returns>
    public async Task<bool> IsWrittenAsync(TimeSpan limit, CancellationToken cancellationToken)
    {
        if (!Healthy)
        {
            return false;
        }

        try
        {
            await WrittenAsync(cancellationToken).WaitAsync(limit, Time, cancellationToken);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    /// <summary>Stops taking writes, tries the database once more, and puts what is left onto the disk.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);

        // A service that is stopped before its first turn never gets one, but may have taken writes.
        if (Begin())
        {
            Recall();
            await LeaveAsync();
        }
    }

    protected override async Task RunAsync(CancellationToken stoppingToken)
    {
        if (Begin())
        {
            Recall();
        }

        while (true)
        {
            await RoundAsync(stoppingToken);
        }
    }

    private bool Begin() => Interlocked.Exchange(ref _begun, 1) == 0;

    private async Task RoundAsync(CancellationToken cancellationToken)
    {
        if (_backlog.Count == 0)
        {
            await _queue.Reader.WaitToReadAsync(cancellationToken);
            await LingerAsync(cancellationToken);
        }

        // While the database is away everything is taken, so that everything comes onto the disk.
        TakeUpTo(Healthy ? _options.BatchMax : int.MaxValue);
        if (await TryWriteAsync(_backlog.Oldest(_options.BatchMax), cancellationToken) is not { } failure)
        {
            if (Interlocked.Exchange(ref _failures, 0) > 0)
            {
                LogRecovered(Pending);
                TellHealthChanged();
            }

            return;
        }

        var failures = Interlocked.Increment(ref _failures);
        if (failures == 1)
        {
            TellHealthChanged();
        }

        if (failures >= StuckAfter && await PassStuckAsync(failure, cancellationToken))
        {
            return;
        }

        var delay = DelayAfter(failures);
        LogFailing(failure, _database.FaultOf(failure), Pending, delay);
        TakeUpTo(int.MaxValue);
        Spill();
        await Task.Delay(delay, Time, cancellationToken);
    }

    private void TellHealthChanged()
    {
        var changed = _healthChanged;
        _healthChanged = NewSignal();
        changed.TrySetResult();
    }

    // A commit of its own for each write was half of the database's work; whoever waits for his write cuts this short.
    private async Task LingerAsync(CancellationToken cancellationToken)
    {
        if (_options.Linger > TimeSpan.Zero && _queue.Reader.Count < _options.BatchMax)
        {
            await Task.WhenAny(_hurry.Task, Task.Delay(_options.Linger, Time, cancellationToken));
            cancellationToken.ThrowIfCancellationRequested();
        }

        _hurry = NewSignal();
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private TimeSpan DelayAfter(int failures)
    {
        var factor = Math.Pow(2, Math.Min(failures - 1, 30));
        return TimeSpan.FromTicks((long)Math.Min(_options.RetryDelayMin.Ticks * factor, _options.RetryDelayMax.Ticks));
    }

    private void TakeUpTo(int max)
    {
        while (_backlog.Count < max && _queue.Reader.TryRead(out var write))
        {
            _backlog.Add(write);
        }
    }

    private void Finish(int count)
    {
        for (var i = 0; i < count; i++)
        {
            OnDisk(_backlog.FinishOldest);
            Interlocked.Decrement(ref _pending);
            _waiters.Finish();
        }
    }

    private void Refuse(QueuedWrite write, Exception reason)
    {
        Interlocked.Increment(ref _rejected);
        LogRefused(reason, write.Id);
        OnDisk(() => _refused.Append(write, reason.Message));
    }

    private void Recall()
    {
        RecallSpilled();
        _recalled.TrySetResult();
    }

    private void RecallSpilled() => OnDisk(() =>
    {
        var count = _backlog.Recall(line =>
        {
            Interlocked.Increment(ref _rejected);
            LogUnreadable();
            OnDisk(() => _refused.Append(line));
        });
        if (count > 0)
        {
            LogRecalled(count);
            Interlocked.Add(ref _pending, count);
            _waiters.Expect(count);
        }
    });

    private void Spill() => OnDisk(() => _backlog.Spill());

    /// <summary>The process stops: what the database does not take now goes onto the disk.</summary>
    protected override async Task LeaveAsync()
    {
        lock (_gate)
        {
            _queue.Writer.TryComplete();
        }

        TakeUpTo(int.MaxValue);
        using var limit = new CancellationTokenSource(_options.StopFlushTimeout, Time);
        try
        {
            while (_backlog.Count > 0 && await TryWriteAsync(_backlog.Oldest(_options.BatchMax), limit.Token) is null)
            {
            }
        }
#pragma warning disable CA1031 // Out of time, or anything else: the rest goes to the disk.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            LogNotFlushed(exception.Message);
        }

        if (_backlog.Count > 0)
        {
            Spill();
            LogLeft(_backlog.Count);
        }

        _waiters.Close();
    }

    // The disk may be as full as the database: then the writes stay in memory, and people are told.
    private void OnDisk(Action action)
    {
        try
        {
            action();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            LogDiskFailed(exception, Pending);
        }
    }
}
