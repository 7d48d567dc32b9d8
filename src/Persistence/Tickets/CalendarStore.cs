using Hotline.Routing;

namespace Hotline.Persistence;

/// <summary>The changes of a city's calendar. None is ever taken away.</summary>
/// <remarks>All methods throw <see cref="System.Data.Common.DbException"/> while the database is away.</remarks>
public sealed class CalendarStore(Database database)
{
    /// <summary>All changes in the order in which they were made.</summary>
    public Task<IReadOnlyList<CalendarChangeRow>> ChangesAsync(TenantId tenant, CancellationToken cancellationToken) => database.ReadAsync(
        session => session.QueryAsync<CalendarChangeRow>(Statement.CalendarChanges, new { Tenant = tenant.Value }), cancellationToken);

    /// <summary>Adds a change, and the audit of it, in one transaction.</summary>
    /// <param name="row">Its number is one above the newest that its maker saw.</param>
    /// <param name="audit">What is written of it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>False where another was made in between: nothing is kept then.</returns>
    public Task<bool> AppendAsync(CalendarChangeRow row, AuditEntry audit, CancellationToken cancellationToken) => database.WriteAsync(
        async session =>
        {
            var known = await session.QueryAsync<CalendarChangeRow>(Statement.CalendarChanges, new { row.Tenant });
            if (known.Select(change => change.ChangeNo).DefaultIfEmpty().Max() != row.ChangeNo - 1
                || await session.ExecuteAsync(Statement.CalendarChangeInsert, row) == 0)
            {
                return false;
            }

            AuditLog.WriteLast(session, [(Invariant($"calendar/{row.Tenant}/{row.ChangeNo}"), audit)]);
            return true;
        },
        cancellationToken);

    /// <summary>Says how far the clocks were counted again for a change.</summary>
    public Task CountedAsync(CalendarChangeRow row, CancellationToken cancellationToken) =>
        database.WriteAsync(session => session.ExecuteAsync(Statement.CalendarChangeCounted, row), cancellationToken);
}
