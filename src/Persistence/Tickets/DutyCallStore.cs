using Hotline.Routing;
using Hotline.Tickets;
using Hotline.Tickets.Duty;

namespace Hotline.Persistence;

/// <summary>A call as it stands in the database.</summary>
/// <param name="Call">The call.</param>
/// <param name="Version">Which it is: who saves it names it.</param>
public sealed record KeptDutyCall(DutyCall Call, int Version);

/// <summary>The ringing of duty phones: it begins once for a task, and is saved before anything of it is done.</summary>
/// <remarks>All methods throw <see cref="System.Data.Common.DbException"/> while the database is away.</remarks>
public sealed class DutyCallStore(Database database)
{
    /// <summary>Begins one; harmless where the task has one already.</summary>
    /// <param name="tenant">The city.</param>
    /// <param name="call">The call.</param>
    /// <param name="notices">What desks are told, in the same transaction.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>False where there was one.</returns>
    public Task<bool> BeginAsync(TenantId tenant, DutyCall call, IReadOnlyList<CaseNoticeRow> notices, CancellationToken cancellationToken) =>
        WriteAsync(Statement.DutyCallBegin, tenant, call, 0, notices, cancellationToken);

    /// <summary>Saves one that was changed.</summary>
    /// <param name="tenant">The city.</param>
    /// <param name="call">The call as it is to be.</param>
    /// <param name="version">That of before.</param>
    /// <param name="notices">What desks are told, in the same transaction.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>False where somebody else changed it meanwhile: nothing was kept.</returns>
    public Task<bool> SaveAsync(
        TenantId tenant, DutyCall call, int version, IReadOnlyList<CaseNoticeRow> notices, CancellationToken cancellationToken) =>
        WriteAsync(Statement.DutyCallSave, tenant, call, version, notices, cancellationToken);

    /// <summary>The calls of a ticket, by task.</summary>
    public Task<IReadOnlyList<KeptDutyCall>> OfTicketAsync(string ticket, CancellationToken cancellationToken) =>
        ReadAsync(Statement.DutyCallsOfTicket, new { TicketId = ticket }, cancellationToken);

    /// <summary>Those about which something is still to be done, the longest due first.</summary>
    public Task<IReadOnlyList<KeptDutyCall>> LiveAsync(TenantId tenant, CancellationToken cancellationToken) =>
        ReadAsync(Statement.DutyCallsLive, new { Tenant = tenant.Value }, cancellationToken);

    private async Task<IReadOnlyList<KeptDutyCall>> ReadAsync(Statement statement, object parameters, CancellationToken cancellationToken)
    {
        var rows = await database.ReadAsync(session => session.QueryAsync<DutyCallRow>(statement, parameters), cancellationToken);
        return [.. rows.Select(row => new KeptDutyCall(CaseJson.DutyCallOf(row.Document), row.Version))];
    }

    private Task<bool> WriteAsync(
        Statement statement, TenantId tenant, DutyCall call, int version, IReadOnlyList<CaseNoticeRow> notices,
        CancellationToken cancellationToken) =>
        database.WriteAsync(
            async session =>
            {
                var kept = await session.ExecuteAsync(statement, new
                {
                    TicketId = call.Ticket, TaskNo = call.Task, Tenant = tenant.Value, call.Unit, State = Code.Of(call.State), call.NextAt,
                    Version = version, Document = CaseJson.Of(call),
                }) == 1;
                if (kept && notices.Count > 0)
                {
                    await session.ExecuteAsync(Statement.CaseNoticeInsert, notices);
                }
                return kept;
            },
            cancellationToken);

    private sealed class DutyCallRow
    {
        public int Version { get; init; }
        public string Document { get; init; } = "";
    }
}
