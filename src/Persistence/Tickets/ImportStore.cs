using Hotline.Routing;
using Hotline.Tickets;
using Hotline.Tickets.Import;

namespace Hotline.Persistence;

/// <summary>A ticket to import, with what is needed to keep it and to account for it.</summary>
/// <param name="Id">Of the ticket; made from the number of before, so that the same ticket is the same here.</param>
/// <param name="Tenant">The city.</param>
/// <param name="Ticket">What the table says.</param>
/// <param name="By">Who imports it.</param>
/// <param name="Reason">Where it is from; stands in its first step.</param>
/// <param name="Rules">The city's.</param>
/// <param name="At">Now, UTC.</param>
/// <param name="CityDate">The day it was accepted, in the city: for its number.</param>
public sealed record ImportWish(
    string Id, string Tenant, ImportedTicket Ticket, TicketActor By, string Reason, ICaseRules Rules, DateTimeOffset At, DateOnly CityDate);

/// <summary>Imports of old tickets.</summary>
/// <remarks>All methods throw <see cref="System.Data.Common.DbException"/> while the database is away.</remarks>
public sealed class ImportStore(Database database)
{
    /// <summary>All imports in their order, without what is left of them.</summary>
    public Task<IReadOnlyList<ImportRow>> ImportsAsync(TenantId tenant, CancellationToken cancellationToken) => database.ReadAsync(
        session => session.QueryAsync<ImportRow>(Statement.Imports, new { Tenant = tenant.Value }), cancellationToken);

    /// <summary>Those that are not done.</summary>
    public Task<IReadOnlyList<ImportRow>> UnfinishedAsync(TenantId tenant, CancellationToken cancellationToken) => database.ReadAsync(
        session => session.QueryAsync<ImportRow>(Statement.ImportsUnfinished, new { Tenant = tenant.Value }), cancellationToken);

    /// <summary>The tickets of an import; none once it is done.</summary>
    public async Task<IReadOnlyList<ImportedTicket>> ContentAsync(ImportRow row, CancellationToken cancellationToken) =>
        ImportJson.TicketsOf(await database.ReadAsync(
            session => session.FirstOrDefaultAsync<string>(Statement.ImportContent, new { row.Tenant, row.ImportNo }), cancellationToken) ?? "[]");

    /// <summary>Which of these tickets are here already.</summary>
    public async Task<IReadOnlySet<string>> KnownAsync(IEnumerable<string> ids, CancellationToken cancellationToken) =>
        (await database.ReadAsync(
            session => session.QueryAsync<string>(Statement.TicketsKnown, new { Ids = JsonList.Of(ids) }), cancellationToken)).ToHashSet();

    /// <summary>Begins an import, with its audit.</summary>
    /// <param name="row">What is to be imported; its number is given here.</param>
    /// <param name="audit">What is written of it, by its number.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>False where another is under way: nothing is kept then.</returns>
    public Task<bool> BeginAsync(ImportRow row, Func<int, AuditEntry> audit, CancellationToken cancellationToken) => database.WriteAsync(
        async session =>
        {
            var known = await session.QueryAsync<ImportRow>(Statement.Imports, new { row.Tenant });
            var no = known.Select(import => import.ImportNo).DefaultIfEmpty().Max() + 1;
            if (known.Any(import => import.DoneAt is null) || await session.ExecuteAsync(Statement.ImportInsert, row with { ImportNo = no }) == 0)
            {
                return false;
            }

            AuditLog.WriteLast(session, [(Invariant($"import/{row.Tenant}/{no}"), audit(no))]);
            return true;
        },
        cancellationToken);

    /// <summary>Says how far an import came; once it is done, what it held is gone.</summary>
    public Task MoveAsync(ImportRow row, CancellationToken cancellationToken) => database.WriteAsync(
        async session =>
        {
            await session.ExecuteAsync(Statement.ImportMove, row);
            return row.DoneAt is null ? 0 : await session.ExecuteAsync(Statement.ImportEmpty, row);
        },
        cancellationToken);

    /// <summary>
    /// Makes a ticket of what the table says: number, steps with the times of before, case, lists and clocks, and the audit, in one transaction.
    /// </summary>
    /// <returns>False where it was here already: nothing is changed then.</returns>
    public Task<bool> KeepAsync(ImportWish wish, CancellationToken cancellationToken) =>
        database.WriteAsync(session => KeepAsync(session, wish), cancellationToken);

    private static async Task<bool> KeepAsync(DbSession session, ImportWish wish)
    {
        if (await TicketStore.LoadAsync(session, wish.Id) is not null)
        {
            return false;
        }

        var imported = wish.Ticket;
        await TicketStore.OpenAsync(session, new TicketOpening
        {
            TicketId = wish.Id, Tenant = wish.Tenant, Caller = CallerOf(imported), At = imported.AcceptedAt,
        });
        var draft = (await TicketStore.LoadAsync(session, wish.Id))!;
        var (accepted, step) = ImportRules.Accept(draft, imported, wish.By, wish.At, wish.Reason);
        var ticket = await TicketStore.KeepAsync(session, await HoldAsync(session, wish.Id), accepted, [TicketStepRow.Of(step)], wish.CityDate);
        var (subject, steps) = ImportRules.Place(ticket, imported, wish.Rules.RuleSetFor(ticket), wish.By, wish.At);
        if (steps.Count > 0)
        {
            ticket = await TicketStore.KeepAsync(
                session, await HoldAsync(session, wish.Id), subject.Ticket, steps.Select(TicketStepRow.Of), cityDate: null);
        }

        await CaseKeeper.SaveAsync(session, subject with { Ticket = ticket }, wish.Rules, wish.At);
        AuditLog.WriteLast(session,
            [(Invariant($"{wish.Id}#import"), new AuditEntry(wish.At, wish.Tenant, wish.By.Id, "import-ticket", wish.Id, wish.Reason, ""))]);
        return true;
    }

    private static async Task<HeldTicketRow> HoldAsync(DbSession session, string id) =>
        (await session.FirstOrDefaultAsync<HeldTicketRow>(Statement.TicketHold, new { TicketId = id }))!;

    // Who calls again is known by his number.
    private static string CallerOf(ImportedTicket imported) =>
        imported.Form.ContactNumber.All(char.IsAsciiDigit) ? imported.Form.ContactNumber : "";
}
