using Hotline.AgentHub.Config;
using Hotline.Exchange;
using Hotline.Persistence;
using Hotline.Telephony;
using Quartz;

namespace Hotline.AgentHub.Recordings;

/// <summary>Removes recordings each night that are older than the installation keeps them. Which those were stands in the audit.</summary>
internal sealed partial class RetentionJob(
    RecordingFiles recordings, SecuritySettings settings, CityConfiguration city, WriteBehind writes, SteadyClock clock,
    ILogger<RetentionJob> log) : IJob
{
    /// <summary>Calls named in one entry of the audit.</summary>
    private const int NamedMax = 200;

    public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        Remove();
        return default;
    }

    public void Remove()
    {
        if (settings.RecordingDays == 0
            || recordings.RemoveBefore(clock.Now - TimeSpan.FromDays(settings.RecordingDays)) is not { Count: > 0 } removed)
        {
            return;
        }
        LogRemoved(removed.Count, settings.RecordingDays);
        foreach (var some in removed.Chunk(NamedMax))
        {
            writes.TryWrite(new WriteItem.Audit(new AuditEntry(
                clock.Now, city.Tenant.Value, "system", "remove-recordings", "", Invariant($"older than {settings.RecordingDays} days"), "",
                Detail: string.Join(' ', some))));
        }
    }

    [LoggerMessage(1, LogLevel.Information, "{Count} recordings older than {Days} days are removed")]
    private partial void LogRemoved(int count, int days);
}
