using Hotline.Routing;

namespace Hotline.Persistence;

/// <summary>
/// The audit trail (SEC): a chain of entries, each with the hash of the one before. Where nobody may wait for the database, the same entry
/// goes through <see cref="WriteBehind"/>.
/// </summary>
public sealed class AuditLog(Database database)
{
    /// <summary>Faults that are named one by one; a chain that is broken everywhere needs no more.</summary>
    private const int FaultsMax = 20;
    private const int PageSize = 1000;

    /// <summary>Appends an entry.</summary>
    /// <param name="id">Unique, at most 64 characters; the same id again writes nothing.</param>
    /// <param name="entry">The entry; texts that are too long are cut.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task AppendAsync(string id, AuditEntry entry, CancellationToken cancellationToken) => database.WriteAsync(
        async session =>
        {
            await WriteAsync(session, [(id, entry)]);
            return 0;
        },
        cancellationToken);

    /// <summary>What was done to a call, ticket or account, newest first.</summary>
    public async Task<IReadOnlyList<AuditEntry>> OfSubjectAsync(TenantId tenant, string subject, int max, CancellationToken cancellationToken)
    {
        var rows = await database.ReadAsync(
            session => session.QueryAsync<AuditRow>(Statement.AuditOfSubject, new { Tenant = tenant.Value, Subject = subject, Max = max }),
            cancellationToken);
        return [.. rows.Select(row => row.ToEntry())];
    }

    /// <summary>Finds entries, the newest first.</summary>
    public async Task<IReadOnlyList<AuditPlaced>> SearchAsync(AuditSearch search, CancellationToken cancellationToken)
    {
        var rows = await database.ReadAsync(
            session => session.QueryAsync<AuditRow>(Statement.AuditFind, new
            {
                Tenant = search.Tenant.Value, Seq = search.Before, search.Since, search.Until, search.Who, search.Action, search.Subject,
                search.Result, search.Max,
            }),
            cancellationToken);
        return [.. rows.Select(row => new AuditPlaced(row.Seq ?? 0, row.ToEntry()))];
    }

    /// <summary>How the chain ends now.</summary>
    public async Task<AuditHead> HeadAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        var head = await database.WriteAsync(
            session => session.FirstOrDefaultAsync<AuditHeadRow>(Statement.AuditHeadHold, new { Tenant = tenant.Value }), cancellationToken);
        return head is null ? new AuditHead(0, "") : new AuditHead(head.Seq, head.Hash);
    }

    /// <summary>Checks every entry of the chain, and that it ends and goes on as witnesses outside say.</summary>
    /// <param name="tenant">The city.</param>
    /// <param name="witnesses">How the chain ended at earlier times.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<AuditVerdict> VerifyAsync(TenantId tenant, IEnumerable<AuditHead> witnesses, CancellationToken cancellationToken)
    {
        var end = await HeadAsync(tenant, cancellationToken);
        List<string> faults = [];
        var seen = witnesses.Where(w => w.Seq > 0).DistinctBy(w => (w.Seq, w.Hash)).ToLookup(w => w.Seq, w => w.Hash);
        var (at, count) = (new AuditHead(0, ""), 0L);
        while (await PageAsync(tenant, at.Seq, cancellationToken) is { Count: > 0 } page)
        {
            foreach (var row in page)
            {
                var place = row.Seq ?? 0;
                Note(place != at.Seq + 1, $"entries {at.Seq + 1} to {place - 1} are missing");
                Note(place == at.Seq + 1 && AuditChain.HashOf(at.Hash, row) != row.Hash, $"entry {place} is not as it was written");
                Note(seen[place].Any(hash => hash != row.Hash), $"entry {place} is another than the one that was written down outside");
                (at, count) = (new AuditHead(place, row.Hash ?? ""), count + 1);
            }
        }
        Note(at.Seq < end.Seq || (at.Seq == end.Seq && at.Hash != end.Hash), $"the chain ends at entry {at.Seq}, and entry {end.Seq} was the last");
        var last = seen.Select(w => w.Key).DefaultIfEmpty().Max();
        Note(last > at.Seq, $"entries {at.Seq + 1} to {last} are gone: they were written down outside");
        var loose = await database.ReadAsync(
            session => session.QueryAsync<AuditRow>(Statement.AuditUnchained, new { Tenant = tenant.Value }), cancellationToken);
        Note(loose.Count > 0 && count > 0, $"{loose.Count} entries stand outside the chain");
        return new AuditVerdict(count, at, faults);

        void Note(bool wrong, FormattableString what)
        {
            if (wrong && faults.Count < FaultsMax)
            {
                faults.Add(Invariant(what));
            }
        }
    }

    /// <summary>
    /// Appends entries at the end of a transaction, whatever else it does: the end of the chain is held as short as can be, and always last, so
    /// that no two wait for each other.
    /// </summary>
    internal static void WriteLast(DbSession session, IReadOnlyList<(string Id, AuditEntry Entry)> entries) =>
        session.Last(() => WriteAsync(session, entries));

    private static async Task WriteAsync(DbSession session, IReadOnlyList<(string Id, AuditEntry Entry)> entries)
    {
        foreach (var city in entries.GroupBy(entry => entry.Entry.Tenant))
        {
            var isNew = await session.ExecuteAsync(Statement.AuditHeadBegin, new { Tenant = city.Key }) > 0;
            var head = (await session.FirstOrDefaultAsync<AuditHeadRow>(Statement.AuditHeadHold, new { Tenant = city.Key }))!;
            var at = new AuditHead(head.Seq, head.Hash);
            if (isNew)
            {
                at = await ChainAsync(session, city.Key, at);
            }
            foreach (var (id, entry) in city)
            {
                var row = Next(at, AuditRow.Of(id, entry));
                at = await session.ExecuteAsync(Statement.AuditAppend, row) > 0 ? new AuditHead(row.Seq!.Value, row.Hash!) : at;
            }
            await session.ExecuteAsync(Statement.AuditHeadMove, new { Tenant = city.Key, at.Seq, at.Hash });
        }
    }

    // Entries of before there was a chain get their places in it once.
    private static async Task<AuditHead> ChainAsync(DbSession session, string tenant, AuditHead at)
    {
        var before = await session.QueryAsync<AuditRow>(Statement.AuditUnchained, new { Tenant = tenant });
        foreach (var loose in before.OrderBy(row => row.At).ThenBy(row => row.EntryId, StringComparer.Ordinal))
        {
            var row = Next(at, loose);
            await session.ExecuteAsync(Statement.AuditPlace, row);
            at = new AuditHead(row.Seq!.Value, row.Hash!);
        }
        return at;
    }

    private static AuditRow Next(AuditHead at, AuditRow row)
    {
        row = row with { Seq = at.Seq + 1 };
        return row with { Hash = AuditChain.HashOf(at.Hash, row) };
    }

    private Task<IReadOnlyList<AuditRow>> PageAsync(TenantId tenant, long after, CancellationToken cancellationToken) => database.ReadAsync(
        session => session.QueryAsync<AuditRow>(Statement.AuditAfter, new { Tenant = tenant.Value, Seq = after, Max = PageSize }),
        cancellationToken);
}
