using System.Data.Common;

namespace Hotline.Persistence;

/// <summary>
/// All that differs between databases and is not SQL text: the folder of the SQL files, how to connect, what an error
/// means. A new database is a new folder (what it has in common with others stands in Sql/common), a subclass, and a run of
/// the specifications in tests/Persistence.Tests.
/// </summary>
internal abstract class Dialect
{
    /// <summary>Folder under Sql/, and the provider's name in <see cref="DatabaseOptions"/>.</summary>
    public abstract string Name { get; }

    /// <summary>True where a second writer would only be told that the database is locked.</summary>
    public virtual bool HasOneWriter => false;

    /// <summary>What must hold before the first connection, for example who may read the file.</summary>
    public virtual void Prepare(string connectionString) { }

    /// <summary>The file that holds all of it; null where a server does.</summary>
    public virtual string? FileOf(string connectionString) => null;

    /// <summary>Text that copies the whole database, as it stands at one moment, to a file; null where a server's own means do.</summary>
    public virtual string? CopyTo(string file) => null;

    /// <summary>A new, closed connection.</summary>
    public abstract DbConnection Connect(string connectionString);

    /// <summary>What each connection needs after it was opened.</summary>
    public virtual Task OpenedAsync(DbConnection connection, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>What an exception of this provider means.</summary>
    public abstract DatabaseFault FaultOf(DbException exception);

    /// <summary>True where the server chose this transaction to give way to another: the same at once is expected to work.</summary>
    public virtual bool IsDeadlock(DbException exception) => false;

    /// <summary>The dialect of a provider's name.</summary>
    /// <exception cref="ArgumentException">There is none of that name.</exception>
    public static Dialect Of(string provider) => provider switch
    {
        "sqlite" => new SqliteDialect(),
        "sqlserver" => new SqlServerDialect(),
        "postgres" => new PostgresDialect(),
        _ => throw new ArgumentException($"Database provider '{provider}' is not known. Use sqlite, postgres or sqlserver.", nameof(provider)),
    };
}
