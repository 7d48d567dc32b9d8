using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Hotline.Persistence.Tests;

/// <summary>What a driver may do to us.</summary>
public enum Trouble
{
    None,

    /// <summary>The pool is exhausted: SqlClient tells it as a mistake of the caller.</summary>
    PoolTimeOut,

    /// <summary>The server does not answer.</summary>
    ServerAway,

    /// <summary>The connection broke between two statements: again told as a mistake of the caller.</summary>
    ConnectionBroke,

    /// <summary>A statement that is cancelled ends with an error of the driver's own, as SqlClient's do.</summary>
    CancelledInItsWords,

    /// <summary>Statements with <see cref="Driver.Poison"/> in them fail, in words that nobody understands.</summary>
    Poison,
}

/// <summary>An error as a driver throws it; of none that we use.</summary>
public sealed class DriverException(string message) : DbException(message);

/// <summary>A driver with the manners of others on top of a real database.</summary>
internal sealed class Driver(TestDatabase own)
{
    public const string Poison = "poison";
    private volatile Trouble _trouble;

    public Trouble Trouble { get => _trouble; set => _trouble = value; }

    /// <summary>Completes when a statement has begun that only a cancellation ends.</summary>
    public TaskCompletionSource Waiting { get; private set; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Database Open() => new(new DriversDialect(), () => new Connection(this, own.Options.ConnectionString), TimeProvider.System);

    private sealed class DriversDialect : Dialect
    {
        public override string Name => "sqlite";

        public override DbConnection Connect(string connectionString) => throw new NotSupportedException();

        public override DatabaseFault FaultOf(DbException exception) => DatabaseFault.Away;
    }

    private sealed class Connection(Driver driver, string connectionString) : SqliteConnection(connectionString)
    {
        public override async Task OpenAsync(CancellationToken cancellationToken)
        {
            switch (driver.Trouble)
            {
                case Trouble.PoolTimeOut:
                    throw new InvalidOperationException("Timeout expired. The timeout period elapsed prior to obtaining a connection from the pool.");
                case Trouble.ServerAway:
                    throw new DriverException("A network-related error occurred.");
                default:
                    await base.OpenAsync(cancellationToken);
                    break;
            }
        }

        public override SqliteCommand CreateCommand() => new Command(driver) { Connection = this, Transaction = Transaction };

        protected override DbCommand CreateDbCommand() => CreateCommand();
    }

    private sealed class Command(Driver driver) : SqliteCommand
    {
        public override async Task<int> ExecuteNonQueryAsync(CancellationToken cancellationToken)
        {
            switch (driver.Trouble)
            {
                case Trouble.ConnectionBroke:
                    Connection!.Close();
                    throw new InvalidOperationException("ExecuteNonQuery requires an open and available Connection.");
                case Trouble.CancelledInItsWords:
                    driver.Waiting.TrySetResult();
                    await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken).ContinueWith(_ => { }, TaskScheduler.Default);
                    throw new DriverException("Operation cancelled by user.");
                case Trouble.Poison when Parameters.Cast<DbParameter>().Any(p => p.Value is Poison):
                    throw new DriverException("malformed JSON");
                default:
                    return await base.ExecuteNonQueryAsync(cancellationToken);
            }
        }
    }
}
