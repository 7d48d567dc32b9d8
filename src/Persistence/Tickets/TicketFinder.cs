using Hotline.Tickets;

namespace Hotline.Persistence;

/// <summary>Finds the rows that a search means, newest first, no more than <see cref="TicketSearch.TotalMax"/>.</summary>
internal static class TicketFinder
{
    /// <summary>Counting how common a pair is stops here: beyond it a pair is simply common.</summary>
    private const int CommonMin = 2000;

    public static async Task<IReadOnlyList<long>> FindAsync(DbSession session, TicketSearch search)
    {
        string query = search.CutQuery;
        var scope = new Scope(search.Tenant.Value, Code.Of(search.State));
        if (query.Length == 0)
        {
            Statement all = search.State is null ? Statement.TicketsNewest : Statement.TicketsByState;
            return await session.QueryAsync<long>(all, new { scope.Tenant, scope.State, Max = TicketSearch.TotalMax });
        }

        if (TicketNumber.TryParse(query, out _))
        {
            return await session.QueryAsync<long>(
                Statement.TicketsByNumber, new { scope.Tenant, scope.State, Number = query, Max = TicketSearch.TotalMax });
        }

        if (search.IsTelephone)
        {
            IReadOnlyList<long> rows = await session.QueryAsync<long>(
                Statement.TicketsByTelephone, new { scope.Tenant, scope.State, Number = query, Max = TicketSearch.TotalMax });
            if (rows.Count > 0)
            {
                return rows;
            }
        }

        return await ByWordsAsync(session, scope, SearchText.Words(query));
    }

    private static async Task<IReadOnlyList<long>> ByWordsAsync(DbSession session, Scope scope, string[] words)
    {
        if (words.Length == 0)
        {
            return [];
        }

        int[] pairs = [.. words.SelectMany(SearchText.Pairs).Distinct()];
        if (pairs.Length == 0)
        {
            return await session.QueryAsync<long>(Statement.TicketsByScan, Parameters(scope, words, [0, 0, 0], compare: true));
        }

        IReadOnlyList<PairCountRow> counts = await session.QueryAsync<PairCountRow>(
            Statement.TicketTermsCount, new { Terms = JsonList.Of(pairs), Max = CommonMin });
        if (counts.Any(pair => pair.Hits == 0))
        {
            return [];
        }

        int[] rarest = [.. counts.OrderBy(pair => pair.Hits).Take(3).Select(pair => pair.Term)];
        int[] asked = [rarest[0], rarest[Math.Min(1, rarest.Length - 1)], rarest[^1]];

        // A word of two characters is its pair; any other may have all its pairs in a text in which it does not stand.
        bool compare = pairs.Length > 3 || words.Any(word => word.Length != 2);
        return await session.QueryAsync<long>(Statement.TicketsByWords, Parameters(scope, words, asked, compare));
    }

    private static object Parameters(Scope scope, string[] words, int[] pairs, bool compare) => new
    {
        scope.Tenant,
        scope.State,
        First = pairs[0],
        Second = pairs[1],
        Third = pairs[2],
        Word = compare ? words[0] : null,
        MoreWords = JsonList.Of(compare ? words.Skip(1) : []),
        Max = TicketSearch.TotalMax,
    };

    private sealed record Scope(string Tenant, string? State);
}
