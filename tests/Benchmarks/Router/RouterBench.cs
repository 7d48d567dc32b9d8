using System.Diagnostics;
using System.Globalization;
using System.Text;
using Hotline.Benchmarks.Setup;
using Hotline.Exchange;
using Hotline.Routing;
using Microsoft.Extensions.Logging.Abstractions;

namespace Hotline.Benchmarks.Router;

/// <summary>
/// The router by itself, on one core: inputs a second and the time of each, at three sizes, with and without the journal. The times
/// hold the whole of <see cref="CallDistributor.Apply"/>: the decision with its explanation, the ledger's row, the mark, the desks.
/// </summary>
internal sealed class RouterBench(Options options, CancellationToken cancellationToken)
{
    private const int Waiting = 5_000, WarmUpInputs = 200_000, Inputs = 600_000;
    private static readonly int[] Sizes = [200, 2_000, 20_000];

    public async Task RunAsync()
    {
        var text = new StringBuilder();
        text.AppendLine("| agents | waiting | journal | inputs/s | p50, µs | p99, µs | p99.9, µs | longest, ms | bytes an input | memory, MB |")
            .AppendLine("|---|---|---|---|---|---|---|---|---|---|");
        foreach (var agents in Sizes)
        {
            Measure(text, agents, "off", (_, _) => { });
        }
        Measure(text, Sizes[1], "encoded", (at, input) => JournalRecord.Encode(at, input));
        await MeasureOnDiskAsync(text);
        Console.WriteLine(await Machine.DescribeAsync(options, cancellationToken));
        Console.WriteLine(
            $"{Waiting} calls wait; 64 skills, 1–6 an agent, 200 plans of which one in five has a level or a not; {Inputs} inputs after {WarmUpInputs} not counted.\n");
        Console.WriteLine(text);
    }

    private async Task MeasureOnDiskAsync(StringBuilder text)
    {
        var folder = Directory.CreateDirectory(Path.Combine(options.Data, "journal-bench")).FullName;
        using var cipher = new JournalCipher(Path.Combine(options.Data, "journal-bench.key"));
        using var journal = new FloorJournal(new JournalFiles(folder, TimeProvider.System), cipher, () => new RouterLoad(0, 1, (_, _) => { }).Floor,
            TimeProvider.System, NullLogger<FloorJournal>.Instance);
        await journal.StartAsync(cancellationToken);
        RouterLoad? load = null;
        Measure(text, Sizes[1], "encrypted file", (at, input) =>
        {
            journal.Append(at, input);
            if (load is not null)
            {
                journal.SnapshotIfDue(at, load.Floor);
            }
        }, made => load = made);
        await journal.StopAsync(cancellationToken);
        text.AppendLine(CultureInfo.InvariantCulture,
            $"\nLines that the file's writer could not keep up with: {journal.Dropped} (its thread has the other core; a line dropped is found again in Asterisk).");
    }

    private static void Measure(StringBuilder text, int agents, string journal, Action<DateTimeOffset, Input> written,
        Action<RouterLoad>? made = null)
    {
        Console.Error.WriteLine($"{agents} agents, journal {journal} …");
        var load = new RouterLoad(agents, 1, written);
        made?.Invoke(load);
        load.Fill(Waiting);
        load.Run(WarmUpInputs);
        var bytes = GC.GetAllocatedBytesForCurrentThread();
        var times = load.Run(Inputs);
        bytes = (GC.GetAllocatedBytesForCurrentThread() - bytes) / Inputs;
        var sum = times.Sum() / (double)Stopwatch.Frequency;
        double Micros(double percent) => times[(int)((times.Length - 1) * percent / 100)] * 1e6 / Stopwatch.Frequency;
        text.AppendLine(CultureInfo.InvariantCulture,
            $"| {agents} | {load.Floor.WaitingCount} | {journal} | {times.Length / sum:0} | {Micros(50):0.00} | {Micros(99):0.0} | {Micros(99.9):0.0} | {Micros(100) / 1000:0.0} | {bytes} | {GC.GetTotalMemory(forceFullCollection: true) / 1048576.0:0} |");
    }
}
