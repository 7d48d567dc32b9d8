using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Hotline.Persistence;

/// <summary>SQLite: one file, readable by its owner only, with a write-ahead log so that readers never wait for the writer.</summary>
internal sealed class SqliteDialect : Dialect
{
    /// <summary>How long a writer waits for one of another process (a backup, a person's shell), in seconds. A batch takes milliseconds.</summary>
    private const int LockWaitSeconds = 5;

    // 64 MB of pages per connection: the index of pairs is larger than the 2 MB that SQLite takes by itself. No memory
    // mapping, since an error of the disk would then end the process, and with it the calls.
    // synchronous=NORMAL with a write-ahead log: a crash of the process loses nothing, a power cut at most the last
    // transactions, and never the file.
    private const string OnOpen = """
        pragma busy_timeout = 5000;
        pragma journal_mode = wal;
        pragma synchronous = normal;
        pragma foreign_keys = on;
        pragma cache_size = -65536;
        """;

    static SqliteDialect() => SQLitePCL.Batteries_V2.Init();

    public override string Name => "sqlite";

    public override bool HasOneWriter => true;

    /// <summary>Makes the file before SQLite does, since SQLite would make it readable by everybody.</summary>
    public override void Prepare(string connectionString)
    {
        var settings = new SqliteConnectionStringBuilder(connectionString);
        if (settings.Mode == SqliteOpenMode.Memory || settings.DataSource is "" or ":memory:")
        {
            return;
        }

        PrivateFile.Ensure(settings.DataSource);
    }

    public override string? FileOf(string connectionString) => new SqliteConnectionStringBuilder(connectionString).DataSource;

    public override string? CopyTo(string file) => $"vacuum into '{file.Replace("'", "''", StringComparison.Ordinal)}'";

    public override DbConnection Connect(string connectionString) =>
        new SqliteConnection(new SqliteConnectionStringBuilder(connectionString) { DefaultTimeout = LockWaitSeconds }.ToString());

    public override async Task OpenedAsync(DbConnection connection, CancellationToken cancellationToken) =>
        await connection.ExecuteAsync(new CommandDefinition(OnOpen, cancellationToken: cancellationToken));

    public override DatabaseFault FaultOf(DbException exception) => (exception as SqliteException)?.SqliteErrorCode switch
    {
        SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED => DatabaseFault.Busy,
        SQLitePCL.raw.SQLITE_FULL => DatabaseFault.Full,
        SQLitePCL.raw.SQLITE_CONSTRAINT or SQLitePCL.raw.SQLITE_TOOBIG or SQLitePCL.raw.SQLITE_MISMATCH => DatabaseFault.Refused,
        _ => DatabaseFault.Away,
    };
}
