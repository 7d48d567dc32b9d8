using System.Data;
using System.Data.Common;

namespace Hotline.Persistence;

/// <summary>One database: connections, transactions and its schema. Thread-safe; one for the whole process.</summary>
public sealed class Database : IDisposable
{
    /// <summary>How often a transaction that lost a deadlock is run before its caller hears of it.</summary>
    private const int DeadlockAttemptsMax = 3;

    private readonly Func<DbConnection> _connect;
    private readonly SqlCatalogue _catalogue;

    private readonly TimeProvider _time;

    /// <summary>
    /// Lets one of ours write at a time where the database has room for one: they take turns here, in order, instead of trying it out there.
    /// </summary>
    private readonly SemaphoreSlim? _turn;

    internal Database(Dialect dialect, Func<DbConnection> connect, TimeProvider time)
    {
        TimeHandler.Register();
        Dialect = dialect;
        _connect = connect;
        _time = time;
        _catalogue = SqlCatalogue.Of(dialect.Name);
        _turn = dialect.HasOneWriter ? new SemaphoreSlim(1, 1) : null;
    }

    internal Dialect Dialect { get; }

    /// <summary>"sqlite", "postgres" or "sqlserver".</summary>
    public string Provider => Dialect.Name;

    /// <summary>True once <see cref="DatabaseSchema.MigrateAsync"/> has run through.</summary>
    public bool IsMigrated { get; internal set; }

    internal DateTimeOffset Now => _time.GetUtcNow();

    /// <summary>Makes the object; nothing is connected yet. For SQLite the file is made, readable by its owner only.</summary>
    /// <exception cref="ArgumentException">The provider is not known.</exception>
    public static Database Open(DatabaseOptions options, TimeProvider time)
    {
        var dialect = Dialect.Of(options.Provider);
        dialect.Prepare(options.ConnectionString);
        return new Database(dialect, () => dialect.Connect(options.ConnectionString), time);
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

    /// <summary>The file that holds all of it; null where a server does.</summary>
    public static string? FileOf(DatabaseOptions options) => Dialect.Of(options.Provider).FileOf(options.ConnectionString);

    /// <summary>Copies the whole database, as it stands at one moment and while others write, to a file.</summary>
    /// <returns>False where a server's own means do that.</returns>
    public async Task<bool> CopyToAsync(string file, CancellationToken cancellationToken)
    {
        if (Dialect.CopyTo(file) is not { } text)
        {
            return false;
        }

        await ReadAsync(session => session.ExecuteTextAsync(text), cancellationToken);
        return true;
    }

    /// <summary>What a failure of a store means; null for an exception that does not come from the database.</summary>
    public DatabaseFault? FaultOf(Exception exception) => exception switch
    {
        DbException failure => Dialect.FaultOf(failure),
        IOException or TimeoutException or UnauthorizedAccessException => DatabaseFault.Away,
        _ => null,
    };

    public void Dispose() => _turn?.Dispose();

    /// <summary>Runs statements that only read.</summary>
    internal async Task<T> ReadAsync<T>(Func<DbSession, Task<T>> work, CancellationToken cancellationToken)
    {
        await using var connection = _connect();
        return await InOneTongueAsync(
            connection,
            async () =>
            {
                await OpenAsync(connection, cancellationToken);
                return await work(new DbSession(connection, null, _catalogue, cancellationToken));
            },
            cancellationToken);
    }

    /// <summary>Runs statements in one transaction: all of them count, or none. The work may run more than once.</summary>
    internal async Task<T> WriteAsync<T>(Func<DbSession, Task<T>> work, CancellationToken cancellationToken)
    {
        if (_turn is null)
        {
            return await WriteNowAsync(work, cancellationToken);
        }

        await _turn.WaitAsync(cancellationToken);
        try
        {
            return await WriteNowAsync(work, cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task<T> WriteNowAsync<T>(Func<DbSession, Task<T>> work, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var connection = _connect();
                return await InOneTongueAsync(
                    connection,
                    async () =>
                    {
                        await OpenAsync(connection, cancellationToken);
                        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
                        var session = new DbSession(connection, transaction, _catalogue, cancellationToken);
                        var result = await work(session);
                        await session.EndAsync();
                        await transaction.CommitAsync(cancellationToken);
                        return result;
                    },
                    cancellationToken);
            }
            catch (DbException exception) when (attempt < DeadlockAttemptsMax && Dialect.IsDeadlock(exception))
            {
                // The server chose us to give way; nothing of ours was kept.
            }
        }
    }

    private async Task OpenAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        await connection.OpenAsync(cancellationToken);
        await Dialect.OpenedAsync(connection, cancellationToken);
    }

    /// <summary>
    /// Drivers say the same in different ways. SqlClient tells of a cancellation as of an error of the server, and of an exhausted pool
    /// or a connection that broke as of a mistake of the caller, Npgsql perhaps of a time-out alone: here all of them say what happened.
    /// </summary>
    /// <exception cref="OperationCanceledException">It was cancelled, however the driver says so.</exception>
    /// <exception cref="DatabaseAwayException">There is no open connection to work on.</exception>
    private static async Task<T> InOneTongueAsync<T>(DbConnection connection, Func<Task<T>> work, CancellationToken cancellationToken)
    {
        try
        {
            return await work();
        }
        catch (Exception exception) when (exception is not OperationCanceledException && cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(exception.Message, exception, cancellationToken);
        }
        catch (Exception exception) when (exception is TimeoutException or InvalidOperationException && connection.State is not ConnectionState.Open)
        {
            throw new DatabaseAwayException(exception.Message, exception);
        }
    }
}
