using System.Globalization;
using System.Text;

namespace Hotline.Simulator.Results;

/// <summary>A result as a page of tables, for reading.</summary>
public static class ResultTable
{
    public static string Of(SimulationResult result)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"# {result.Scenario}: {result.Replications} runs, ± is half the 95 % confidence interval\n");
        text.AppendLine("| class | arrivals | answered | gave up | refused | to sub-centre | P(answered ≤ 15 s) | P(wait > 0) "
            + "| mean wait, s | p95, s | p99, s |").AppendLine("|---|---|---|---|---|---|---|---|---|---|---|");
        foreach (var c in result.Classes)
        {
            text.Append("| ").AppendJoin(" | ",
                c.Class, Count(c.Arrivals), Count(c.Answered), Share(c.ShareAbandoned), Count(c.Refused), Count(c.HandedOn), Share(c.ShareInTarget),
                Share(c.ShareWaited), Seconds(c.MeanWait), Seconds(c.P95Wait), Seconds(c.P99Wait)).AppendLine(" |");
        }
        text.AppendLine("\n| group | agents | answered | occupancy | spread between agents |").AppendLine("|---|---|---|---|---|");
        foreach (var g in result.Groups)
        {
            text.AppendLine(CultureInfo.InvariantCulture,
                $"| {g.Group} | {g.Agents} | {Count(g.Answered)} | {Share(g.Occupancy)} | {Share(g.Spread)} |");
        }
        text.AppendLine("\n| class | group | share of the class | calls an hour |").AppendLine("|---|---|---|---|");
        foreach (var m in result.Matching.Where(m => m.PerHour.Mean > 0))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"| {m.Class} | {m.Group} | {Share(m.Share)} | {Seconds(m.PerHour)} |");
        }
        AddLaws(result, text);
        return text.ToString();
    }

    private static void AddLaws(SimulationResult result, StringBuilder text)
    {
        if (result.Laws.Count == 0)
        {
            return;
        }
        text.AppendLine("\n| figure | exact | simulated | inside the interval | law |").AppendLine("|---|---|---|---|---|");
        foreach (var law in result.Laws)
        {
            var holds = law.Simulated.Holds(law.Exact) ? "yes" : "no";
            text.AppendLine(CultureInfo.InvariantCulture,
                $"| {law.Figure} | {law.Exact:0.0000} | {Text(law.Simulated, "0.0000", 1, "")} | {holds} | {law.Law} |");
        }
    }

    private static string Count(Estimate e) => Text(e, "0.#", 1, "");

    private static string Share(Estimate e) => Text(e, "0.00", 100, " %");

    private static string Seconds(Estimate e) => Text(e, "0.00", 1, "");

    private static string Text(Estimate e, string form, double times, string unit) => double.IsNaN(e.Mean) ? "–"
        : (e.Mean * times).ToString(form, CultureInfo.InvariantCulture)
            + (double.IsNaN(e.HalfWidth) ? "" : " ± " + (e.HalfWidth * times).ToString(form, CultureInfo.InvariantCulture)) + unit;
}
