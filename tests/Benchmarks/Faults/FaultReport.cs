using System.Globalization;
using Hotline.Benchmarks.Load;

namespace Hotline.Benchmarks.Faults;

/// <summary>The table: fault kind × count × lost × doubled × longest time to recover.</summary>
internal static class FaultReport
{
    public static void Print(List<Fault> faults, List<Call> calls, int impatient, int early, LedgerVerdict ledger, Options options)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"\n{faults.Count} faults, seed {options.Seed}; {calls.Count} calls, of which {impatient} gave up after 2.5 s by plan. Agents' phones that rang before their last caller's hang-up had reached them (after-call work is off): {early}.\n"));
        Console.WriteLine(
            "| fault | count | calls lost | doubled | rung twice for a moment: count, longest ms | longest wait for an agent's ring that it caused, s | of it, while the bench kept it broken, s |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        foreach (var kind in faults.GroupBy(f => f.Kind).OrderBy(g => g.Key))
        {
            var worst = kind.MaxBy(f => f.LongestWait)!;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {kind.Key} | {kind.Count()} | {kind.Sum(f => f.Lost.Count)} | {kind.Sum(f => f.Doubled.Count(d => d >= FaultBench.Noticed))} | {Moments(kind)} | {worst.LongestWait / 1000:0.0} | {Now.Between(worst.From, worst.Until) / 1000:0.0} |"));
        }
        Console.WriteLine(
            $"\nLedger beside Asterisk's book: {ledger.Calls} calls, {ledger.Missing} without a row, {ledger.Twice} with more than one, {ledger.Open} rows without an end, {ledger.Unknown} rows that the book does not know (Asterisk was killed before it wrote them).");
        foreach (var lost in faults.SelectMany(f => f.Lost.Select(l => $"lost at {f.Kind}: {l}")).Take(20))
        {
            Console.WriteLine(lost);
        }
    }

    private static string Moments(IEnumerable<Fault> faults)
    {
        double[] brief = [.. faults.SelectMany(f => f.Doubled).Where(d => d < FaultBench.Noticed)];
        return brief.Length == 0 ? "0" : string.Create(CultureInfo.InvariantCulture, $"{brief.Length}, {brief.Max():0}");
    }
}
