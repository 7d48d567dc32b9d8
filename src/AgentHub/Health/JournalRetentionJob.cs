using Hotline.Exchange;
using Quartz;

namespace Hotline.AgentHub.Health;

/// <summary>The journal holds personal data: what is older than <see cref="JournalFiles.Retention"/> goes each night.</summary>
internal sealed partial class JournalRetentionJob(JournalFiles files, ILogger<JournalRetentionJob> log) : IJob
{
    public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        if (files.RemoveOld() is > 0 and var removed)
        {
            LogRemoved(removed);
        }
        return default;
    }

    [LoggerMessage(1, LogLevel.Information, "{Removed} old files of the journal are removed")]
    private partial void LogRemoved(int removed);
}
