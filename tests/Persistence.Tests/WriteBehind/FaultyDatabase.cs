using Microsoft.Data.Sqlite;

namespace Hotline.Persistence.Tests;

/// <summary>A database that can be taken away: while <see cref="Fault"/> is set every connection fails with it.</summary>
internal sealed class FaultyDatabase(TestDatabase own)
{
    public const int Busy = 5;
    public const int Full = 13;
    public const int Away = 14;
    private volatile int _fault;
    private int _connections;

    /// <summary>SQLite's error code; 0 for none.</summary>
    public int Fault
    {
        get => _fault;
        set => _fault = value;
    }

    /// <summary>How many connections were asked for: one per transaction.</summary>
    public int Connections => Volatile.Read(ref _connections);

    /// <summary>A database as a new process would open it.</summary>
    public Database Open() => new(
        own.Database.Dialect,
        () =>
        {
            Interlocked.Increment(ref _connections);
            return _fault == 0 ? own.Database.Dialect.Connect(own.Options.ConnectionString) : throw new SqliteException($"fault {_fault}", _fault);
        },
        TimeProvider.System);
}
