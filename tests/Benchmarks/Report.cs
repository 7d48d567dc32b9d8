using System.Globalization;
using System.Text;
using Hotline.Benchmarks.Load;
using Hotline.Benchmarks.Setup;

namespace Hotline.Benchmarks;

/// <summary>Collects the runs and prints one table.</summary>
internal sealed class Report(Options options)
{
    private readonly List<(string What, string Side, LoadResult Result)> _runs = [];

    public (string Queues, string Dialplan) Configuration { get; set; }

    /// <summary>Agents whose registration Asterisk took without telling anybody.</summary>
    public int LostRegistrations { get; set; }

    public void Add(string what, string side, LoadResult result) => _runs.Add((what, side, result));

    public static string OneLine(LoadResult r) => string.Create(CultureInfo.InvariantCulture,
        $"{r.Calls} calls, {r.Failed} failed{(r.FirstFailure.Length > 0 ? $" ({r.FirstFailure})" : "")}, agent's INVITE {Percentile(r.ToAgent, 50):0.0}/{Percentile(r.ToAgent, 99):0.0} ms, ") +
        string.Create(CultureInfo.InvariantCulture,
        $"RTP {Percentile(r.ToSound, 50):0.0}/{Percentile(r.ToSound, 99):0.0} ms, re-use {Percentile(r.Reuse, 50):0.0}/{Percentile(r.Reuse, 99):0.0} ms ({r.Reuse.Length}), ") +
        string.Create(CultureInfo.InvariantCulture,
        $"CPU/call Asterisk {PerCall(r, r.Cpu.Asterisk):0.00} Hotline {PerCall(r, r.Cpu.Server):0.00} ms; CPU Asterisk {Share(r.Cpu, r.Cpu.Asterisk):0} Hotline {Share(r.Cpu, r.Cpu.Server):0} bench {Share(r.Cpu, r.Cpu.Bench):0} others {Share(r.Cpu, r.Cpu.Others):0} stolen {Share(r.Cpu, r.Cpu.Stolen):0} %, repeats {r.Repeats}, early {r.EarlyRings}");

    public static double Percentile(double[] sorted, double percent) =>
        sorted.Length == 0 ? double.NaN : sorted[Math.Clamp((int)Math.Ceiling(sorted.Length * percent / 100) - 1, 0, sorted.Length - 1)];

    public async Task PrintAsync(string machine, CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        text.Append(machine).AppendLine();
        text.AppendLine(CultureInfo.InvariantCulture,
            $"{options.Agents} agents, who answer after 100 ms; callers talk {options.Talk / 1000:0.#} s, sound both ways (A-law, 20 ms packets). "
            + $"Warm-up {options.WarmUp:0} s a side, then {options.Runs} runs of {options.Window:0} s each, the sides in turn, Poisson arrivals with the same seeds for both. "
            + $"Cells: the middle run (least–most). Registrations that had to be made anew: {LostRegistrations}.").AppendLine();
        text.AppendLine(
            "| case | side | calls | failed | INVITE → agent's INVITE, ms: p50 | p99 | INVITE → agent heard, ms: p50 | p99 | free → next ring, ms: p50 | p99 | CPU per call, ms: Asterisk | Hotline | CPU, % of a core: Asterisk / Hotline / bench / others | SIP repeats |");
        text.AppendLine("|---|---|---|---|---|---|---|---|---|---|---|---|---|---|");
        foreach (var group in _runs.GroupBy(r => (r.What, r.Side)))
        {
            LoadResult[] runs = [.. group.Select(r => r.Result)];
            string Both(Func<LoadResult, double[]> of) => runs.Any(r => of(r).Length < 20)
                ? "– | –"
                : $"{Spread(runs, r => Percentile(of(r), 50))} | {Spread(runs, r => Percentile(of(r), 99))}";
            var shares = new Func<CpuShares, double>[] { c => c.Asterisk, c => c.Server, c => c.Bench, c => c.Others }
                .Select(f => runs.Average(r => Share(r.Cpu, f(r.Cpu))).ToString("0", CultureInfo.InvariantCulture));
            text.AppendLine(CultureInfo.InvariantCulture,
                $"| {group.Key.What} | {group.Key.Side} | {runs.Sum(r => r.Calls)} | {runs.Sum(r => r.Failed)} | {Both(r => r.ToAgent)} | {Both(r => r.ToSound)} | "
                + $"{Both(r => group.Key.What.Contains("too many", StringComparison.Ordinal) ? r.Reuse : [])} | {Spread(runs, r => PerCall(r, r.Cpu.Asterisk), "0.0#")} | {Spread(runs, r => PerCall(r, r.Cpu.Server), "0.0#")} | {string.Join(" / ", shares)} | {runs.Sum(r => r.Repeats)} |");
        }
        text.AppendLine().AppendLine("app_queue's dialplan and queues (members as below, all of them in each queue but `bench-few`):").AppendLine()
            .AppendLine("```").AppendLine(Configuration.Dialplan).AppendLine()
            .AppendLine(
                string.Join('\n', Configuration.Queues.Split('\n')
                    .Where(l => !l.StartsWith("member", StringComparison.Ordinal) || l.Contains("Agent3000", StringComparison.Ordinal))).Trim())
                    .AppendLine("```");
        Console.WriteLine(text);
        if (options.Out.Length > 0)
        {
            await File.WriteAllTextAsync(options.Out, "# Hotline and app_queue\n\n" + text, cancellationToken);
        }
    }

    /// <summary>The middle run, and the least and the most of all.</summary>
    private static string Spread(LoadResult[] runs, Func<LoadResult, double> of, string format = "0.0")
    {
        double[] values = [.. runs.Select(of).Order()];
        string Text(double v) => v.ToString(format, CultureInfo.InvariantCulture);
        return values.Length == 1 ? Text(values[0]) : $"{Text(values[values.Length / 2])} ({Text(values[0])}–{Text(values[^1])})";
    }

    private static double PerCall(LoadResult r, double seconds) => seconds * 1000 / r.CallsCounted;

    private static double Share(CpuShares cpu, double seconds) => 100 * seconds / cpu.Seconds;
}
