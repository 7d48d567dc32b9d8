using System.Text.Json;
using System.Threading.Channels;
using Hotline.Routing;

namespace Hotline.AgentHub.Journal;

/// <summary>
/// A snapshot of the floor and every fact since, in files of their own. Written by a thread of its own: a slow or full
/// disk never holds up a call; what is lost then (at most the last moments) the reconciler finds again in Asterisk.
/// </summary>
public sealed partial class FloorJournal : BackgroundService
{
    /// <summary>A file begins anew after so many facts: a start then reads at most these.</summary>
    private const int InputsPerFile = 20_000;

    /// <summary>Lines that may wait for the disk; beyond them lines are dropped and counted.</summary>
    private const int WaitingMax = 50_000;

    /// <summary>Files older than this are removed: they hold personal data.</summary>
    private static readonly TimeSpan Retention = TimeSpan.FromDays(7);

    /// <summary>Database entries of this last time are written once more after a start: far more than a batch waits.</summary>
    private static readonly TimeSpan RewrittenSpan = TimeSpan.FromMinutes(1);
    private readonly Channel<JournalRecord> _lines = Channel.CreateBounded<JournalRecord>(
        new BoundedChannelOptions(WaitingMax) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });
    private readonly string _folder;
    private readonly JournalCipher _cipher;
    private readonly ILogger<FloorJournal> _log;
    private int _sinceSnapshot = InputsPerFile;
    private int _file;
    private StreamWriter? _writer;

    public FloorJournal(string folder, JournalCipher cipher, ILogger<FloorJournal> log)
    {
        (_folder, _cipher, _log) = (folder, cipher, log);
        _file = Files().Select(f => f.Number).DefaultIfEmpty(0).Max();
    }

    /// <summary>Lines that could not be kept.</summary>
    public long Dropped { get; private set; }

    public void Append(DateTimeOffset now, Input input)
    {
        _sinceSnapshot++;
        if (!_lines.Writer.TryWrite(new JournalRecord(JournalRecord.CurrentVersion, now, input, null)))
        {
            Dropped++;
        }
    }

    /// <summary>Begins a new file with the whole floor, once enough facts came (and at the first fact after a start).</summary>
    public void SnapshotIfDue(DateTimeOffset now, CallDistributor floor)
    {
        if (_sinceSnapshot < InputsPerFile)
        {
            return;
        }
        _sinceSnapshot = 0;
        // The image is made into bytes here, on the floor's own thread: it may not change under the pen.
        var image = JsonSerializer.SerializeToElement(
            new JournalRecord(JournalRecord.CurrentVersion, now, null, new FloorImage([.. floor.Agents.Values], [.. floor.Calls.Values], [.. floor.Nodes])),
            JournalJson.Default.JournalRecord).Deserialize(JournalJson.Default.JournalRecord)!;
        if (!_lines.Writer.TryWrite(image))
        {
            Dropped++;
        }
    }

    /// <summary>
    /// Puts the floor back as the newest readable file leaves it. What the facts caused then is not done again, but for the
    /// ledger's and the drafts' last entries: a killed process may have taken them along before the database had them.
    /// </summary>
    /// <param name="floor">An empty floor.</param>
    /// <param name="rewrite">Takes those entries, with their time; repeating one is safe.</param>
    /// <returns>How many facts were read; 0 where there was nothing to read.</returns>
    public int Restore(CallDistributor floor, Action<DateTimeOffset, Effect> rewrite)
    {
        foreach (var (_, path) in Files().OrderByDescending(f => f.Number))
        {
            if (Replay(path, floor, rewrite) is > 0 and var read)
            {
                LogRestored(read, floor.Agents.Count, floor.Calls.Count);
                return read;
            }
        }
        return 0;
    }

    private int Replay(string path, CallDistributor floor, Action<DateTimeOffset, Effect> rewrite)
    {
        var read = 0;
        var now = DateTimeOffset.MinValue;
        var effects = new List<Effect>();
        var entries = new Queue<(DateTimeOffset At, Effect Effect)>();
        foreach (var record in JournalReader.Read(path, _cipher, reason => LogUnreadable(path, reason)))
        {
            now = record.At;
            if (read == 0)
            {
                if (record.Floor is not { } image)
                {
                    return 0; // Without its beginning a file says nothing: the one before it does.
                }
                floor.Restore(image.Agents, image.Calls, image.Nodes ?? []);
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
            if (effect is Effect.WriteLedger or Effect.OpenTicket)
            {
                entries.Enqueue((now, effect));
            }
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (await _lines.Reader.WaitToReadAsync(stoppingToken))
            {
                while (_lines.Reader.TryRead(out var record))
                {
                    Write(record);
                }
                Flush();
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // What still waits is written by StopAsync.
        }
    }

    /// <summary>Writes what still waits; also where the stop came before the writing began.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        while (_lines.Reader.TryRead(out var record))
        {
            Write(record);
        }
        Flush();
    }

    public override void Dispose()
    {
        _writer?.Dispose();
        base.Dispose();
    }

    private void Write(JournalRecord record)
    {
        try
        {
            if (record.Floor is not null)
            {
                _writer?.Dispose();
                _writer = Begin();
            }
            _writer?.WriteLine(_cipher.Seal(JsonSerializer.SerializeToUtf8Bytes(record, JournalJson.Default.JournalRecord)));
        }
        catch (IOException e)
        {
            Dropped++;
            LogNotWritten(e.Message);
        }
    }

    private void Flush()
    {
        try
        {
            _writer?.Flush();
        }
        catch (IOException e)
        {
            Dropped++;
            LogNotWritten(e.Message);
        }
    }

    private StreamWriter Begin()
    {
        foreach (var (_, path) in Files().OrderByDescending(f => f.Number).Skip(2))
        {
            if (File.GetLastWriteTimeUtc(path) < TimeProvider.System.GetUtcNow() - Retention)
            {
                File.Delete(path);
            }
        }
        return new StreamWriter(new FileStream(Path.Combine(_folder, $"floor-{++_file:D8}.journal"), new FileStreamOptions
        {
            Mode = FileMode.Create,
            Access = FileAccess.Write,
            Share = FileShare.Read,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        }));
    }

    private IEnumerable<(int Number, string Path)> Files() =>
        Directory.EnumerateFiles(_folder, "floor-*.journal")
            .Select(p => (Ok: int.TryParse(Path.GetFileNameWithoutExtension(p).AsSpan(6), out var n), Number: n, Path: p))
            .Where(f => f.Ok).Select(f => (f.Number, f.Path));

    [LoggerMessage(1, LogLevel.Information, "Journal read: {Records} records, {Agents} agents, {Calls} calls")]
    private partial void LogRestored(int records, int agents, int calls);

    [LoggerMessage(2, LogLevel.Warning, "The journal cannot be written ({Reason}): calls go on; after a crash agents' states may be older")]
    private partial void LogNotWritten(string reason);

    [LoggerMessage(3, LogLevel.Warning, "Journal {Path} is unreadable from here on: {Reason}")]
    private partial void LogUnreadable(string path, string reason);
}
