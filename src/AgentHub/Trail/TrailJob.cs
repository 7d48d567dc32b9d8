using Hotline.AgentHub.Auth;
using Hotline.AgentHub.Config;
using Hotline.Exchange;
using Hotline.Persistence;
using Quartz;

namespace Hotline.AgentHub.Trail;

/// <summary>Checks the whole chain each night. What it finds stands in the log, in the figures of /healthz, and in the chain itself.</summary>
internal sealed partial class TrailJob(
    AuditLog audit, TrailFile file, TrailState state, CityConfiguration city, WriteBehind writes, SteadyClock clock, ILogger<TrailJob> log) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        var verdict = await audit.VerifyAsync(city.Tenant, file.Read(), cancellationToken);
        state.Faults = verdict.Faults.Count;
        foreach (var fault in verdict.Faults)
        {
            LogFault(fault);
        }
        writes.TryWrite(new WriteItem.Audit(new AuditEntry(
            clock.Now, city.Tenant.Value, "system", "verify-audit", "", "", "", verdict.Faults.Count == 0 ? "ok" : "broken",
            string.Join("; ", verdict.Faults))));
    }

    [LoggerMessage(1, LogLevel.Critical, "The audit was tampered with: {Fault}")]
    private partial void LogFault(string fault);
}

/// <summary>What the last check found.</summary>
internal sealed class TrailState
{
    /// <summary>Faults of the chain.</summary>
    public int Faults { get; set; }
}
