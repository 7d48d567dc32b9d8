using System.Diagnostics;
using System.Threading.Channels;
using Hotline.Routing;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Hotline.Exchange;

/// <summary>
/// The one loop of a tenant: fact in, <see cref="CallDistributor.Apply"/>, verbs out. It awaits nothing but its inbox:
/// no database, no browser, no Asterisk.
/// </summary>
public sealed partial class FloorLoop : BackgroundService
{
    /// <summary>Facts that may wait. Telephony's writers wait beyond it (no event is lost); people's wishes are refused.</summary>
    public const int InboxCapacity = 20_000;
    private readonly Channel<Posted> _inbox = Channel.CreateBounded<Posted>(new BoundedChannelOptions(InboxCapacity)
    {
        SingleReader = true,
        FullMode = BoundedChannelFullMode.Wait,
        AllowSynchronousContinuations = false,
    });
    private CallDistributor _floor;
    private readonly FloorJournal _journal;
    private readonly EffectDispatcher _dispatcher;
    private readonly CallerMemory _callers;
    private readonly SteadyClock _clock;
    private readonly ILogger<FloorLoop> _log;
    private readonly ITimer _alarm;
    private readonly List<Effect> _effects = [];
    private DateTimeOffset _alarmAt = DateTimeOffset.MaxValue;

    public FloorLoop(Func<CallDistributor> newFloor, FloorJournal journal, EffectDispatcher dispatcher, CallerMemory callers, SteadyClock clock,
        TimeProvider time, ILogger<FloorLoop> log)
    {
        (_floor, _journal, _dispatcher, _callers, _clock, _log) = (newFloor(), journal, dispatcher, callers, clock, log);
        _alarm = time.CreateTimer(_ => _inbox.Writer.TryWrite(Posted.Now(Struck)), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Before the start: begins with this floor.</summary>
    public void Begin(CallDistributor floor) => _floor = floor;

    private static Input.ClockStruck Struck { get; } = new();

    /// <summary>How many facts wait now.</summary>
    public int Backlog => _inbox.Reader.Count;

    /// <summary>
    /// Hands a fact to the loop, in the order of the calls; waits while the inbox is full, since no event of the phone may be lost.
    /// </summary>
    public ValueTask PostAsync(Input input, CancellationToken cancellationToken) => _inbox.Writer.WriteAsync(Posted.Now(input), cancellationToken);

    /// <summary>Posts a person's wish. False when the inbox is full.</summary>
    public bool TryPost(Input input) => _inbox.Writer.TryWrite(Posted.Now(input));

    /// <summary>Reads the floor on its own thread, between two facts.</summary>
    public async Task<T> ReadAsync<T>(Func<CallDistributor, T> read, CancellationToken cancellationToken)
    {
        var question = new Question<T>(read);
        await _inbox.Writer.WriteAsync(Posted.Now(question), cancellationToken);
        return await question.Answer.Task.WaitAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (await _inbox.Reader.WaitToReadAsync(stoppingToken))
            {
                while (_inbox.Reader.TryRead(out var item))
                {
                    Handle(item);
                }
                _dispatcher.Flush(_floor, _clock.Now);
                ArmAlarm();
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // A stop is not an error.
        }
    }

    public override void Dispose()
    {
        _alarm.Dispose();
        base.Dispose();
    }

    private void Handle(Posted posted)
    {
        var item = posted.Item;
        if (item is IQuestion question)
        {
            question.Ask(_floor);
            return;
        }
        var input = (Input)item;
        if (input is Input.ClockStruck)
        {
            _alarmAt = DateTimeOffset.MaxValue; // It rang once. Should it have rung too early, the same moment is set again.
        }
        var now = _clock.Now;
        _effects.Clear();
        var before = Stopwatch.GetTimestamp();
        input = _callers.Complete(input, now);
        _journal.Append(now, input);
        try
        {
            _floor.Apply(now, input, _effects);
        }
        catch (Exception e)
        {
            // A broken invariant: what the floor holds can no longer be trusted. The next start rebuilds it from the truth.
            LogBroken(input.GetType().Name, e);
            throw;
        }
        _dispatcher.Dispatch(now, _effects);
        _journal.SnapshotIfDue(now, _floor);
        _dispatcher.Measure(Stopwatch.GetElapsedTime(posted.At, before), Stopwatch.GetElapsedTime(before));
    }

    private void ArmAlarm()
    {
        var due = _floor.NextDeadline ?? DateTimeOffset.MaxValue;
        if (_dispatcher.FloorViewDue is { } view && view < due)
        {
            due = view;
        }
        if (due == _alarmAt)
        {
            return;
        }
        _alarmAt = due;
        var wait = due == DateTimeOffset.MaxValue ? Timeout.InfiniteTimeSpan : due - _clock.Now;
        // One millisecond later than due: a timer that fires early would only be set again.
        var alarm = wait == Timeout.InfiniteTimeSpan ? wait : wait < TimeSpan.Zero ? TimeSpan.Zero : wait + TimeSpan.FromMilliseconds(1);
        _alarm.Change(alarm, Timeout.InfiniteTimeSpan);
    }

    /// <summary>A fact or a question, and when it was posted.</summary>
    private readonly record struct Posted(object Item, long At)
    {
        public static Posted Now(object item) => new(item, Stopwatch.GetTimestamp());
    }

    private interface IQuestion
    {
        void Ask(CallDistributor floor);
    }

    private sealed class Question<T>(Func<CallDistributor, T> read) : IQuestion
    {
        public TaskCompletionSource<T> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Ask(CallDistributor floor)
        {
            try
            {
                Answer.SetResult(read(floor));
            }
#pragma warning disable CA1031 // The asker's fault goes to the asker, not to the loop.
            catch (Exception e)
#pragma warning restore CA1031
            {
                Answer.SetException(e);
            }
        }
    }

    [LoggerMessage(1, LogLevel.Critical, "The floor broke on {Input}: the server stops, calls talk on, the next start rebuilds it")]
    private partial void LogBroken(string input, Exception e);
}
