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

    /// <summary>Adds an account or changes it; what sign-ins left there (failures, last time, last code) stays.</summary>
    public Task UpsertAsync(AgentAccount account, CancellationToken cancellationToken) =>
        database.WriteAsync(session => session.ExecuteAsync(Statement.AgentUpsert, AgentRow.Of(account)), cancellationToken);

    /// <summary>Counts a wrong password, on the row as it stands. Of an account that is not there nothing is counted.</summary>
    public Task FailedAsync(TenantId tenant, AgentId agent, CancellationToken cancellationToken) => database.WriteAsync(
        session => session.ExecuteAsync(Statement.AgentSignInFailed, new { Tenant = tenant.Value, AgentId = agent.Value }), cancellationToken);

    /// <summary>The right password came: what was counted is forgotten.</summary>
    public Task SignedInAsync(TenantId tenant, AgentId agent, DateTimeOffset at, CancellationToken cancellationToken) => database.WriteAsync(
        session => session.ExecuteAsync(Statement.AgentSignedIn, new { Tenant = tenant.Value, AgentId = agent.Value, At = at }), cancellationToken);

    /// <summary>Keeps the same password in a stronger hash; nothing happens where another one was set meanwhile.</summary>
    public Task RehashAsync(TenantId tenant, AgentId agent, string former, string hash, CancellationToken cancellationToken) =>
        database.WriteAsync(
            session => session.ExecuteAsync(
                Statement.AgentPasswordRehash, new { Tenant = tenant.Value, AgentId = agent.Value, Former = former, PasswordHash = hash }),
            cancellationToken);

    /// <summary>Uses up a code that changes every 30 seconds.</summary>
    /// <returns>False where it, or a later one, was used before.</returns>
    public async Task<bool> UseTotpAsync(TenantId tenant, AgentId agent, long step, CancellationToken cancellationToken) =>
        await database.WriteAsync(
            session => session.ExecuteAsync(Statement.AgentTotpUsed, new { Tenant = tenant.Value, AgentId = agent.Value, Step = step }),
            cancellationToken) == 1;
}
