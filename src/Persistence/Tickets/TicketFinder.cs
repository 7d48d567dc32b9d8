using Hotline.Tickets;

namespace Hotline.Persistence;

/// <summary>Finds the rows that a search means, newest first, no more than its limit.</summary>
internal static class TicketFinder
{
    /// <summary>Counting how common a pair or a state is stops here: beyond it, it is simply common.</summary>
    private const int CommonMin = 2000;

    /// <returns>The rows, and how many there could have been at most.</returns>
    public static async Task<(IReadOnlyList<long> Rows, int Max)> FindAsync(DbSession session, TicketSearch search)
    {
        var rows = await ByKeyAsync(session, search);
        return rows is not null
            ? (rows, TicketSearch.TotalMax)
            : (await ByWordsAsync(session, Scope.Of(search), SearchText.Words(search.CutQuery)), TicketSearch.TotalOfWordsMax);
    }

    // Null where the query is none of the keys.
    private static async Task<IReadOnlyList<long>?> ByKeyAsync(DbSession session, TicketSearch search)
    {
        var query = search.CutQuery;
        var scope = Scope.Of(search);
        if (query.Length == 0)
        {
            var all = search.State is null ? Statement.TicketsNewest : Statement.TicketsByState;
            return await session.QueryAsync<long>(all, scope.With(null, TicketSearch.TotalMax));
        }

        if (TicketNumber.TryParse(query, out _))
        {
            return await session.QueryAsync<long>(
                Statement.TicketsByNumber, scope.With(query, TicketSearch.TotalMax));
        }

        if (search.IsTelephone)
        {
            var ofTelephone = await session.QueryAsync<long>(Statement.TicketsByTelephone, scope.With(search.Number, TicketSearch.TotalMax));
            if (ofTelephone.Count > 0)
            {
                return ofTelephone;
            }
        }
        if (!search.IsNumberEnd)
        {
            return null;
        }
        var ofNumber = await session.QueryAsync<long>(Statement.TicketsByNumberEnd, scope.With($"%{query}", TicketSearch.TotalMax));
        return ofNumber.Count > 0 ? ofNumber : null;
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

        var counts = await session.QueryAsync<PairCountRow>(
            Statement.SearchTermsCount, new { Kind = (int)SearchKind.Ticket, Terms = JsonList.Of(pairs), Max = CommonMin });
        if (counts.Any(pair => pair.Hits == 0))
        {
            return [];
        }

        int[] rarest = [.. counts.OrderBy(pair => pair.Hits).Take(3).Select(pair => pair.Term)];
        int[] asked = [rarest[0], rarest[Math.Min(1, rarest.Length - 1)], rarest[^1]];

        // A word of two characters is its pair; any other may have all its pairs in a text in which it does not stand.
        var compare = pairs.Length > 3 || words.Any(word => word.Length != 2);
        var stateLeads = scope.State is not null && await session.SingleAsync<int>(
            Statement.TicketsOfStateCount, new { scope.Tenant, scope.State, Max = CommonMin }) < counts.Min(pair => pair.Hits);
        return await session.QueryAsync<long>(
            stateLeads ? Statement.TicketsByWordsOfState : Statement.TicketsByWords, Parameters(scope, words, asked, compare));
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
        Max = TicketSearch.TotalOfWordsMax,
        scope.Seen.Reach,
        scope.Seen.Who,
        scope.Seen.Unit,
        scope.Seen.Talking,
        scope.Seen.Writing,
        scope.Seen.No,
    };

    private sealed record Scope(string Tenant, string? State, SeenBy Seen)
    {
        public static Scope Of(TicketSearch search) => new(search.Tenant.Value, Code.Of(search.State), SeenBy.Of(search.Sight));

        public object With(string? number, int max) =>
            new { Tenant, State, Number = number, Max = max, Seen.Reach, Seen.Who, Seen.Unit, Seen.Talking, Seen.Writing, Seen.No };
    }
}
