using System.Globalization;
using System.Text.Json;
using System.Threading.Channels;
using Hotline.Routing;

namespace Hotline.AgentHub.Journal;

/// <summary>
/// A snapshot of the floor and every fact since, in files of their own. Written by a thread of its own: a slow or full
/// disk never holds up a call; what is lost then (at most the last moments) the reconciler finds again in Asterisk.
/// </summary>
/// <remarks>
/// The floor is deterministic, so that thread keeps a second one beside the facts it writes: snapshots are drawn from it, and the loop
/// of the calls never stands still for one (with 5,000 waiting calls it would, for 160 ms).
/// </remarks>
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

    /// <summary>After the disk refused, a new file is tried so often.</summary>
    private static readonly TimeSpan TryAgainAfter = TimeSpan.FromSeconds(1);
    private readonly Channel<JournalLine> _lines = Channel.CreateBounded<JournalLine>(
        new BoundedChannelOptions(WaitingMax) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });
    private readonly string _folder;
    private readonly JournalCipher _cipher;
    private readonly Func<CallDistributor> _newFloor;
    private readonly TimeProvider _time;
    private readonly ILogger<FloorJournal> _log;
    private readonly List<Effect> _ignored = [];

    /// <summary>The loop's floor must be drawn: at the start, and after a line was dropped. Both are the loop's.</summary>
    private bool _imageNeeded = true, _gap;
    private int _file, _sinceImage;
    private long _refusedAt;
    private StreamWriter? _writer;
    private CallDistributor? _second;

    /// <param name="folder">Where the files lie; it exists.</param>
    /// <param name="cipher">Of this installation.</param>
    /// <param name="newFloor">Makes an empty floor of the same city and epoch.</param>
    /// <param name="time">Says when to try the disk again.</param>
    /// <param name="log">Of this class.</param>
    public FloorJournal(string folder, JournalCipher cipher, Func<CallDistributor> newFloor, TimeProvider time, ILogger<FloorJournal> log)
    {
        (_folder, _cipher, _newFloor, _time, _log) = (folder, cipher, newFloor, time, log);
        _file = Files().Select(f => f.Number).DefaultIfEmpty(0).Max();
    }

    /// <summary>Lines that could not be kept.</summary>
    public long Dropped { get; private set; }

    /// <summary>Lines taken for the disk so far, images among them.</summary>
    public long Lines { get; private set; }

    public void Append(DateTimeOffset now, Input input)
    {
        if (_gap)
        {
            Dropped++; // nothing after a missing line fits, up to the next image
            return;
        }
        Queue(new JournalLine(now, input, null));
    }

    /// <summary>After <see cref="Append"/>: draws the whole floor where the second one has to begin anew.</summary>
    public void SnapshotIfDue(DateTimeOffset now, CallDistributor floor)
    {
        if (_imageNeeded && _lines.Reader.Count < WaitingMax / 2)
        {
            _imageNeeded = _gap = false;
            Queue(new JournalLine(now, null, Draw(now, floor)));
        }
    }

    private void Queue(JournalLine line)
    {
        if (!_lines.Writer.TryWrite(line))
        {
            Dropped++;
            _imageNeeded = _gap = true;
        }
    }

    private static byte[] Draw(DateTimeOffset at, CallDistributor floor) => JsonSerializer.SerializeToUtf8Bytes(
        new JournalRecord(JournalRecord.CurrentVersion, at, null, new FloorImage([.. floor.Agents.Values], [.. floor.Calls.Values], [.. floor.Nodes])),
        JournalJson.Default.JournalRecord);

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
                image.PutOn(floor);
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

    private void Write(JournalLine line)
    {
        Take(line);
        Lines++;
    }

    private void Take(JournalLine line)
    {
        if (line.Image is { } image)
        {
            _second = _newFloor();
            JsonSerializer.Deserialize(image, JournalJson.Default.JournalRecord)!.Floor!.PutOn(_second);
            Begin(image);
        }
        else if (_second is not null)
        {
            Seal(JournalRecord.Encode(line.At, line.Input!));
            Follow(line.At, line.Input!, _second);
        }
    }

    /// <summary>The second floor goes on; now and then a file begins with it.</summary>
    private void Follow(DateTimeOffset at, Input input, CallDistributor second)
    {
        _ignored.Clear();
        second.Apply(at, input, _ignored);
        if (++_sinceImage >= InputsPerFile || (_writer is null && _time.GetElapsedTime(_refusedAt) > TryAgainAfter))
        {
            Begin(Draw(at, second));
        }
    }

    private void Begin(byte[] image)
    {
        _sinceImage = 0;
        _writer?.Dispose();
        _writer = null;
        try
        {
            _writer = NewFile();
        }
        catch (IOException e)
        {
            Refused(e);
        }
        Seal(image);
    }

    private void Seal(byte[] line)
    {
        if (_writer is null)
        {
            Dropped++;
            return;
        }
        try
        {
            _writer.WriteLine(_cipher.Seal(line));
        }
        catch (IOException e)
        {
            Refused(e);
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
            Refused(e);
        }
    }

    /// <summary>The disk is full or gone. A line that is missing makes the rest of its file worthless: the next one begins with the whole floor.</summary>
    private void Refused(IOException e)
    {
        Dropped++;
        _writer = null; // its buffer cannot be written either
        _refusedAt = _time.GetTimestamp();
        LogNotWritten(e.Message);
    }

    private StreamWriter NewFile()
    {
        foreach (var (_, path) in Files().OrderByDescending(f => f.Number).Skip(2))
        {
            if (File.GetLastWriteTimeUtc(path) < TimeProvider.System.GetUtcNow() - Retention)
            {
                File.Delete(path);
            }
        }
        return new StreamWriter(new FileStream(Path.Combine(_folder, Invariant($"floor-{++_file:D8}.journal")), new FileStreamOptions
        {
            Mode = FileMode.Create,
            Access = FileAccess.Write,
            Share = FileShare.Read,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        }));
    }

    private IEnumerable<(int Number, string Path)> Files() =>
        Directory.EnumerateFiles(_folder, "floor-*.journal")
            .Select(p => (Ok: int.TryParse(Path.GetFileNameWithoutExtension(p).AsSpan(6), NumberStyles.None, CultureInfo.InvariantCulture, out var n), Number: n, Path: p))
            .Where(f => f.Ok).Select(f => (f.Number, f.Path));

    [LoggerMessage(1, LogLevel.Information, "Journal read: {Records} records, {Agents} agents, {Calls} calls")]
    private partial void LogRestored(int records, int agents, int calls);

    [LoggerMessage(2, LogLevel.Warning, "The journal cannot be written ({Reason}): calls go on; after a crash agents' states may be older")]
    private partial void LogNotWritten(string reason);

    [LoggerMessage(3, LogLevel.Warning, "Journal {Path} is unreadable from here on: {Reason}")]
    private partial void LogUnreadable(string path, string reason);
}

/// <summary>A fact, or the whole floor as bytes.</summary>
internal readonly record struct JournalLine(DateTimeOffset At, Input? Input, byte[]? Image);
