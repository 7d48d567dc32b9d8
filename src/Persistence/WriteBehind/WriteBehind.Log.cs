using Microsoft.Extensions.Logging;

namespace Hotline.Persistence;

public sealed partial class WriteBehind
{
    [LoggerMessage(1, LogLevel.Warning, "The database does not take writes ({Fault}); {Pending} wait, next try in {Delay}.")]
    private partial void LogFailing(Exception exception, DatabaseFault? fault, int pending, TimeSpan delay);

    [LoggerMessage(2, LogLevel.Information, "The database takes writes again; {Pending} wait.")]
    private partial void LogRecovered(int pending);

    [LoggerMessage(3, LogLevel.Error, "The database refuses write {Id}; it is kept in the file of refused writes.")]
    private partial void LogRefused(Exception exception, string id);

    [LoggerMessage(4, LogLevel.Error, "A line of the spill file cannot be read; it is kept in the file of refused writes.")]
    private partial void LogUnreadable();

    [LoggerMessage(5, LogLevel.Critical, "Writes cannot be put onto the disk; {Pending} are only in memory.")]
    private partial void LogDiskFailed(Exception exception, int pending);

    [LoggerMessage(6, LogLevel.Information, "Took back {Count} writes that an earlier process left.")]
    private partial void LogRecalled(int count);

    [LoggerMessage(7, LogLevel.Warning, "Stopped with {Count} writes that the database has not got; the next start writes them.")]
    private partial void LogLeft(int count);

    [LoggerMessage(9, LogLevel.Warning, "The last try before the stop ended: {Reason}")]
    private partial void LogNotFlushed(string reason);

    [LoggerMessage(8, LogLevel.Critical, "More than {PendingMax} writes wait: what comes now is lost.")]
    private partial void LogLosing(int pendingMax);
}
