using System.Globalization;
using System.Text.RegularExpressions;
using Hotline.Benchmarks.Load;

namespace Hotline.Benchmarks.Restart;

/// <summary>Asterisk's own book of the citizens' channels (cel_custom.conf), laid beside what the citizens did.</summary>
internal sealed partial class CelEnds(string asterisk)
{
    private const int Event = 0, Time = 1, Channel = 4, SipCallId = 9;
    private readonly string _file = Path.Combine(asterisk, "log", "cel-custom", "hotline.csv");

    /// <summary>How many calls ended in the book before their citizen hung up, and how many have no end, or more than one.</summary>
    public async Task<(int Early, int WithoutEnd)> CompareAsync(IReadOnlyCollection<Call> calls, CancellationToken cancellationToken)
    {
        var (ticks, utc) = (Now.Ticks, TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds() / 1000.0);
        Dictionary<string, double[]> ends = [];
        for (var left = 20; left > 0; left--)
        {
            ends = Read();
            if (calls.All(c => ends.ContainsKey(c.CallId)))
            {
                break;
            }
            await Task.Delay(250, cancellationToken); // the book is written in blocks
        }
        // The clocks are one machine's; 50 ms are for the way of the BYE and the reading of the two clocks.
        bool Early(Call call) => ends.TryGetValue(call.CallId, out var at) && at[0] < utc - (Now.Between(call.HungUp, ticks) / 1000) - 0.05;
        return (calls.Count(Early), calls.Count(c => !ends.TryGetValue(c.CallId, out var at) || at.Length != 1));
    }

    /// <summary>Call-IDs of all citizens' calls that ended.</summary>
    public IEnumerable<string> CallIds() => Read().Keys;

    private Dictionary<string, double[]> Read() => File.ReadLines(_file)
        .Select(l => Field().Matches(l).Select(m => m.Groups[1].Value).ToArray())
        .Where(f => f.Length > SipCallId && f[Event] == "CHAN_END" && f[Channel].StartsWith("PJSIP/carrier", StringComparison.Ordinal))
        .GroupBy(f => f[SipCallId]).ToDictionary(g => g.Key, g => g.Select(f => double.Parse(f[Time], CultureInfo.InvariantCulture)).ToArray());

    [GeneratedRegex("\"((?:[^\"]|\"\")*)\"(?:,|$)")]
    private static partial Regex Field();
}
