using System.Globalization;
using Hotline.Benchmarks.Load;
using Hotline.Benchmarks.Setup;
using Hotline.Testkit.Running;

namespace Hotline.Benchmarks.Faults;

/// <summary>
/// Faults by lot, one after the other, on a Hotline that serves callers all the time. Judged by the telephones and by Asterisk's own book;
/// the ledger is what is judged.
/// </summary>
internal sealed class FaultBench(Options options, CancellationToken cancellationToken)
{
    private const double CallsPerSecond = 3, TalkMilliseconds = 4000, PatienceMilliseconds = 60_000, ImpatientShare = 0.05,
    ImpatientMilliseconds = 2500;
    private const int BurstCalls = 60;

    /// <summary>Two phones at once for less, while a ring is taken back, are not noticed by anybody, ms.</summary>
    public const double Noticed = 500;
    private static readonly TimeSpan Settle = TimeSpan.FromSeconds(3), SettleAfterAsterisk = TimeSpan.FromSeconds(8),
        LedgerLimit = TimeSpan.FromSeconds(90);

    /// <summary>Agents that the bench needs: half of them talk.</summary>
    public static int Agents => 30;

    private int _number = 500_000;
    private readonly List<Call> _calls = [];
    private readonly HashSet<Call> _impatient = [];
    private readonly List<Fault> _faults = [];

    public async Task<bool> RunAsync(Installation installation, Generator generator, IReadOnlyList<Desk> desks, IReadOnlyList<AgentPhone> phones)
    {
        generator.TalkMilliseconds = TalkMilliseconds;
        generator.PatienceMilliseconds = PatienceMilliseconds;
#pragma warning disable CA5394 // the same faults for the same seed
        var chance = new Random(options.Seed);
#pragma warning restore CA5394
        using var ari = new StallingProxy(new Uri((string)installation.File["asterisk"]!["http"]!).Port);
        using var ami = new StallingProxy((int)installation.File["asterisk"]!["amiPort"]!);
        installation.Redirect(ari.Port, ami.Port);
        installation.Signal("server", Installation.SignalKill);
        await ReadyAsync(desks);
        var breaker = new Breaker(installation, desks, phones, ari, ami, () => Burst(generator), chance, cancellationToken);
        var deck = new Queue<FaultKind>();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var dialling = DialAsync(generator, new Random(options.Seed + 1), stop.Token);
        await Task.Delay(Settle, cancellationToken);
        for (var n = 1; n <= options.Count; n++)
        {
            if (deck.Count == 0)
            {
                deck = new Queue<FaultKind>(Shuffled(chance)); // each kind equally often
            }
            var fault = new Fault(deck.Dequeue(), Now.Ticks);
            _faults.Add(fault);
            await breaker.BreakAsync(fault);
            await Task.Delay(fault.Kind.EndsCalls() ? SettleAfterAsterisk : Settle, cancellationToken);
            await ReadyAsync(desks);
            while (fault.Kind == FaultKind.CallBurst && generator.Waiting > 0)
            {
                await Task.Delay(50, cancellationToken); // the next fault does not answer for this queue
            }
            Console.Error.WriteLine(
                $"{n} of {options.Count}: {fault.Kind}, {_calls.Count} calls, {generator.Waiting} wait, {Unexplained().Count()} lost");
        }
        await stop.CancelAsync();
        await dialling;
        while (generator.Live > 0)
        {
            await Task.Delay(50, cancellationToken);
        }
        Judge();
        var ledger = await new LedgerJudge(installation).CompareAsync(LedgerLimit, cancellationToken);
        Console.WriteLine(await Machine.DescribeAsync(options, cancellationToken));
        FaultReport.Print(_faults, _calls, _impatient.Count, generator.EarlyRings, ledger, options);
        return _faults.All(f => f.Lost.Count == 0 && f.Doubled.TrueForAll(d => d < Noticed)) && ledger.IsWhole;
    }

    /// <summary>Failed, and no Asterisk ended in their time.</summary>
    private IEnumerable<Call> Unexplained()
    {
        lock (_calls)
        {
            return [
                .. _calls.Where(c => Failed(c)
                    && !_faults.Exists(f => f.Kind.EndsCalls() && c.Invited < f.Until && (c.Ended == 0 || c.Ended > f.From)))];
        }
    }

    private static FaultKind[] Shuffled(Random chance)
    {
        var kinds = Enum.GetValues<FaultKind>();
        chance.Shuffle(kinds);
        return kinds;
    }

    /// <summary>More callers in a moment than there are agents.</summary>
    private void Burst(Generator generator)
    {
        for (var n = 0; n < BurstCalls; n++)
        {
            Dial(generator);
        }
    }

    private Call Dial(Generator generator)
    {
        var number = Interlocked.Increment(ref _number);
        var call = generator.Dial($"12345{number}", number);
        lock (_calls)
        {
            _calls.Add(call);
        }
        return call;
    }

    private bool Failed(Call call) => call.Failure.Length > 0 && !_impatient.Contains(call);

    /// <summary>Agents who were set aside, or whose pages lost their server, say that they are ready: what people would do.</summary>
    private async Task ReadyAsync(IReadOnlyList<Desk> desks) =>
        await Parallel.ForEachAsync(desks, new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = cancellationToken },
            async (desk, stop) =>
    {
        for (var left = 100; left > 0; left--)
        {
            try
            {
                if (!desk.Listens && !await desk.TryListenAsync(stop))
                {
                    continue;
                }
                if (await desk.BeAsync(ready: true, stop))
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                await Task.Delay(100, stop); // the server is not back yet
            }
        }
    });

    private async Task DialAsync(Generator generator, Random chance, CancellationToken stop)
    {
        try
        {
            while (true)
            {
#pragma warning disable CA5394
                await Task.Delay(TimeSpan.FromSeconds(-Math.Log(1 - chance.NextDouble()) / CallsPerSecond), stop);
                var call = Dial(generator);
                if (chance.NextDouble() < ImpatientShare)
#pragma warning restore CA5394
                {
                    _impatient.Add(call);
                    generator.Agenda.In(ImpatientMilliseconds, () => generator.HangUp(call, ""));
                }
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The faults are over.
        }
    }

    /// <summary>Gives each failure to the fault in whose time it came to light, and finds how long each fault made callers wait.</summary>
    private void Judge()
    {
        var lost = Unexplained().ToList();
        for (var i = 0; i < _faults.Count; i++)
        {
            var fault = _faults[i];
            var next = i + 1 < _faults.Count ? _faults[i + 1].From : long.MaxValue;
            fault.Lost.AddRange(lost.Where(c => c.Ended >= fault.From && c.Ended < next).Select(c =>
                $"{c.CallId}: {c.Failure}, {Now.Between(fault.From, c.Invited) / 1000:0.0} s after the fault began; rang {c.Rings} times, answered {c.AgentAnswered != 0}, heard {c.Heard != 0}"));
            foreach (var call in _calls.Where(c => c.Invited < next && (c.Ended == 0 || c.Ended > fault.From)))
            {
                if (call.Doubled > 0 && call.Invited >= fault.From && call.Invited < next)
                {
                    fault.Doubled.Add(call.Doubled);
                }
                if (!(fault.Kind.EndsCalls() && call.Invited < fault.Until) && call.AgentInvited != 0 && call.AgentInvited > fault.From)
                {
                    fault.LongestWait = Math.Max(fault.LongestWait, Now.Between(Math.Max(call.Invited, fault.From), call.AgentInvited));
                }
            }
        }
    }
}
