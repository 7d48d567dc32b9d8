using System.Threading.Channels;
using Hotline.Routing;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Hotline.Exchange;

/// <summary>
/// A snapshot of the floor and every fact since, in files of their own. Written by a thread of its own: a slow or full
/// disk never holds up a call; what is lost then (at most the last moments) the reconciler finds again in Asterisk.
/// </summary>
/// <remarks>
/// The floor is deterministic, so that thread keeps a second one beside the facts it writes: snapshots are drawn from it, and the loop
/// of the calls never stands still for one (with 5,000 waiting calls it would, for 160 ms).
/// Whatever goes wrong here, on the disk or in our own code, costs lines and is counted; it ends nothing.
/// </remarks>
public sealed partial class FloorJournal : BackgroundService
{
    /// <summary>A file begins anew after so many facts: a start then reads at most these.</summary>
    private const int InputsPerFile = 20_000;

    /// <summary>Lines that may wait for the disk; beyond them lines are dropped and counted.</summary>
    private const int WaitingMax = 50_000;

    /// <summary>And after so long, however little happens: a file can only be removed as a whole (<see cref="JournalFiles"/>).</summary>
    private static readonly TimeSpan FileSpan = TimeSpan.FromDays(1);

    /// <summary>After the disk refused, a new file is tried so often; and no oftener is the loop's floor drawn.</summary>
    private static readonly TimeSpan TryAgainAfter = TimeSpan.FromSeconds(1);
    private readonly Channel<JournalLine> _lines = Channel.CreateBounded<JournalLine>(
        new BoundedChannelOptions(WaitingMax) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });
    private readonly JournalFiles _files;
    private readonly JournalCipher _cipher;
    private readonly Func<CallDistributor> _newFloor;
    private readonly TimeProvider _time;
    private readonly ILogger<FloorJournal> _log;
    private readonly List<Effect> _ignored = [];

    /// <summary>The loop's floor must be drawn: at the start, after a line was dropped, and where the second one is lost.</summary>
    private volatile bool _imageNeeded = true;

    /// <summary>The loop's own: lines are missing since the last image.</summary>
    private bool _gap;
    private long? _imageAt;
    private long _dropped;
    private int _sinceImage;
    private long _refusedAt;
    private DateTimeOffset _fileSince;
    private StreamWriter? _writer;
    private CallDistributor? _second;

    /// <param name="files">Where the files lie.</param>
    /// <param name="cipher">Of this installation.</param>
    /// <param name="newFloor">Makes an empty floor of the same city and epoch.</param>
    /// <param name="time">Says when to try the disk again.</param>
    /// <param name="log">Of this class.</param>
    public FloorJournal(JournalFiles files, JournalCipher cipher, Func<CallDistributor> newFloor, TimeProvider time, ILogger<FloorJournal> log) =>
        (_files, _cipher, _newFloor, _time, _log) = (files, cipher, newFloor, time, log);

    /// <summary>Lines that could not be kept.</summary>
    public long Dropped => Interlocked.Read(ref _dropped);

    /// <summary>Lines taken for the disk so far, images among them.</summary>
    public long Lines { get; private set; }

    /// <summary>Takes a fact for the disk. Never waits, never throws.</summary>
    public void Append(DateTimeOffset now, Input input)
    {
        if (_gap)
        {
            Drop(); // nothing after a missing line fits, up to the next image
            return;
        }
        Queue(new JournalLine(now, input, null));
    }

    /// <summary>After <see cref="Append"/>: draws the whole floor where the second one has to begin anew.</summary>
    public void SnapshotIfDue(DateTimeOffset now, CallDistributor floor)
    {
        if (!_imageNeeded || _lines.Reader.Count >= WaitingMax / 2 || (_imageAt is { } last && _time.GetElapsedTime(last) < TryAgainAfter))
        {
            return;
        }
        _imageAt = _time.GetTimestamp();
        _imageNeeded = false;
        try
        {
            var image = JournalRecord.Encode(now, floor.Image());
            _gap = false;
            Queue(new JournalLine(now, null, image));
        }
#pragma warning disable CA1031 // A floor that cannot be drawn goes on all the same.
        catch (Exception e)
#pragma warning restore CA1031
        {
            Drop();
            _imageNeeded = true;
            LogBroken("image", e);
        }
    }

    private void Queue(JournalLine line)
    {
        if (!_lines.Writer.TryWrite(line))
        {
            Drop();
            _imageNeeded = _gap = true;
        }
    }

    private void Drop() => Interlocked.Increment(ref _dropped);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (await _lines.Reader.WaitToReadAsync(stoppingToken))
            {
                WriteAll();
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
        WriteAll();
    }

    public override void Dispose()
    {
        _writer?.Dispose();
        base.Dispose();
    }

    private void WriteAll()
    {
        while (_lines.Reader.TryRead(out var line))
        {
            Try(() => Take(line), "line");
            Lines++;
        }
        Try(() => _writer?.Flush(), "flush");
    }

    /// <summary>The disk is told apart only by what is said of it: in any case the lines up to the next image are lost.</summary>
    private void Try(Action write, string what)
    {
        try
        {
            write();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Refused(e.Message);
        }
#pragma warning disable CA1031 // A fact that our own code stumbles over must not end the server with the calls' journal.
        catch (Exception e)
#pragma warning restore CA1031
        {
            Broken(what, e);
        }
    }

    private void Take(JournalLine line)
    {
        if (line.Image is { } image)
        {
            _second = _newFloor();
            _second.Restore(JournalRecord.Decode(image).Floor!);
            Begin(line.At, image);
        }
        else if (_second is { } second) // before the first image, and after a fall, the line is in the image that follows
        {
            Follow(line.At, line.Input!, second);
        }
    }

    /// <summary>The second floor goes on, and the line is written; now and then a file begins with it.</summary>
    private void Follow(DateTimeOffset at, Input input, CallDistributor second)
    {
        // Applied before it is written: a fact on which the floor breaks never comes onto the disk, where each start would meet it again.
        _ignored.Clear();
        second.Apply(at, input, _ignored);
        Seal(JournalRecord.Encode(at, input));
        var triesAgain = _writer is null && _time.GetElapsedTime(_refusedAt) > TryAgainAfter;
        if (++_sinceImage >= InputsPerFile || at - _fileSince >= FileSpan || triesAgain)
        {
            Begin(at, JournalRecord.Encode(at, second.Image()));
        }
    }

    private void Begin(DateTimeOffset at, byte[] image)
    {
        (_sinceImage, _fileSince) = (0, at);
        _writer?.Dispose();
        _writer = null;
        Try(() => _writer = _files.New(), "file");
        Seal(image);
    }

    private void Seal(byte[] line)
    {
        if (_writer is null)
        {
            Drop();
            return;
        }
        _writer.WriteLine(_cipher.Seal(line));
    }

    /// <summary>
    /// The disk is full or gone. A line that is missing makes the rest of its file worthless: the next one begins with the whole floor.
    /// </summary>
    private void Refused(string reason)
    {
        Drop();
        _writer = null; // its buffer cannot be written either
        _refusedAt = _time.GetTimestamp();
        LogNotWritten(reason);
    }

    /// <summary>Our own code stumbled: the second floor is not the first one's twin any more, and the loop's is drawn anew.</summary>
    private void Broken(string what, Exception e)
    {
        var writer = _writer;
        (_writer, _second, _refusedAt, _imageNeeded) = (null, null, _time.GetTimestamp(), true);
        Drop();
        LogBroken(what, e);
        Try(() => writer?.Dispose(), "file"); // what came before is whole
    }

    [LoggerMessage(1, LogLevel.Warning, "The journal cannot be written ({Reason}): calls go on; after a crash agents' states may be older")]
    private partial void LogNotWritten(string reason);

    [LoggerMessage(2, LogLevel.Error, "The journal's {What} broke: it begins anew with the whole floor")]
    private partial void LogBroken(string what, Exception e);
}

/// <summary>A fact, or the whole floor as bytes.</summary>
internal readonly record struct JournalLine(DateTimeOffset At, Input? Input, byte[]? Image);
