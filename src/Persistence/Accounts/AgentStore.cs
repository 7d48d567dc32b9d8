using Hotline.Routing;

namespace Hotline.Persistence;

/// <summary>The accounts of agents, leaders and administrators.</summary>
/// <remarks>All methods throw <see cref="System.Data.Common.DbException"/> while the database is away.</remarks>
public sealed class AgentStore(Database database)
{
    /// <summary>Everybody of a city, by agent number.</summary>
    public async Task<IReadOnlyList<AgentAccount>> AllAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        var rows = await database.ReadAsync(
            session => session.QueryAsync<AgentRow>(Statement.AgentsAll, new { Tenant = tenant.Value }), cancellationToken);
        return [.. rows.Select(row => row.ToAccount())];
    }

    /// <summary>One account, or null.</summary>
    public async Task<AgentAccount?> FindAsync(TenantId tenant, AgentId agent, CancellationToken cancellationToken) =>
        (await database.ReadAsync(
            session => session.FirstOrDefaultAsync<AgentRow>(Statement.AgentFind, new { Tenant = tenant.Value, AgentId = agent.Value }),
            cancellationToken))?.ToAccount();

    /// <summary>Adds an account or changes it; what sign-ins left there (failures, lock, last time) stays.</summary>
    public Task UpsertAsync(AgentAccount account, CancellationToken cancellationToken) =>
        database.WriteAsync(session => session.ExecuteAsync(Statement.AgentUpsert, AgentRow.Of(account)), cancellationToken);

    /// <summary>Keeps what a sign-in, good or bad, leaves behind.</summary>
    /// <param name="tenant">The city.</param>
    /// <param name="agent">Whose account.</param>
    /// <param name="failures">Wrong passwords in a row, this one included; 0 after a right one.</param>
    /// <param name="lockedUntil">Until when it is locked; null for not.</param>
    /// <param name="signedInAt">When the right password came; null after a wrong one.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task RecordSignInAsync(
        TenantId tenant, AgentId agent, int failures, DateTimeOffset? lockedUntil, DateTimeOffset? signedInAt, CancellationToken cancellationToken) =>
        database.WriteAsync(
            session => session.ExecuteAsync(
                Statement.AgentSignInRecord,
                new { Tenant = tenant.Value, AgentId = agent.Value, Failures = failures, LockedUntil = lockedUntil, SignedInAt = signedInAt }),
            cancellationToken);
}
