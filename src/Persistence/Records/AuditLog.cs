using Hotline.Routing;

namespace Hotline.Persistence;

/// <summary>
/// The audit trail (SEC). Where nobody may wait for the database, the same entry goes through <see cref="WriteBehind"/>.
/// </summary>
public sealed class AuditLog(Database database)
{
    /// <summary>Appends an entry.</summary>
    /// <param name="id">Unique, at most 64 characters; the same id again writes nothing.</param>
    /// <param name="entry">The entry; texts that are too long are cut.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task AppendAsync(string id, AuditEntry entry, CancellationToken cancellationToken) =>
        database.WriteAsync(session => session.ExecuteAsync(Statement.AuditAppend, AuditRow.Of(id, entry)), cancellationToken);

    /// <summary>What was done to a call, ticket or account, newest first.</summary>
    public async Task<IReadOnlyList<AuditEntry>> OfSubjectAsync(TenantId tenant, string subject, int max, CancellationToken cancellationToken)
    {
        var rows = await database.ReadAsync(
            session => session.QueryAsync<AuditRow>(Statement.AuditOfSubject, new { Tenant = tenant.Value, Subject = subject, Max = max }),
            cancellationToken);
        return [.. rows.Select(row => row.ToEntry())];
    }

    /// <summary>Appends entries as part of a larger transaction.</summary>
    internal static Task WriteAsync(DbSession session, IEnumerable<(string Id, AuditEntry Entry)> entries) =>
        session.ExecuteAsync(Statement.AuditAppend, entries.Select(entry => AuditRow.Of(entry.Id, entry.Entry)));
}
