using System.Data.Common;
using Npgsql;

namespace Hotline.Persistence;

/// <summary>PostgreSQL 15 or later; the database's encoding is UTF8, its collation and time zone are of no account.</summary>
internal sealed class PostgresDialect : Dialect
{
    /// <summary>A server that is there answers long before; Npgsql by itself waits 15 s.</summary>
    private const int ConnectSeconds = 3;

    /// <summary>So long may a connection of the pool be silent before it is asked whether it still stands; Npgsql by itself never asks.</summary>
    private const int KeepAliveSeconds = 30;

    // All that is asked here is a short way along an index that stops early. The planner takes a search that stops after 200 tickets for one
    // that reads them all: it would sort the whole list of a pair, share that among processes, and compile it for longer than it runs.
    private const string AlongTheIndex = "-c enable_bitmapscan=off -c max_parallel_workers_per_gather=0 -c jit=off";

    // Whoever keeps a table to himself is an outage like any other, and is noticed as soon as on SQLite (busy_timeout): by itself the server
    // lets a statement wait without end, and Npgsql for 30 s.
    private const string LockWait = "-c lock_timeout=5000";

    // The first two characters of an error's code are its class.
    private const string DataException = "22", IntegrityViolation = "23";

    public override string Name => "postgres";

    public override DbConnection Connect(string connectionString) => new NpgsqlConnection(Completed(connectionString));

    /// <summary>
    /// Where the operator said nothing else: an outage is noticed at once, also on a connection that waits in the pool, and statements go
    /// along their indexes.
    /// </summary>
    internal static string Completed(string connectionString)
    {
        // Npgsql's own builder does not tell what was said from what it takes by itself.
        var said = new DbConnectionStringBuilder { ConnectionString = connectionString };
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        if (!said.ContainsKey("Timeout"))
        {
            settings.Timeout = ConnectSeconds;
        }

        if (!said.ContainsKey("Keepalive"))
        {
            settings.KeepAlive = KeepAliveSeconds;
        }

        if (!said.ContainsKey("Options"))
        {
            settings.Options = $"{AlongTheIndex} {LockWait}";
        }

        return settings.ToString();
    }

    public override bool IsDeadlock(DbException exception) =>
        exception is PostgresException { SqlState: PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure };

    public override DatabaseFault FaultOf(DbException exception) => (exception as PostgresException)?.SqlState switch
    {
        PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.LockNotAvailable => DatabaseFault.Busy,
        PostgresErrorCodes.DiskFull => DatabaseFault.Full,
        { Length: > 2 } state when state[..2] is DataException or IntegrityViolation => DatabaseFault.Refused,
        _ => DatabaseFault.Away,
    };
}
