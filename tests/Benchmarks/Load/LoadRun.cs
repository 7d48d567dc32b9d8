using Hotline.Benchmarks.Setup;

namespace Hotline.Benchmarks.Load;

/// <summary>What is asked of a run.</summary>
/// <param name="Rate">Calls a second, on the average of a Poisson stream whose seed is the run's number: the same for both sides.</param>
/// <param name="LeadIn">Seconds before counting begins.</param>
/// <param name="Window">Seconds that count.</param>
internal sealed record LoadPlan(double Rate, double LeadIn, double Window, int Seed, string Prefix);

/// <summary>What came of it.</summary>
internal sealed record LoadResult(
    int Calls, int Failed, string FirstFailure, double[] ToAgent, double[] ToSound, double[] Reuse, int Repeats, int EarlyRings, CpuShares Cpu,
    double CallsCounted);

/// <summary>Sends one stream of calls and counts.</summary>
internal static class LoadRun
{
    private static int _number = 100_000;

    public static async Task<LoadResult> RunAsync(Generator generator, CpuMeter meter, LoadPlan plan, CancellationToken cancellationToken)
    {
        generator.Reuses.Clear();
        var (repeats, early) = (generator.Repeats, generator.EarlyRings);
        var calls = new List<Call>();
#pragma warning disable CA5394 // arrivals, the same ones each time
        var random = new Random(plan.Seed);
        var start = Now.After(Now.Ticks, 50);
        var (from, until) = (Now.After(start, plan.LeadIn * 1000), Now.After(start, (plan.LeadIn + plan.Window) * 1000));
        CpuReading before = default, after = default;
        generator.Agenda.At(from, () => before = meter.Read());
        generator.Agenda.At(until, () => after = meter.Read());
        var at = 0.0;
        while ((at += -Math.Log(1 - random.NextDouble()) / plan.Rate) < plan.LeadIn + plan.Window)
        {
            var number = Interlocked.Increment(ref _number);
            generator.Agenda.At(Now.After(start, at * 1000), () =>
            {
                var call = generator.Dial($"{plan.Prefix}{number}", number);
                lock (calls)
                {
                    calls.Add(call);
                }
            });
        }
#pragma warning restore CA5394
        await Task.Delay(TimeSpan.FromSeconds(plan.LeadIn + plan.Window + 0.3), cancellationToken);
        var limit = Now.After(Now.Ticks, generator.PatienceMilliseconds + 15_000);
        while (generator.Live > 0 && Now.Ticks < limit)
        {
            await Task.Delay(50, cancellationToken);
        }
        Call[] counted = [.. calls.Where(c => c.Invited >= from && c.Invited < until)];
        Call[] good = [.. counted.Where(c => c.Heard != 0 && c.Failure.Length == 0)];
        // Calls that began before the window or ended after it are halves on either end.
        var ended = calls.Count(c => c.Ended >= from && c.Ended < until);
        return new LoadResult(
            counted.Length, counted.Length - good.Length, counted.FirstOrDefault(c => c.Failure.Length > 0)?.Failure ?? "",
            [.. good.Select(c => Now.Between(c.Invited, c.AgentInvited)).Order()],
            [.. good.Select(c => Now.Between(c.Invited, c.Heard)).Order()],
            [.. generator.Reuses.Where(r => r.At >= from && r.At < until).Select(r => r.Milliseconds).Order()],
            generator.Repeats - repeats, generator.EarlyRings - early, CpuMeter.Shares(before, after), (counted.Length + ended) / 2.0);
    }
}
