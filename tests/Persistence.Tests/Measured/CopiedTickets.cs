using System.Data.Common;
using Dapper;

namespace Hotline.Persistence.Tests;

/// <summary>Many tickets out of few: copies of all that are there, each under its own id and number, with its search terms.</summary>
internal static class CopiedTickets
{
    private const string Series = "with recursive k (n) as (select 1 union all select n + 1 from k where n < @Copies)";

    /// <summary>A column of the copy, where it is not the original's.</summary>
    private static readonly Dictionary<string, string> Own = new(StringComparer.Ordinal)
    {
        ["row_no"] = "t.row_no + k.n * @Rows",
        ["ticket_id"] = "t.ticket_id || '-' || k.n",
        ["ticket_number"] = "replace(t.ticket_number, '-20260401-', '-' || (20260401 + k.n * 10000) || '-')",
    };

    /// <summary>Makes so many copies of each of the first rows.</summary>
    public static async Task MakeAsync(TestDatabase own, int rows, int copies, CancellationToken cancellationToken)
    {
        if (copies <= 0)
        {
            return;
        }
        var isPostgres = own.Database.Provider == "postgres";
        await using var connection = await own.ConnectAsync();
        await RunAsync("create temporary table few as select term, row_no from search_terms");
        await RunAsync("create index few_key on few (term, row_no)");
        if (isPostgres)
        {
            await RunAsync("set maintenance_work_mem = '2GB'");
            await RunAsync("alter table search_terms drop constraint search_terms_key");
        }

        string[] columns = [.. (await connection.QueryAsync<string>(isPostgres
            ? "select column_name from information_schema.columns where table_name = 'tickets' order by ordinal_position"
            : "select name from pragma_table_info('tickets') order by cid"))];
        var values = string.Join(", ", columns.Select(column => Own.GetValueOrDefault(column, "t." + column)));
        var overriding = isPostgres ? "overriding system value " : "";
        await RunAsync(
            $"insert into tickets ({string.Join(", ", columns)}) {overriding}{Series} select {values} from k cross join tickets t where t.row_no <= @Rows order by k.n, t.row_no");
        await RunAsync(
            $"insert into search_terms (kind, term, row_no) {Series} select 1, d.term, f.row_no + k.n * @Rows from (select distinct term from few) d cross join k cross join few f where f.term = d.term order by d.term, k.n, f.row_no".Replace(isPostgres ? " order by d.term, k.n, f.row_no" : "\0", "", StringComparison.Ordinal));
        if (isPostgres)
        {
            await RunAsync("alter table search_terms add constraint search_terms_key primary key (kind, term, row_no)");
            await RunAsync("select setval(pg_get_serial_sequence('tickets', 'row_no'), (select max(row_no) from tickets))");
        }

        Task<int> RunAsync(string text) => connection.ExecuteAsync(
            new CommandDefinition(text, new { Rows = rows, Copies = copies }, commandTimeout: 3600, cancellationToken: cancellationToken));
    }
}
