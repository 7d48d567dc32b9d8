using System.Globalization;
using Hotline.Routing;
using Hotline.Tickets;

namespace Hotline.Persistence;

/// <summary>Tickets as they are opened, read and found. They are changed by <see cref="TicketCommands"/>.</summary>
/// <remarks>All methods throw <see cref="System.Data.Common.DbException"/> while the database is away.</remarks>
public sealed class TicketStore(Database database)
{
    /// <summary>The ticket, or null.</summary>
    public Task<Ticket?> LoadAsync(TicketId id, CancellationToken cancellationToken) =>
        database.ReadAsync(session => LoadAsync(session, id.Value), cancellationToken);

    /// <summary>
    /// Whether a ticket is there for a unit: by a task that is not over, or, while no unit has had one, by the agent's proposal. A draft's is
    /// not looked at.
    /// </summary>
    public Task<bool> IsOfUnitAsync(TicketId id, string unit, CancellationToken cancellationToken) => database.ReadAsync(
        async session => await session.SingleAsync<int>(Statement.TicketOfUnit, new { TicketId = id.Value, Unit = unit }) > 0, cancellationToken);

    /// <summary>The steps of a ticket, in order.</summary>
    public async Task<IReadOnlyList<TicketStep>> StepsAsync(TicketId id, CancellationToken cancellationToken)
    {
        var rows = await database.ReadAsync(
            session => session.QueryAsync<TicketStepRow>(Statement.TicketSteps, new { TicketId = id.Value }), cancellationToken);
        return [.. rows.Select(row => row.ToStep())];
    }

    /// <summary>
    /// Makes a draft, or hands it to a later agent; safe to repeat, to reorder, and beside the write-behind, which tells
    /// the same. It does not change the version.
    /// </summary>
    /// <returns>The ticket as it stands now.</returns>
    public Task<Ticket> OpenDraftAsync(TicketOpening opening, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async session =>
            {
                await OpenAsync(session, opening);
                return (await LoadAsync(session, opening.TicketId))!;
            },
            cancellationToken);

    /// <summary>Finds tickets by number, by telephone number (the caller's or the one to call back) or by words.</summary>
    public Task<TicketPage> SearchAsync(TicketSearch search, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async session =>
            {
                (var found, var max) = await TicketFinder.FindAsync(session, search);
                var size = Math.Clamp(search.PageSize, 1, TicketSearch.PageSizeMax);
                var skip = (int)Math.Min((Math.Max(search.Page, 1) - 1L) * size, found.Count);
                return new TicketPage(await ByRowAsync(session, [.. found.Skip(skip).Take(size)]), found.Count, found.Count == max);
            },
            cancellationToken);

    /// <summary>An agent's unfinished drafts, newest first: the first of them, and how many there are in all.</summary>
    /// <param name="tenant">The city.</param>
    /// <param name="agent">Whose.</param>
    /// <param name="except">These are not counted: they went to somebody else, which is not written down yet.</param>
    /// <param name="max">How many are wanted.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<TicketPage> DraftsOfAgentAsync(
        TenantId tenant, AgentId agent, IReadOnlySet<string> except, int max, CancellationToken cancellationToken) => database.ReadAsync(
            async session =>
            {
                var rows = await session.QueryAsync<DraftRow>(
                    Statement.TicketDraftsOfAgent, new { Tenant = tenant.Value, AgentId = agent.Value, Max = TicketSearch.TotalMax });
                long[] mine = [.. rows.Where(row => !except.Contains(row.TicketId)).Select(row => row.RowNo)];
                return new TicketPage(await ByRowAsync(session, [.. mine.Take(max)]), mine.Length, rows.Count == TicketSearch.TotalMax);
            },
            cancellationToken);

    /// <summary>The tickets of a caller, newest first. A withheld number has none.</summary>
    public async Task<IReadOnlyList<Ticket>> OfCallerAsync(TenantId tenant, string caller, TicketSight sight, int max,
        CancellationToken cancellationToken) =>
            caller.Length == 0 ? [] : await ListAsync(Statement.TicketsOfCaller, OfCaller(tenant, caller, sight, max), cancellationToken);

    /// <summary>Writes an opening as part of a larger transaction.</summary>
    internal static Task OpenAsync(DbSession session, TicketOpening opening) =>
        session.ExecuteAsync(Statement.TicketOpen, TicketRow.Of(Ticket.Open(opening).Ticket));

    /// <summary>Writes a decision on a ticket that is held and of the version that was decided on.</summary>
    /// <returns>The ticket as it stands now.</returns>
    internal static async Task<Ticket> KeepAsync(
        DbSession session, HeldTicketRow held, Ticket ticket, IEnumerable<TicketStepRow> steps, DateOnly? cityDate)
    {
        if (cityDate is { } date && ticket.Number is null && TicketRules.HasNumber(ticket.State))
        {
            ticket = ticket with { Number = await DrawNumberAsync(session, ticket, date) };
        }

        if (await session.ExecuteAsync(Statement.TicketUpdate, TicketRow.Of(ticket)) != 1)
        {
            throw new InvalidOperationException(
                Invariant($"Ticket {ticket.Id} is held in version {held.Version} and was not found to be changed to {ticket.Version}."));
        }

        await session.ExecuteAsync(Statement.TicketStepInsert, steps);
        await IndexAsync(session, held, SearchText.Of(ticket));
        return (await LoadAsync(session, ticket.Id))!;
    }

    private static async Task<string> DrawNumberAsync(DbSession session, Ticket ticket, DateOnly date)
    {
        var sequence = await session.SingleAsync<int>(
            Statement.TicketNumberDraw,
            new { AreaCode = ticket.Tenant, CityDate = date.ToString("yyyyMMdd", CultureInfo.InvariantCulture), Channel = (int)ticket.Channel });
        return sequence <= TicketNumber.SequenceMax
            ? new TicketNumber(ticket.Tenant, date, ticket.Channel, sequence).ToString()
            : throw new InvalidOperationException(
                Invariant($"All {TicketNumber.SequenceMax} ticket numbers of {ticket.Tenant} on {date} are drawn."));
    }

    // The old text says which pairs are there, so that saving a draft every few seconds touches only what was typed.
    private static async Task IndexAsync(DbSession session, HeldTicketRow held, string text)
    {
        var before = SearchText.Pairs(held.SearchText);
        var after = SearchText.Pairs(text);
        await ChangeAsync(Statement.SearchTermsRemove, before.Except(after));
        await ChangeAsync(Statement.SearchTermsAdd, after.Except(before).Order());

        async Task ChangeAsync(Statement statement, IEnumerable<int> pairs)
        {
            int[] terms = [.. pairs];
            if (terms.Length > 0)
            {
                await session.ExecuteAsync(statement, new { Kind = (int)SearchKind.Ticket, held.RowNo, Terms = JsonList.Of(terms) });
            }
        }
    }

    private Task<IReadOnlyList<Ticket>> ListAsync(Statement statement, object parameters, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async session => await ByRowAsync(session, await session.QueryAsync<long>(statement, parameters)), cancellationToken);

    private static async Task<IReadOnlyList<Ticket>> ByRowAsync(DbSession session, IReadOnlyList<long> rows) => rows.Count == 0
        ? []
        : [.. (await session.QueryAsync<TicketRow>(Statement.TicketsByRow, new { RowNos = JsonList.Of(rows) })).Select(row => row.ToTicket())];

    internal static async Task<Ticket?> LoadAsync(DbSession session, string id) =>
        (await session.FirstOrDefaultAsync<TicketRow>(Statement.TicketLoad, new { TicketId = id }))?.ToTicket();

    private static object OfCaller(TenantId tenant, string caller, TicketSight sight, int max)
    {
        var seen = SeenBy.Of(sight);
        return new
        {
            Tenant = tenant.Value, Caller = Clip.To(Clip.IdMax, caller), Max = max, seen.Reach, seen.Who, seen.Unit, seen.Talking, seen.Writing,
            seen.No,
        };
    }
}
