using System.Data.Common;
using Hotline.Exchange;
using Hotline.Persistence;

namespace Hotline.AgentHub.People;

/// <summary>What is read from the database once, as soon as it is open and before anybody can sign in.</summary>
public interface IReadAtOpening
{
    /// <summary>Reads it; a database that went away in between throws, and it is read again.</summary>
    Task ReadAsync(CancellationToken cancellationToken);
}

/// <summary>
/// Schema and people at a start. An installation that has run before does not wait for a database that is away: the floor comes from
/// its journal, who is signed in stays so, calls are served; the rest comes when the database does.
/// </summary>
internal sealed partial class DatabaseOpening(Database database, AgentDirectory directory, IEnumerable<IReadAtOpening> others, Epoch epoch,
    TimeProvider time, ILogger<DatabaseOpening> log)
{
    /// <summary>A database that is there answers long before.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan TryAgainAfter = TimeSpan.FromSeconds(2);

    /// <summary>Returns when the database is open, or when it is clear that it will be so later.</summary>
    /// <param name="demo">Make the city's demo people.</param>
    /// <param name="secret">This installation's own secret.</param>
    /// <param name="cancellationToken">The server stops.</param>
    /// <exception cref="DbException">The database is away, and this is the first start: the settings may be wrong.</exception>
    /// <exception cref="SchemaException">This program must not work on that schema.</exception>
    public async Task RunAsync(bool demo, string secret, CancellationToken cancellationToken)
    {
        var opening = Task.Run(() => OpenAsync(demo, secret, cancellationToken), cancellationToken); // SQLite waits for a lock in its caller's thread
        if (epoch.IsFirst || await Task.WhenAny(opening, Task.Delay(Patience, time, cancellationToken)) == opening)
        {
            await opening;
            return;
        }
        LogLate();
        _ = opening.ContinueWith(failed => LogWrong(failed.Exception!.InnerException!), cancellationToken, TaskContinuationOptions.OnlyOnFaulted,
            TaskScheduler.Default);
    }

    private async Task OpenAsync(bool demo, string secret, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await database.MigrateAsync(cancellationToken);
                foreach (var other in others)
                {
                    await other.ReadAsync(cancellationToken);
                }
                await directory.LoadAsync(demo, secret, Console.WriteLine, cancellationToken);
                return;
            }
            catch (Exception e) when (!epoch.IsFirst && e is DbException or IOException or TimeoutException)
            {
                LogLater(e.Message);
                await Task.Delay(TryAgainAfter, time, cancellationToken);
            }
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "The database does not answer: calls are served, sign-ins wait for it")]
    private partial void LogLate();

    [LoggerMessage(2, LogLevel.Warning, "The database is opened later: {Reason}")]
    private partial void LogLater(string reason);

    [LoggerMessage(3, LogLevel.Critical, "The database must not be used; calls are served without it")]
    private partial void LogWrong(Exception wrong);
}
