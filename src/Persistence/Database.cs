using System.Data.Common;
using Dapper;

namespace Hotline.Persistence;

/// <summary>One database: connections, transactions and its schema. Thread-safe; one for the whole process.</summary>
public sealed class Database
{
    /// <summary>How often a transaction that lost a deadlock is run before its caller hears of it.</summary>
    private const int DeadlockAttemptsMax = 3;

    private readonly Func<DbConnection> _connect;
    private readonly SqlCatalogue _catalogue;

    private readonly TimeProvider _time;

    internal Database(Dialect dialect, Func<DbConnection> connect, TimeProvider time)
    {
        TimeHandler.Register();
        Dialect = dialect;
        _connect = connect;
        _time = time;
        _catalogue = SqlCatalogue.Of(dialect.Name);
    }

    internal Dialect Dialect { get; }

    /// <summary>"sqlite" or "sqlserver".</summary>
    public string Provider => Dialect.Name;

    /// <summary>True once <see cref="MigrateAsync"/> has run through.</summary>
    public bool IsMigrated { get; private set; }

    /// <summary>Makes the object; nothing is connected yet. For SQLite the file is made, readable by its owner only.</summary>
    /// <exception cref="ArgumentException">The provider is not known.</exception>
    public static Database Open(DatabaseOptions options, TimeProvider time)
    {
        Dialect dialect = Dialect.Of(options.Provider);
        dialect.Prepare(options.ConnectionString);
        return new Database(dialect, () => dialect.Connect(options.ConnectionString), time);
    }

    /// <summary>Brings the schema to the newest version. Harmless when nothing is to be done.</summary>
    /// <returns>The versions applied now.</returns>
    /// <exception cref="SchemaException">This program must not work on that schema; the message says why.</exception>
    public async Task<IReadOnlyList<int>> MigrateAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<int> applied = await new Migrator(this, Migration.Of(Dialect.Name)).RunAsync(_time.GetUtcNow(), cancellationToken);
        IsMigrated = true;
        return applied;
    }

    /// <summary>True when the database answers now.</summary>
    public async Task<bool> PingAsync(CancellationToken cancellationToken)
    {
        try
        {
            await ReadAsync(session => session.ExecuteTextAsync("select 1"), cancellationToken);
            return true;
        }
        catch (Exception exception) when (FaultOf(exception) is not null)
        {
            return false;
        }
    }

    /// <summary>What a failure of a store means; null for an exception that does not come from the database.</summary>
    public DatabaseFault? FaultOf(Exception exception) => exception switch
    {
        DbException failure => Dialect.FaultOf(failure),
        IOException or TimeoutException or UnauthorizedAccessException => DatabaseFault.Away,
        _ => null,
    };

    /// <summary>Runs statements that only read.</summary>
    internal async Task<T> ReadAsync<T>(Func<DbSession, Task<T>> work, CancellationToken cancellationToken)
    {
        await using DbConnection connection = await ConnectAsync(cancellationToken);
        return await work(new DbSession(connection, null, _catalogue, cancellationToken));
    }

    /// <summary>Runs statements in one transaction: all of them count, or none. The work may run more than once.</summary>
    internal async Task<T> WriteAsync<T>(Func<DbSession, Task<T>> work, CancellationToken cancellationToken)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                await using DbConnection connection = await ConnectAsync(cancellationToken);
                await using DbTransaction transaction = await connection.BeginTransactionAsync(cancellationToken);
                T result = await work(new DbSession(connection, transaction, _catalogue, cancellationToken));
                await transaction.CommitAsync(cancellationToken);
                return result;
            }
            catch (DbException exception) when (attempt < DeadlockAttemptsMax && Dialect.IsDeadlock(exception))
            {
                // The server chose us to give way; nothing of ours was kept.
            }
        }
    }

    private async Task<DbConnection> ConnectAsync(CancellationToken cancellationToken)
    {
        DbConnection connection = _connect();
        try
        {
            await connection.OpenAsync(cancellationToken);
            await Dialect.OpenedAsync(connection, cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }
}
