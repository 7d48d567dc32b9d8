using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Hotline.Benchmarks.Load;
using Hotline.Benchmarks.Setup;

namespace Hotline.Benchmarks.Soak;

/// <summary>Real calls at one rate for a long time, announcements, music and recording on: does anything grow, wait or stall?</summary>
internal sealed class SoakBench(Options options, CancellationToken cancellationToken)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <param name="generator">The callers' and agents' phones, signed in.</param>
    /// <param name="meter">CPU of both processes.</param>
    /// <param name="url">Where Hotline answers.</param>
    public async Task RunAsync(Generator generator, CpuMeter meter, string url)
    {
        var rate = options.Rates[0];
        Console.WriteLine(await Machine.DescribeAsync(options, cancellationToken));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"\n{rate} calls/s for {options.Minutes} minutes, {options.Agents} agents, {options.Talk / 1000:0.#} s of talk after the announcements, sound and recording on. Since the start:\n"));
        Console.WriteLine(
            "| minute | Hotline's memory, MB | CPU, % of a core: Asterisk / Hotline | facts | inbox now | inbox lag, ms: p99 | longest | one fact, ms: p99 | longest | longest GC pause, ms |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|---|");
        using var done = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var watching = WatchAsync(meter, url, done.Token);
        var result =
            await LoadRun.RunAsync(generator, meter, new LoadPlan(rate, 0, options.Minutes * Minute.TotalSeconds, 1, "12345"), cancellationToken);
        await done.CancelAsync();
        await watching;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"\n{result.Calls} calls, {result.Failed} failed {result.FirstFailure}; INVITE → agent's INVITE: p50 {Report.Percentile(result.ToAgent, 50):0.0} ms, p99 {Report.Percentile(result.ToAgent, 99):0.0} ms, longest {Report.Percentile(result.ToAgent, 100):0.0} ms."));
    }

    private async Task WatchAsync(CpuMeter meter, string url, CancellationToken stop)
    {
        using var http = new HttpClient { BaseAddress = new Uri(url) };
        using var timer = new PeriodicTimer(Minute);
        var before = meter.Read();
        try
        {
            for (var minute = 1; await timer.WaitForNextTickAsync(stop); minute++)
            {
                using var health = await http.GetFromJsonAsync<JsonDocument>("healthz", stop);
                var figures = health!.RootElement.GetProperty("figures");
                var after = meter.Read();
                var cpu = CpuMeter.Shares(before, after);
                before = after;
                string Of(string name, string format = "0") => figures.GetProperty(name).GetDouble().ToString(format, CultureInfo.InvariantCulture);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"| {minute} | {Of("memoryMb")} | {100 * cpu.Asterisk / cpu.Seconds:0} / {100 * cpu.Server / cpu.Seconds:0} | {Of("inputs")} | {Of("backlog")} | {Of("lagP99Ms", "0.00")} | {Of("lagLongestMs", "0.0")} | {Of("applyP99Ms", "0.00")} | {Of("applyLongestMs", "0.0")} | {Of("gcLongestMs", "0.0")} |"));
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The calls are over.
        }
    }
}
