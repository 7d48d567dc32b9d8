using Hotline.Routing;
using Hotline.Tickets;

namespace Hotline.Persistence;

/// <summary>
/// The ledger of inbound calls: one row each, keyed by call id and by (node, channel). Writing is safe to repeat and to
/// reorder: of two revisions of a call the newer one stays.
/// </summary>
/// <remarks>All methods throw <see cref="System.Data.Common.DbException"/> while the database is away.</remarks>
public sealed class CallLedger(Database database)
{
    /// <summary>Live calls that <see cref="UnfinishedAsync"/> answers with: twice the limit of waiting calls.</summary>
    private const int UnfinishedMax = 10_000;

    /// <summary>Nobody waits longer than this; bounds what is searched for those who gave up.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(2);

    /// <summary>Writes records, their rings and their legs in one transaction.</summary>
    public Task UpsertAsync(TenantId tenant, IReadOnlyList<CallRecord> records, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async session =>
            {
                await WriteAsync(session, [.. records.Select(record => (tenant, record))]);
                return records.Count;
            },
            cancellationToken);

    /// <summary>The row of a call, or null.</summary>
    public Task<CallRow?> FindAsync(CallId call, CancellationToken cancellationToken) =>
        database.ReadAsync(session => session.FirstOrDefaultAsync<CallRow>(Statement.CallFind, new { CallId = call.Value }), cancellationToken);

    /// <summary>True where the ledger has a row for the channel of a citizen's call.</summary>
    public async Task<bool> KnowsAsync(LegId leg, CancellationToken cancellationToken) => await database.ReadAsync(
        session => session.SingleAsync<int>(Statement.CallIsKnown, new { Node = leg.Node.Value, LinkedId = Clip.To(Clip.LinkedIdMax, leg.Channel) }),
        cancellationToken) > 0;

    /// <summary>True where the ledger has a row of the carrier's Call-ID.</summary>
    /// <param name="tenant">Whose ledger.</param>
    /// <param name="sipCallId">As the INVITE had it.</param>
    /// <param name="since">Not older than this: Call-IDs come again with the years.</param>
    /// <param name="cancellationToken">Ends the question.</param>
    public async Task<bool> KnowsSipCallAsync(TenantId tenant, string sipCallId, DateTimeOffset since, CancellationToken cancellationToken) =>
        await database.ReadAsync(
            session => session.SingleAsync<int>(Statement.CallOfSip, new { Tenant = tenant.Value, SipCallId = sipCallId, Since = since }),
            cancellationToken) > 0;

    /// <summary>The rings of a call that are over, in order.</summary>
    public Task<IReadOnlyList<CallRingRow>> RingsAsync(CallId call, CancellationToken cancellationToken) =>
        database.ReadAsync(session => session.QueryAsync<CallRingRow>(Statement.CallRings, new { CallId = call.Value }), cancellationToken);

    /// <summary>Every leg of a call, in the order of their beginnings.</summary>
    public async Task<IReadOnlyList<CallLegRow>> LegsAsync(CallId call, CancellationToken cancellationToken)
    {
        var legs =
            await database.ReadAsync(session => session.QueryAsync<CallLegRow>(Statement.CallLegs, new { CallId = call.Value }), cancellationToken);
        return [.. legs.OrderBy(leg => leg.StartedAt).ThenBy(leg => leg.Leg, StringComparer.Ordinal)]; // a handful: not worth an index
    }

    /// <summary>The newest calls of a caller, newest first. A withheld number has no history.</summary>
    public async Task<IReadOnlyList<EarlierCallRow>> HistoryOfCallerAsync(
        TenantId tenant, string caller, int max, CancellationToken cancellationToken) => caller.Length == 0
        ? []
        : await database.ReadAsync(
            session => session.QueryAsync<EarlierCallRow>(
                Statement.CallsOfCaller, new { Tenant = tenant.Value, Caller = Clip.To(Clip.IdMax, caller), Max = max }),
            cancellationToken);

    /// <summary>Which agents talked in the newest calls of a caller, in the order of their answers.</summary>
    public async Task<IReadOnlyList<TalkRow>> TalksOfCallerAsync(TenantId tenant, string caller, int max, CancellationToken cancellationToken)
    {
        if (caller.Length == 0)
        {
            return [];
        }
        var newestFirst = await database.ReadAsync(
            session => session.QueryAsync<TalkRow>(
                Statement.CallTalksOfCaller, new { Tenant = tenant.Value, Caller = Clip.To(Clip.IdMax, caller), Max = max }),
            cancellationToken);
        return [.. newestFirst.Reverse()];
    }

    /// <summary>
    /// Who had whom in calls that came since then, the oldest first; of more than <paramref name="max"/> the newest. Withheld numbers are left out.
    /// </summary>
    public async Task<IReadOnlyList<HandlerRow>> HandlersSinceAsync(TenantId tenant, DateTimeOffset since, int max,
        CancellationToken cancellationToken)
    {
        var newestFirst = await database.ReadAsync(
            session => session.QueryAsync<HandlerRow>(Statement.CallHandlers, new { Tenant = tenant.Value, Since = since, Max = max }),
            cancellationToken);
        return [.. newestFirst.Reverse()];
    }

    /// <summary>The calls that came since then, the newest first.</summary>
    public Task<IReadOnlyList<CallOfDayRow>> OfDayAsync(TenantId tenant, DateTimeOffset since, int max, CancellationToken cancellationToken) =>
        database.ReadAsync(
            session => session.QueryAsync<CallOfDayRow>(Statement.CallsOfDay, new { Tenant = tenant.Value, Since = since, Max = max }),
            cancellationToken);

    /// <summary>Who hung up since then while he waited, the oldest first.</summary>
    public Task<IReadOnlyList<GaveUpRow>> GaveUpSinceAsync(TenantId tenant, DateTimeOffset since, CancellationToken cancellationToken) =>
        database.ReadAsync(
        session => session.QueryAsync<GaveUpRow>(
            Statement.CallsGivenUp, new { Tenant = tenant.Value, InvitedSince = since - LongestWait, Since = since, Max = UnfinishedMax }),
            cancellationToken);

    /// <summary>How many calls a caller made since then; none for a withheld number.</summary>
    public async Task<int> CountSinceAsync(TenantId tenant, string caller, DateTimeOffset since, CancellationToken cancellationToken) =>
        caller.Length == 0
            ? 0
            : await database.ReadAsync(
                session => session.SingleAsync<int>(
                    Statement.CallsOfCallerCount, new { Tenant = tenant.Value, Caller = Clip.To(Clip.IdMax, caller), Since = since }),
                cancellationToken);

    /// <summary>Calls without a terminal state, oldest first: after a restart, those to be compared with Asterisk.</summary>
    public Task<IReadOnlyList<CallRow>> UnfinishedAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(session => session.QueryAsync<CallRow>(Statement.CallsUnfinished, new { Max = UnfinishedMax }), cancellationToken);

    /// <summary>Ends the row of a call of which nothing is left: answered where an agent had it, else abandoned.</summary>
    /// <returns>False where the row has its end, or is not there.</returns>
    public async Task<bool> CloseAsync(CallId call, DateTimeOffset at, CancellationToken cancellationToken) =>
        await database.WriteAsync(session => session.ExecuteAsync(Statement.CallClose, new { CallId = call.Value, At = at }), cancellationToken) > 0;

    /// <summary>Numbers dialled since then that stand in no list, whose calls bear this name; the most dialled first.</summary>
    public Task<IReadOnlyList<UnknownNumberRow>> UnknownNumbersAsync(TenantId tenant, string name, DateTimeOffset since, int max,
        CancellationToken cancellationToken) =>
        database.ReadAsync(
            session => session.QueryAsync<UnknownNumberRow>(
                Statement.UnknownNumbers, new { Tenant = tenant.Value, Name = name, Since = since, Max = max }), cancellationToken);

    /// <summary>Callers who asked since then to be called back and were not, nor got through meanwhile; the longest waiting first.</summary>
    public Task<IReadOnlyList<CallBackRow>> CallBacksDueAsync(TenantId tenant, DateTimeOffset since, int max, CancellationToken cancellationToken) =>
        database.ReadAsync(
            session => session.QueryAsync<CallBackRow>(Statement.CallBacksDue, new { Tenant = tenant.Value, Since = since, Max = max }),
            cancellationToken);

    /// <summary>Notes that a caller was called back.</summary>
    /// <returns>False where he did not ask for it, or somebody did it before.</returns>
    public async Task<bool> CalledBackAsync(CallId call, AgentId by, DateTimeOffset at, CancellationToken cancellationToken) =>
        await database.WriteAsync(
            session => session.ExecuteAsync(Statement.CallBackDone, new { CallId = call.Value, By = by.Value, At = at }), cancellationToken) > 0;

    /// <summary>Writes records as part of a larger transaction; of several records of one call only the newest.</summary>
    internal static async Task WriteAsync(DbSession session, IReadOnlyList<(TenantId Tenant, CallRecord Record)> entries)
    {
        (TenantId Tenant, CallRecord Record)[] newest =
            [.. entries.GroupBy(entry => entry.Record.Call).Select(call => call.MaxBy(entry => entry.Record.Revision))];
        await session.ExecuteAsync(Statement.CallUpsert, newest.Select(entry => CallRow.Of(entry.Tenant, entry.Record)));
        await session.ExecuteAsync(
            Statement.CallRingInsert,
            newest.SelectMany(entry => entry.Record.Rings.Select(ring => CallRingRow.Of(entry.Record.Call, ring))));
        await session.ExecuteAsync(
            Statement.CallLegUpsert,
            newest.SelectMany(entry => entry.Record.Legs.Select(leg => CallLegRow.Of(entry.Record.Call, leg))));
    }
}
