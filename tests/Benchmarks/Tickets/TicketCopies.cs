using System.Data.Common;
using System.Globalization;

namespace Hotline.Benchmarks.Tickets;

/// <summary>
/// Makes a city's many tickets out of few that went the true way: each is copied with its steps, its case, its lists and clocks and the words
/// by which it is found. A copy is another ticket of another caller.
/// </summary>
/// <param name="connection">Of the database, open.</param>
/// <param name="postgres">Else it is SQLite.</param>
internal sealed class TicketCopies(DbConnection connection, bool postgres)
{
    private static readonly string[] Below = ["ticket_steps", "ticket_cases", "ticket_assignments", "ticket_queues", "ticket_timers"];

    /// <summary>Adds copies until there are so many in all.</summary>
    /// <param name="templates">How many tickets there were at first, with the lowest row numbers.</param>
    /// <param name="from">The first copy's number.</param>
    /// <param name="to">The number behind the last one's.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task AddAsync(int templates, int from, int to, CancellationToken cancellationToken)
    {
        // Row numbers that tickets made in between have are theirs.
        var beyond = await OneAsync<long>("select max(row_no) from tickets", cancellationToken) - ((long)from * templates);
        var lists = new Dictionary<string, List<string>>();
        foreach (var table in Below.Append("tickets").Append("search_terms"))
        {
            lists[table] = await ColumnsAsync(table, cancellationToken);
        }
        for (var n = from; n < to; n++)
        {
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            await RunAsync(Copy("tickets", lists, n, templates, beyond, $"row_no <= {templates}"), transaction, cancellationToken);
            foreach (var table in Below)
            {
                await RunAsync(Copy(table, lists, n, templates, beyond, "ticket_id like 'bench-%' and ticket_id not like '%-c%'"), transaction,
                    cancellationToken);
            }
            await RunAsync(Copy("search_terms", lists, n, templates, beyond, $"kind = 1 and row_no <= {templates}"), transaction, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
    }

    /// <summary>What a database learns of its tables by itself in the night.</summary>
    public async Task LearnAsync(CancellationToken cancellationToken)
    {
        await RunAsync("analyze", null, cancellationToken);
        if (postgres)
        {
            await RunAsync("select setval(pg_get_serial_sequence('tickets', 'row_no'), (select max(row_no) from tickets))", null, cancellationToken);
        }
    }

    public async Task<T> OneAsync<T>(string sql, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (T)Convert.ChangeType((await command.ExecuteScalarAsync(cancellationToken))!, typeof(T), CultureInfo.InvariantCulture);
    }

    private string Copy(string table, Dictionary<string, List<string>> lists, int n, int templates, long beyond, string which)
    {
        var columns = lists[table];
        var values = columns.Select(c => c switch
        {
            "row_no" => $"row_no + {((long)n * templates) + beyond}",
            "ticket_id" => $"ticket_id || '-c{n}'",
            "ticket_number" => $"ticket_number || '-{n}'",
            "call_id" when table == "tickets" => $"call_id || '-c{n}'",
            "caller_number" => Caller(n, templates),
            _ => c,
        });
        var system = postgres && table == "tickets" ? " overriding system value" : "";
        return $"insert into {table} ({string.Join(", ", columns)}){system} select {string.Join(", ", values)} from {table} where {which}";
    }

    // Three in four have called before: about four tickets for a caller.
    private string Caller(int n, int templates)
    {
        var person = $"((row_no + {(long)n * templates}) * 7919) % 250000";
        return postgres ? $"'138' || lpad(({person})::text, 8, '0')" : $"'138' || printf('%08d', {person})";
    }

    private async Task<List<string>> ColumnsAsync(string table, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = postgres
            ? $"select column_name from information_schema.columns where table_name = '{table}' and table_schema = current_schema() order by ordinal_position"
            : $"select name from pragma_table_info('{table}')";
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        List<string> names = [];
        while (await reader.ReadAsync(cancellationToken))
        {
            names.Add(reader.GetString(0));
        }
        return names;
    }

    private async Task RunAsync(string sql, DbTransaction? transaction, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // made of the names above
        command.CommandText = sql;
#pragma warning restore CA2100
        command.Transaction = transaction;
        command.CommandTimeout = 600;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
