using System.Data.Common;
using Dapper;
using Hotline.Testkit;
using Hotline.Upkeep;
using Microsoft.Extensions.Logging.Abstractions;

namespace Hotline.Persistence.Tests;

/// <summary>A database, a spill folder and processes that use them one after the other.</summary>
public abstract class WriteBehindFixture : IAsyncLifetime
{
    private static readonly TimeSpan StopFlushTimeout = TimeSpan.FromSeconds(3);
    private readonly List<WriteBehind> _processes = [];
    private readonly CancellationTokenSource _limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
    private TestDatabase? _own;

    private protected FaultyDatabase Faulty { get; private set; } = null!;

    private protected ManualClock Clock { get; } = new();

    protected TestDatabase Own => _own!;

    protected string Folder { get; } = Directory.CreateTempSubdirectory("hotline-spill-").FullName;

    protected string SpillPath => Path.Combine(Folder, "writes.jsonl");

    protected string RefusedPath => Path.Combine(Folder, "refused.txt");

    /// <summary>
    /// Ends with the test, and after <see cref="Limits.Usual"/>: a write that never comes fails its test instead of waiting for ever.
    /// </summary>
    protected CancellationToken Cancel => _limit.Token;

    public async ValueTask InitializeAsync()
    {
        _limit.CancelAfter(Limits.Usual);
        _own = await TestDatabase.OnSqliteAsync();
        Faulty = new FaultyDatabase(_own);
    }

    public async ValueTask DisposeAsync()
    {
        Faulty.Fault = 0;
        foreach (var process in _processes)
        {
            await process.StopAsync(CancellationToken.None);
            process.Dispose();
        }

        await Own.DisposeAsync();
        _limit.Dispose();
        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>A process that has not started yet.</summary>
    protected WriteBehind Create(int pendingMax = 100_000, string? folder = null, TimeSpan linger = default)
    {
        var process = new WriteBehind(
            Faulty.Open(),
            new WriteBehindOptions { SpillFolder = folder ?? Folder, PendingMax = pendingMax, StopFlushTimeout = StopFlushTimeout, Linger = linger },
            Clock, new ServiceFaults(), NullLogger<WriteBehind>.Instance);
        _processes.Add(process);
        return process;
    }

    protected async Task<WriteBehind> StartAsync(string? folder = null)
    {
        var process = Create(folder: folder);
        await process.StartAsync(Cancel);
        return process;
    }

    /// <summary>Lets the database fail and waits until the process has noticed, with everything on the disk.</summary>
    private protected async Task<ManualClock.ManualTimer> FailAsync(WriteBehind process, int fault, params string[] notes)
    {
        Faulty.Fault = fault;
        Note(process, notes);
        return await NextRetryAsync();
    }

    /// <summary>The pause before the next try, once it begins; the time limits of stopping processes are passed over.</summary>
    private protected async Task<ManualClock.ManualTimer> NextRetryAsync()
    {
        while (true)
        {
            var timer = await Clock.NextTimerAsync();
            if (timer.Due != StopFlushTimeout)
            {
                return timer;
            }
        }
    }

    protected static void Note(WriteBehind process, params string[] notes)
    {
        foreach (var note in notes)
        {
            process.TryWrite(Noted(note)).ShouldBeTrue();
        }
    }

    protected static WriteItem Noted(string note) =>
        new WriteItem.Audit(new AuditEntry(Given.Start, Given.Kaifeng.Value, "1001", "note", "", note, ""));

    protected static WriteItem Called(Routing.CallRecord record) => new WriteItem.Ledger(Given.Kaifeng, record);

    /// <summary>The notes in the database, in the order they were written.</summary>
    protected async Task<string[]> NotesAsync()
    {
        await using var connection = await Own.ConnectAsync();
        return [.. await connection.QueryAsync<string>("select purpose from audit where purpose <> '' order by rowid")];
    }

    /// <summary>Everything that stands on the disk at this moment, as a crash would leave it.</summary>
    protected string CopyOfFolder()
    {
        var copy = Path.Combine(Folder, Path.GetRandomFileName());
        Directory.CreateDirectory(copy);
        foreach (var file in Directory.GetFiles(Folder))
        {
            File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        }

        return copy;
    }
}
