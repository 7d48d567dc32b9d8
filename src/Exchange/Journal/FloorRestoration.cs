using Hotline.Routing;
using Microsoft.Extensions.Logging;

namespace Hotline.Exchange;

/// <summary>
/// The floor as the newest readable file leaves it. What the facts caused then is not done again, but for the ledger's and the drafts'
/// last entries: a killed process may have taken them along before the database had them.
/// </summary>
/// <remarks>
/// A fact that the floor breaks on stands in the journal before it is applied. So a file on which a floor breaks is set aside, and the
/// start goes on with an empty floor: agents come back with their pages, calls with Asterisk's listing and their marks.
/// </remarks>
public sealed partial class FloorRestoration(JournalFiles files, JournalCipher cipher, Func<CallDistributor> newFloor, ILogger<FloorRestoration> log)
{
    /// <summary>Database entries of this last time are written once more after a start: far more than a batch waits.</summary>
    private static readonly TimeSpan RewrittenSpan = TimeSpan.FromMinutes(1);

    /// <param name="rewrite">Takes those entries, with their time; repeating one is safe.</param>
    /// <returns>The floor, and how many records were read; an empty floor and 0 where there was nothing to read.</returns>
    public (CallDistributor Floor, int Read) Run(Action<DateTimeOffset, Effect> rewrite)
    {
        foreach (var path in files.NewestFirst())
        {
            var floor = newFloor();
            try
            {
                if (Replay(path, floor, rewrite) is > 0 and var read)
                {
                    LogRestored(read, floor.Agents.Count, floor.Calls.Count);
                    return (floor, read);
                }
            }
            catch (IOException e)
            {
                LogUnreadable(path, e.Message); // the one before it is older, and better than nothing
            }
#pragma warning disable CA1031 // Whatever it is, the next start would meet it again.
            catch (Exception e)
#pragma warning restore CA1031
            {
                LogBroken(JournalFiles.SetAside(path), e);
                break;
            }
        }
        return (newFloor(), 0);
    }

    private int Replay(string path, CallDistributor floor, Action<DateTimeOffset, Effect> rewrite)
    {
        var read = 0;
        var now = DateTimeOffset.MinValue;
        var effects = new List<Effect>();
        var entries = new Queue<(DateTimeOffset At, Effect Effect)>();
        foreach (var record in JournalReader.Read(path, cipher, reason => LogUnreadable(path, reason)))
        {
            now = record.At;
            if (read == 0)
            {
                if (record.Floor is not { } image)
                {
                    return 0; // Without its beginning a file says nothing: the one before it does.
                }
                floor.Restore(image);
            }
            else if (record.Input is { } input)
            {
                floor.Apply(now, input, effects);
                Remember(entries, now, effects);
                effects.Clear();
            }
            read++;
        }
        // Nothing can be commanded before Asterisk is connected: what was granted now would never be done.
        foreach (var node in floor.Nodes.ToList())
        {
            floor.Apply(now, new Input.NodeLost(node), effects);
        }
        foreach (var (at, effect) in entries)
        {
            rewrite(at, effect);
        }
        return read;
    }

    private static void Remember(Queue<(DateTimeOffset At, Effect Effect)> entries, DateTimeOffset now, List<Effect> effects)
    {
        while (entries.TryPeek(out var oldest) && oldest.At < now - RewrittenSpan)
        {
            entries.Dequeue();
        }
        foreach (var effect in effects)
        {
            if (effect is Effect.WriteLedger or Effect.OpenTicket or Effect.CloseTicket)
            {
                entries.Enqueue((now, effect));
            }
        }
    }

    [LoggerMessage(1, LogLevel.Information, "Journal read: {Records} records, {Agents} agents, {Calls} calls")]
    private partial void LogRestored(int records, int agents, int calls);

    [LoggerMessage(2, LogLevel.Warning, "Journal {Path} is unreadable from here on: {Reason}")]
    private partial void LogUnreadable(string path, string reason);

    [LoggerMessage(3, LogLevel.Critical,
        "The floor broke on its journal; the file is kept as {Path}, and the floor begins empty: it is filled from Asterisk and the open pages")]
    private partial void LogBroken(string path, Exception e);
}
