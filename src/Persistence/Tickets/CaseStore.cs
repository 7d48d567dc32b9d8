using System.Text.Json;
using Hotline.Routing;
using Hotline.Tickets;
using Hotline.Tickets.Deadlines;
using Hotline.Tickets.Loop;

namespace Hotline.Persistence;

/// <summary>A page of a list of cases.</summary>
/// <param name="Tenant">The city.</param>
/// <param name="Queue">Which list.</param>
/// <param name="Unit">Whose, where it is a unit's; empty for the hotline's; null for all units together.</param>
/// <param name="Confidential">Those that are confidential, or those that are not: they stand in lists of their own.</param>
/// <param name="State">Only of this state; null for all.</param>
/// <param name="DueFrom">Only those due from then on.</param>
/// <param name="DueBefore">And before then; null for all, also those of which nobody knows.</param>
/// <param name="Page">From 1.</param>
/// <param name="PageSize">How many.</param>
public sealed record CaseSearch(
    TenantId Tenant, CaseQueue Queue, string? Unit, bool Confidential, TicketState? State = null, DateTimeOffset? DueFrom = null,
    DateTimeOffset? DueBefore = null, int Page = 1, int PageSize = 20);

/// <summary>A case in a list, with the due time that it stands there by.</summary>
public sealed record CaseListed(TicketCase Case, DateTimeOffset? DueAt, string? DueTimer);

/// <summary>A page, and how many there are in all.</summary>
public sealed record CasePage(IReadOnlyList<CaseListed> Items, int Total);

/// <summary>A case with clocks that run.</summary>
/// <param name="Case">It.</param>
/// <param name="Clocks">Its clocks as they stand in the database, due in whole milliseconds.</param>
public sealed record RunningCase(TicketCase Case, IReadOnlyList<CaseTimer> Clocks);

/// <summary>Some of the cases with clocks that run.</summary>
/// <param name="Cases">In the order of their ids.</param>
/// <param name="Unreadable">Ids of those whose document cannot be read.</param>
/// <param name="Last">Where the next begin; null where there are no more.</param>
public sealed record RunningCases(IReadOnlyList<RunningCase> Cases, IReadOnlyList<string> Unreadable, string? Last);

/// <summary>Cases as they are read, listed and swept. They are changed by <see cref="TicketCommands"/>.</summary>
/// <remarks>All methods throw <see cref="System.Data.Common.DbException"/> while the database is away.</remarks>
public sealed class CaseStore(Database database)
{
    private static readonly DateTimeOffset Always = new(1970, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Never = CaseKeeper.Unknown.AddHours(1);

    /// <summary>The case, or null where there is no ticket, or a draft.</summary>
    public Task<TicketCase?> LoadAsync(TicketId id, ICaseRules rules, CancellationToken cancellationToken) => database.ReadAsync(
        async session => await TicketStore.LoadAsync(session, id.Value) is { } ticket ? await CaseKeeper.LoadAsync(session, ticket, rules) : null,
        cancellationToken);

    /// <summary>The case of a ticket by the number that people know, or by its id; null where the city has none.</summary>
    public Task<TicketCase?> FindAsync(TenantId tenant, string number, ICaseRules rules, CancellationToken cancellationToken) => database.ReadAsync(
        async session => await session.FirstOrDefaultAsync<CaseTargetRow>(Statement.CaseTarget, new { Target = number }) is { } row
            && row.Tenant == tenant.Value && await TicketStore.LoadAsync(session, row.TicketId) is { } ticket
                ? await CaseKeeper.LoadAsync(session, ticket, rules) : null,
        cancellationToken);

    /// <summary>The steps of a ticket with what the loop adds to them, in order.</summary>
    public async Task<IReadOnlyList<CaseStep>> StepsAsync(TicketId id, CancellationToken cancellationToken)
    {
        var rows = await database.ReadAsync(
            session => session.QueryAsync<TicketStepRow>(Statement.TicketSteps, new { TicketId = id.Value }), cancellationToken);
        return [.. rows.Select(row => row.ToCaseStep())];
    }

    /// <summary>A page of a list, in the order of due times.</summary>
    public Task<CasePage> ListAsync(CaseSearch search, CancellationToken cancellationToken) => database.ReadAsync(
        async session =>
        {
            var total = await session.SingleAsync<int>(CountOf(search), Parameters(search));
            var places = total == 0 ? [] : await session.QueryAsync<CasePlaceRow>(
                search.Unit is null ? Statement.CasesOfUnits : Statement.CasesOfQueue, Parameters(search));
            if (places.Count == 0)
            {
                return new CasePage([], total);
            }

            var rows = await session.QueryAsync<CaseTicketRow>(Statement.CasesById,
                new { Ids = JsonList.Of(places.Select(place => place.TicketId)) });
            var cases = rows.ToDictionary(row => row.TicketId, row => CaseJson.CaseOf(row.Document, row.ToTicket()));
            return new CasePage(
                [
                    .. from place in places
                       where cases.ContainsKey(place.TicketId)
                       select new CaseListed(cases[place.TicketId], place.DueAt == CaseKeeper.Unknown ? null : place.DueAt, place.DueTimer),
                ],
                total);
        },
        cancellationToken);

    /// <summary>What was decided about units in other tickets of the same category that are not confidential, the newest first.</summary>
    public Task<IReadOnlyList<CasePrecedentRow>> PrecedentsAsync(Ticket ticket, CancellationToken cancellationToken) =>
        database.ReadAsync(session => CaseKeeper.PrecedentsAsync(session, ticket), cancellationToken);

    /// <summary>How many tickets were first dispatched from a moment and before another, and how many their unit gave back rightly.</summary>
    public Task<DispatchAccuracyRow> AccuracyAsync(
        TenantId tenant, DateTimeOffset from, DateTimeOffset before, CancellationToken cancellationToken) => database.ReadAsync(
            session => session.SingleAsync<DispatchAccuracyRow>(
                Statement.DispatchAccuracy, new { Tenant = tenant.Value, FromAt = from, BeforeAt = before }), cancellationToken);

    /// <summary>How many stand in a list.</summary>
    public Task<int> CountAsync(CaseSearch search, CancellationToken cancellationToken) =>
        database.ReadAsync(session => session.SingleAsync<int>(CountOf(search), Parameters(search)), cancellationToken);

    /// <summary>The clocks about which something is to be done, the longest due first.</summary>
    public Task<IReadOnlyList<CaseTimerRow>> DueAsync(TenantId tenant, DateTimeOffset now, int max, CancellationToken cancellationToken) =>
        database.ReadAsync(session => session.QueryAsync<CaseTimerRow>(
            Statement.CaseTimersDue, new { Tenant = tenant.Value, Now = now, Max = max }), cancellationToken);

    /// <summary>Cases with clocks that run, and the clocks as they stand, in the order of their ids.</summary>
    /// <param name="tenant">The city.</param>
    /// <param name="after">Only those after this ticket; empty for all.</param>
    /// <param name="max">How many.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<RunningCases> RunningAsync(TenantId tenant, string after, int max, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async session =>
            {
                var ids = await session.QueryAsync<string>(Statement.CasesRunning, new { Tenant = tenant.Value, After = after, Max = max });
                var (cases, unreadable) = ids.Count == 0 ? ([], []) : await RunningAsync(session, ids);
                return new RunningCases(cases, unreadable, ids.Count < max ? null : ids[^1]);
            },
            cancellationToken);

    /// <summary>One case with its clocks as they stand; null where it has none.</summary>
    public Task<RunningCase?> RunningOfAsync(TicketId id, CancellationToken cancellationToken) => database.ReadAsync(
        async session => (await RunningAsync(session, [id.Value])).Cases is [var found, ..] ? found : null, cancellationToken);

    /// <summary>Says what was told of a clock, and keeps when it is looked at again, in one transaction.</summary>
    /// <param name="timer">The clock as it is to be.</param>
    /// <param name="notices">What desks are told.</param>
    /// <param name="out">What goes out.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task TellAsync(
        CaseTimerRow timer, IReadOnlyList<CaseNoticeRow> notices, IReadOnlyList<DeliveryRow> @out, CancellationToken cancellationToken) =>
        database.WriteAsync(
        async session =>
        {
            await DeliveryStore.QueueAsync(session, notices, @out);
            return await session.ExecuteAsync(
                Statement.CaseTimerMove, new { timer.TicketId, timer.Timer, timer.TaskNo, timer.NextAt, timer.WarnedAt });
        },
        cancellationToken);

    /// <summary>What a unit's desk was told since a moment, or the hotline's where none is named; the newest first.</summary>
    public Task<IReadOnlyList<CaseNoticeRow>> NoticesAsync(
        TenantId tenant, string unit, DateTimeOffset since, int max, CancellationToken cancellationToken) =>
        database.ReadAsync(session => session.QueryAsync<CaseNoticeRow>(
            Statement.CaseNotices, new { Tenant = tenant.Value, Unit = unit, FromAt = since, Max = max }), cancellationToken);

    /// <summary>Somebody read what his desk was told: of each of these, the first who did stays written down.</summary>
    public Task ReadAsync(IReadOnlyList<CaseNoticeRow> notices, CancellationToken cancellationToken) =>
        database.WriteAsync(session => session.ExecuteAsync(Statement.CaseNoticeRead, notices), cancellationToken);

    private static async Task<(List<RunningCase> Cases, List<string> Unreadable)> RunningAsync(DbSession session, IReadOnlyList<string> ids)
    {
        var rows = await session.QueryAsync<CaseTicketRow>(Statement.CasesById, new { Ids = JsonList.Of(ids) });
        List<RunningCase> running = [];
        List<string> unreadable = [];
        foreach (var row in rows.OrderBy(row => row.TicketId, StringComparer.Ordinal))
        {
            var timers = await session.QueryAsync<CaseTimerRow>(Statement.CaseTimersOf, new { row.TicketId });
            try
            {
                running.Add(new RunningCase(
                    CaseJson.CaseOf(row.Document, row.ToTicket()),
                    [.. timers.Select(timer => new CaseTimer(
                        Code.Parse<DeadlineTimer>(timer.Timer), timer.TaskNo == 0 ? null : timer.TaskNo, timer.DueAt))]));
            }
            catch (JsonException)
            {
                unreadable.Add(row.TicketId); // it keeps no other back
            }
        }

        return (running, unreadable);
    }

    private static Statement CountOf(CaseSearch search) => search.Unit is null ? Statement.CasesOfUnitsCount : Statement.CasesOfQueueCount;

    private static object Parameters(CaseSearch search) => new
    {
        Tenant = search.Tenant.Value,
        Queue = Code.Of(search.Queue),
        search.Unit,
        search.Confidential,
        State = Code.Of(search.State),
        FromAt = search.DueFrom ?? Always,
        BeforeAt = search.DueBefore ?? Never,
        Max = search.PageSize,
        Skip = (int)Math.Min((Math.Max(search.Page, 1) - 1L) * search.PageSize, int.MaxValue),
    };
}
