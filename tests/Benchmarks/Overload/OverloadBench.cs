using System.Globalization;
using System.Text;
using Hotline.Benchmarks.Load;
using Hotline.Benchmarks.Setup;

namespace Hotline.Benchmarks.Overload;

/// <summary>
/// More calls than the machine can serve: from half of its capacity to three times as many and back. What counts is how many are served
/// meanwhile (goodput), whether talks are heard without gaps, and how soon all is well again. A call that is turned away at once (503) may
/// come again; one that is let in and fails is a citizen who heard nothing.
/// </summary>
internal sealed class OverloadBench(Options options, CancellationToken cancellationToken)
{
    private static readonly (string Name, double Times, double Seconds)[] Phases =
        [("half", 0.5, 8), ("all", 1, 10), ("2 ×", 2, 10), ("3 ×", 3, 15), ("2 ×, down", 2, 10), ("half again", 0.5, 15)];

    /// <summary>Well again: this many calls in a row are served as quickly as before.</summary>
    private const int InARow = 20;
    private readonly StringBuilder _rows = new(), _text = new();
    private int _number = 500_000;

    /// <summary>One side, from a quiet machine on.</summary>
    public async Task RunAsync(Generator generator, string side, string prefix)
    {
        var capacity = options.Rates[0];
        Console.Error.WriteLine($"{side}: warms up …");
        await PlayAsync(generator, prefix, 99, [("", capacity / 2, options.WarmUp)]);
        Console.Error.WriteLine($"{side}: from half of {capacity:0.#}/s to three times as many and back …");
        var started = Now.Ticks;
        Print(side, await PlayAsync(generator, prefix, 1, [.. Phases.Select(p => (p.Name, p.Times * capacity, p.Seconds))]), started);
    }

    public async Task PrintAsync()
    {
        Console.WriteLine(await Machine.DescribeAsync(options, cancellationToken));
        Console.WriteLine($"{options.Agents} agents, talks of {options.Talk / 1000:0.0} s; capacity taken as {options.Rates[0]:0.#} calls a second.\n");
        Console.WriteLine("| side | phase | offered/s | served/s | turned away/s | failed/s | to sound, ms p50 | p99 | gaps in talks, ms p99 | sent again |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|---|");
        Console.Write(_rows);
        Console.WriteLine();
        Console.Write(_text);
    }

    private async Task<List<(string Phase, double Rate, double Seconds, long From, List<Call> Calls, int Repeats)>> PlayAsync(
        Generator generator, string prefix, int seed, (string Name, double Rate, double Seconds)[] phases)
    {
#pragma warning disable CA5394 // arrivals, the same ones for each side
        var random = new Random(seed);
        var start = Now.After(Now.Ticks, 50);
        var from = 0.0;
        List<(string, double, double, long, List<Call>, int[])> played = [];
        foreach (var (name, rate, seconds) in phases)
        {
            List<Call> calls = [];
            var repeats = new int[2];
            generator.Agenda.At(Now.After(start, from * 1000), () => repeats[0] = generator.Repeats);
            generator.Agenda.At(Now.After(start, (from + seconds) * 1000), () => repeats[1] = generator.Repeats);
            for (var at = from; (at += -Math.Log(1 - random.NextDouble()) / rate) < from + seconds;)
            {
                var number = Interlocked.Increment(ref _number);
                generator.Agenda.At(Now.After(start, at * 1000), () =>
                {
                    var call = generator.Dial($"{prefix}{number}", number);
                    lock (calls)
                    {
                        calls.Add(call);
                    }
                });
            }
            played.Add((name, rate, seconds, Now.After(start, from * 1000), calls, repeats));
            from += seconds;
        }
#pragma warning restore CA5394
        await Task.Delay(TimeSpan.FromSeconds(from + 0.5), cancellationToken);
        var limit = Now.After(Now.Ticks, generator.PatienceMilliseconds + 15_000);
        while (generator.Live > 0 && Now.Ticks < limit)
        {
            await Task.Delay(50, cancellationToken);
        }
        return [.. played.Select(p => (p.Item1, p.Item2, p.Item3, p.Item4, p.Item5, p.Item6[1] - p.Item6[0]))];
    }

    private void Print(string side, List<(string Phase, double Rate, double Seconds, long From, List<Call> Calls, int Repeats)> played, long started)
    {
        foreach (var (phase, _, seconds, _, calls, repeats) in played)
        {
            Call[] served = [.. calls.Where(Served)];
            var turnedAway = calls.Count(c => c.Failure.StartsWith("SIP/2.0 503", StringComparison.Ordinal));
            double[] sound = [.. served.Select(ToSound).Order()], gaps = [.. served.Select(c => c.Stream!.LongestGap).Order()];
            _rows.AppendLine(CultureInfo.InvariantCulture,
                $"| {side} | {phase} | {calls.Count / seconds:0.0} | {served.Length / seconds:0.0} | {turnedAway / seconds:0.0} | {(calls.Count - served.Length - turnedAway) / seconds:0.0} | {At(sound, 50):0} | {At(sound, 99):0} | {At(gaps, 99):0} | {repeats} |");
        }
        var capacity = played[1].Calls.Count(Served) / played[1].Seconds;
        var least = played[2..5].Min(p => p.Calls.Count(Served) / p.Seconds);
        var usual = At([.. played[0].Calls.Where(Served).Select(ToSound).Order()], 99) * 2;
        Call[] after = [.. played[5].Calls.OrderBy(c => c.Invited)];
        var well = Enumerable.Range(0, Math.Max(0, after.Length - InARow)).FirstOrDefault(
            i => after.Skip(i).Take(InARow).All(c => Served(c) && ToSound(c) <= usual), -1);
        var soon = well < 0 ? "not in the time that was measured" : $"{Now.Between(played[5].From, after[well].Invited) / 1000:0.0} s after the ramp";
        _text.AppendLine(CultureInfo.InvariantCulture,
            $"{side}: at the least {least:0.0} a second are served above the capacity, {least / Math.Max(capacity, 0.1):P0} of the {capacity:0.0} at it; well again {soon} (run of {Now.Between(started, Now.Ticks) / 1000:0} s).");
    }

    private static bool Served(Call call) => call.Heard != 0 && call.Failure.Length == 0;

    private static double ToSound(Call call) => Now.Between(call.Invited, call.Heard);

    private static double At(double[] sorted, double percent) => sorted.Length == 0 ? 0 : sorted[(int)((sorted.Length - 1) * percent / 100)];
}
