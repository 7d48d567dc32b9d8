using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Hotline.Routing;

namespace Hotline.Exchange;

/// <summary>
/// Runs a file of the journal through the router once more, with the installation's present numbers and settings, and prints what was
/// decided. The fingerprint at the end covers every effect: two runs of one file by one build give the same. No caller's number is
/// printed.
/// </summary>
/// <param name="newFloor">An empty floor with these numbers and settings.</param>
/// <param name="cityOffset">The city's offset from UTC.</param>
/// <param name="cipher">The installation's.</param>
/// <param name="whyRung">Why an agent was rung, in words.</param>
/// <param name="output">Where it is printed.</param>
public sealed class Replay(Func<CallDistributor> newFloor, TimeSpan cityOffset, JournalCipher cipher, Func<Call, CallDistributor, string> whyRung,
    TextWriter output)
{
    /// <summary>Reads a moment; one without an offset is the city's time, as the output is.</summary>
    /// <returns>False where it is none; true with null where there is none to read.</returns>
    public static bool TryReadMoment(string? text, TimeSpan cityOffset, out DateTimeOffset? moment)
    {
        moment = null;
        if (text is null)
        {
            return true;
        }
        if (!DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var local))
        {
            return false;
        }
        moment = local.Kind == DateTimeKind.Unspecified
            ? new DateTimeOffset(local, cityOffset)
            : DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
        return true;
    }

    /// <param name="path">A file of the journal.</param>
    /// <param name="until">Stops before the first fact after this moment; null for all.</param>
    /// <returns>False where the file holds nothing that can be replayed.</returns>
    public async Task<bool> RunAsync(string path, DateTimeOffset? until)
    {
        var floor = newFloor();
        using var fingerprint = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (facts, effects, end) = (0, new List<Effect>(), "");
        foreach (var record in JournalReader.Read(path, cipher, reason => end = reason))
        {
            if (record.At > until)
            {
                break;
            }
            if (record.Floor is { } image)
            {
                floor.Restore(image);
                await output.WriteLineAsync(Line(record.At, $"snapshot: {image.Agents.Count} agents, {image.Calls.Count} calls"));
                continue;
            }
            facts++;
            floor.Apply(record.At, record.Input!, effects);
            foreach (var effect in effects)
            {
                fingerprint.AppendData(Encoding.UTF8.GetBytes(effect + "\n"));
            }
            await SayAsync(record, floor, effects);
            effects.Clear();
        }
        if (end.Length > 0)
        {
            await output.WriteLineAsync($"The file ends early: {end}.");
        }
        var live = floor.Calls.Values.Count(c => c.Live);
        var print = Convert.ToHexStringLower(fingerprint.GetHashAndReset())[..16];
        await output.WriteLineAsync(Invariant(
            $"{facts} facts; {live} live calls, {floor.WaitingCount} waiting, {floor.Agents.Count} agents; fingerprint {print}"));
        return facts > 0 || floor.Agents.Count > 0;
    }

    private async Task SayAsync(JournalRecord record, CallDistributor floor, List<Effect> effects)
    {
        var input = record.Input!;
        foreach (var effect in effects)
        {
            var text = effect switch
            {
                Effect.RingAgent e when floor.Calls.TryGetValue(e.Call, out var call) => $"{e.Call} rings {e.Agent}: {whyRung(call, floor)}",
                Effect.WriteLedger { Record: { Terminal: { } terminal } row } => $"{row.Call} ended: {terminal}, by {row.EndedBy}",
                Effect.NoteAnomaly e => $"anomaly: {e.Kind} ({e.Subject})",
                _ => null,
            };
            if (text is not null)
            {
                await output.WriteLineAsync(Line(record.At, $"{input.GetType().Name,-16} {text}"));
            }
        }
    }

    private string Line(DateTimeOffset at, string text) =>
        string.Create(CultureInfo.InvariantCulture, $"{at.ToOffset(cityOffset):yyyy-MM-dd HH:mm:ss.fff} {text}");
}
