using Hotline.Routing;

namespace Hotline.Persistence;

/// <summary>A page of the list of notices.</summary>
/// <param name="Tenant">The city.</param>
/// <param name="State">Those in this state (<see cref="DeliveryStates"/>).</param>
/// <param name="Way">Code of the way; null for all.</param>
/// <param name="Page">From 1.</param>
/// <param name="PageSize">How many.</param>
public sealed record DeliverySearch(TenantId Tenant, string State, string? Way, int Page, int PageSize);

/// <summary>Notices on their way out of the house: written down with what they tell of, sent, tried again, given up (TKT-22).</summary>
/// <remarks>All methods throw <see cref="System.Data.Common.DbException"/> while the database is away.</remarks>
public sealed class DeliveryStore(Database database)
{
    /// <summary>Writes down what desks are told and what goes out, in one transaction. Harmless where it was written before.</summary>
    /// <param name="desks">For desks.</param>
    /// <param name="out">To go out.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task QueueAsync(IReadOnlyList<CaseNoticeRow> desks, IReadOnlyList<DeliveryRow> @out, CancellationToken cancellationToken) =>
        database.WriteAsync(async session => await QueueAsync(session, desks, @out), cancellationToken);

    /// <summary>The same as part of a larger transaction.</summary>
    internal static async Task<int> QueueAsync(DbSession session, IReadOnlyList<CaseNoticeRow> desks, IReadOnlyList<DeliveryRow> @out) =>
        await session.ExecuteAsync(Statement.CaseNoticeInsert, desks) + await session.ExecuteAsync(Statement.DeliveryInsert, @out);

    /// <summary>What goes out by a way now, of each lane the first alone.</summary>
    public Task<IReadOnlyList<DeliveryRow>> DueAsync(
        TenantId tenant, string way, DateTimeOffset now, int max, CancellationToken cancellationToken) =>
        database.ReadAsync(session => session.QueryAsync<DeliveryRow>(
            Statement.DeliveriesDue, new { Tenant = tenant.Value, Way = way, Now = now, Max = max }), cancellationToken);

    /// <summary>Keeps what came of a try. Nothing is kept where somebody gave it up or sent it again in between.</summary>
    public Task MoveAsync(DeliveryRow row, CancellationToken cancellationToken) =>
        database.WriteAsync(session => session.ExecuteAsync(Statement.DeliveryMove, row), cancellationToken);

    /// <summary>A page, the newest first, and how many there are in all.</summary>
    public Task<(IReadOnlyList<DeliveryListedRow> Items, int Total)> ListAsync(DeliverySearch search, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async session =>
            {
                var (tenant, skip) = (search.Tenant.Value, (int)Math.Min((Math.Max(search.Page, 1) - 1L) * search.PageSize, int.MaxValue));
                var total = await session.SingleAsync<int>(Statement.DeliveriesCount, new { Tenant = tenant, search.State, search.Way });
                var items = await session.QueryAsync<DeliveryListedRow>(
                    Statement.DeliveriesPage, new { Tenant = tenant, search.State, search.Way, Max = search.PageSize, Skip = skip });
                return (items, total);
            },
            cancellationToken);

    /// <summary>How many are in a state.</summary>
    public Task<int> CountAsync(TenantId tenant, string state, CancellationToken cancellationToken) => database.ReadAsync(
        session => session.SingleAsync<int>(
            Statement.DeliveriesCount, new { Tenant = tenant.Value, State = state, Way = (string?)null }), cancellationToken);

    /// <summary>What went out about a ticket, or did not, in order.</summary>
    public Task<IReadOnlyList<DeliveryRow>> OfTicketAsync(string ticket, CancellationToken cancellationToken) => database.ReadAsync(
        session => session.QueryAsync<DeliveryRow>(Statement.DeliveriesOfTicket, new { TicketId = ticket }), cancellationToken);

    /// <summary>Sends again what died or was not sent.</summary>
    /// <returns>How many of them: the others were sent, or go out by themselves.</returns>
    public Task<int> AgainAsync(TenantId tenant, IReadOnlyList<string> ids, DateTimeOffset now, CancellationToken cancellationToken) =>
        database.WriteAsync(
            session => session.ExecuteAsync(
                Statement.DeliveryAgain, ids.Select(id => new { DeliveryId = id, Tenant = tenant.Value, Now = now }).ToList()), cancellationToken);

    /// <summary>Sends it no more.</summary>
    /// <returns>How many of them: the others were sent, or not to be sent before.</returns>
    public Task<int> GiveUpAsync(
        TenantId tenant, IReadOnlyList<string> ids, string why, DateTimeOffset now, CancellationToken cancellationToken) =>
        database.WriteAsync(
            session => session.ExecuteAsync(
                Statement.DeliveryGiveUp, ids.Select(id => new { DeliveryId = id, Tenant = tenant.Value, Why = why, Now = now }).ToList()),
            cancellationToken);

    /// <summary>The code with which a citizen asks for his ticket; the new one where it has none yet.</summary>
    public Task<string> CodeAsync(string ticket, string newCode, CancellationToken cancellationToken) => database.WriteAsync(
        async session =>
        {
            await session.ExecuteAsync(Statement.TicketCodeInsert, new { TicketId = ticket, NewCode = newCode });
            return await session.SingleAsync<string>(Statement.TicketCodeOf, new { TicketId = ticket });
        },
        cancellationToken);

    /// <summary>The same, where there is one.</summary>
    public Task<string?> CodeAsync(string ticket, CancellationToken cancellationToken) => database.ReadAsync(
        session => session.FirstOrDefaultAsync<string>(Statement.TicketCodeOf, new { TicketId = ticket }), cancellationToken);

    /// <summary>Whether whoever has this number wants no short messages.</summary>
    public async Task<bool> IsRefusedAsync(TenantId tenant, string number, CancellationToken cancellationToken) => await database.ReadAsync(
        session => session.SingleAsync<int>(
            Statement.MessageRefusalCount, new { Tenant = tenant.Value, Number = number }), cancellationToken) > 0;

    /// <summary>Writes down that he wants none, or wants them again.</summary>
    public Task RefuseAsync(
        TenantId tenant, string number, bool refused, string who, DateTimeOffset at, CancellationToken cancellationToken) => database.WriteAsync(
        session => refused
            ? session.ExecuteAsync(Statement.MessageRefusalInsert, new { Tenant = tenant.Value, Number = number, At = at, Who = who })
            : session.ExecuteAsync(Statement.MessageRefusalRemove, new { Tenant = tenant.Value, Number = number }),
        cancellationToken);
}
