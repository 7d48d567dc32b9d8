using Hotline.Routing;

namespace Hotline.Persistence;

/// <summary>The sign-ins of a city. What ended once is never open again.</summary>
/// <remarks>All methods throw <see cref="System.Data.Common.DbException"/> while the database is away.</remarks>
public sealed class SessionStore(Database database)
{
    /// <summary>Those that were begun since then, open or over, oldest first.</summary>
    public Task<IReadOnlyList<SessionRow>> SinceAsync(TenantId tenant, DateTimeOffset since, CancellationToken cancellationToken) =>
        database.ReadAsync(
            session => session.QueryAsync<SessionRow>(Statement.SessionsSince, new { Tenant = tenant.Value, Since = since }), cancellationToken);

    /// <summary>Adds one, or says later how it stands; safe to repeat and to reorder.</summary>
    public Task UpsertAsync(SessionRow row, CancellationToken cancellationToken) =>
        database.WriteAsync(session => WriteAsync(session, [row]), cancellationToken);

    /// <summary>Removes those that were begun before then: no lifetime reaches so far.</summary>
    /// <returns>How many.</returns>
    public Task<int> RemoveAsync(TenantId tenant, DateTimeOffset before, CancellationToken cancellationToken) => database.WriteAsync(
        session => session.ExecuteAsync(Statement.SessionsRemove, new { Tenant = tenant.Value, Before = before }), cancellationToken);

    /// <summary>Writes some as part of a larger transaction.</summary>
    internal static Task<int> WriteAsync(DbSession session, IEnumerable<SessionRow> rows) => session.ExecuteAsync(
        Statement.SessionUpsert,
        rows.Select(row => row with
        {
            Address = Clip.To(Clip.IdMax, row.Address), Browser = Clip.To(Clip.NameMax, row.Browser), Because = Clip.To(Clip.IdMax, row.Because),
        }));
}
