using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hotline.Simulator.Results;

/// <summary>
/// Writes a result for tables and for programs: classes.csv, groups.csv, matching.csv and result.json. What was not seen is empty, in JSON null.
/// </summary>
public static class ResultFiles
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Converters = { new NumberOrNull() },
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Write(SimulationResult result, string folder)
    {
        Directory.CreateDirectory(folder);
        WriteCsv(Path.Combine(folder, "classes.csv"), "class", result.Classes, c => [c.Class],
        [
            ("arrivals", c => c.Arrivals), ("answered", c => c.Answered), ("abandoned", c => c.Abandoned), ("refused", c => c.Refused),
            ("handed_on", c => c.HandedOn), ("p_abandon", c => c.ShareAbandoned),
            ("p_wait", c => c.ShareWaited), ("p_answered_15s", c => c.ShareInTarget), ("mean_wait_s", c => c.MeanWait),
            ("p95_wait_s", c => c.P95Wait), ("p99_wait_s", c => c.P99Wait),
        ]);
        WriteCsv(Path.Combine(folder, "groups.csv"), "group", result.Groups, g => [g.Group],
            [("answered", g => g.Answered), ("occupancy", g => g.Occupancy), ("occupancy_spread", g => g.Spread)]);
        WriteCsv(Path.Combine(folder, "matching.csv"), "class,group", result.Matching, m => [m.Class, m.Group],
            [("share", m => m.Share), ("per_hour", m => m.PerHour)]);
        if (result.Laws.Count > 0)
        {
            WriteCsv(Path.Combine(folder, "laws.csv"), "figure,law", result.Laws, l => [l.Figure, l.Law],
                [("exact", l => new Estimate(l.Exact, 0)), ("simulated", l => l.Simulated)]);
        }
        File.WriteAllText(Path.Combine(folder, "result.json"), JsonSerializer.Serialize(result, Json));
    }

    private static void WriteCsv<T>(string path, string keys, IEnumerable<T> rows, Func<T, string[]> key,
        IReadOnlyList<(string Name, Func<T, Estimate> Figure)> figures)
    {
        using var file = new StreamWriter(path);
        file.WriteLine(string.Join(',', keys.Split(',').Concat(figures.SelectMany(f => new[] { f.Name, f.Name + "_ci95" }))));
        foreach (var row in rows)
        {
            var numbers = figures.Select(f => f.Figure(row)).SelectMany(e => new[] { Number(e.Mean), Number(e.HalfWidth) });
            file.WriteLine(string.Join(',', key(row).Select(Quoted).Concat(numbers)));
        }
    }

    /// <summary>RFC 4180.</summary>
    private static string Quoted(string text) =>
        text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string Number(double number) => double.IsNaN(number) ? "" : number.ToString("0.######", CultureInfo.InvariantCulture);

    private sealed class NumberOrNull : JsonConverter<double>
    {
        public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options)
        {
            if (double.IsNaN(value))
            {
                writer.WriteNullValue();
            }
            else
            {
                writer.WriteNumberValue(value);
            }
        }
    }
}
