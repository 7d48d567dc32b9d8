using Hotline.Persistence;

namespace Hotline.AgentHub.Web;

/// <summary>A person reads what the call path may have written a moment ago: the writes under way are waited for, not for ever.</summary>
internal sealed class LastWrites(WriteBehind writes)
{
    /// <summary>What the database has not taken by then is read as it stands.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    /// <summary>Completes when the database has what was written before, or when that takes too long.</summary>
    public Task SettleAsync(CancellationToken cancellationToken) =>
        writes.Pending == 0 ? Task.CompletedTask : writes.IsWrittenAsync(Limit, cancellationToken);
}
