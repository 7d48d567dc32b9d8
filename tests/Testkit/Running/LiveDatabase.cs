using System.Data.Common;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Hotline.Testkit.Running;

/// <summary>The database of a running Hotline, beside its own connections: which, hotline.json says (the part "database").</summary>
public sealed class LiveDatabase(JsonNode place)
{
    /// <summary>On which the tests run: HOTLINE_LIVE_DATABASE, sqlite where it says nothing.</summary>
    public static string Provider => Environment.GetEnvironmentVariable("HOTLINE_LIVE_DATABASE") is { Length: > 0 } named ? named : "sqlite";

    private bool IsPostgres => place["provider"]!.GetValue<string>() == "postgres";

    /// <summary>Reads rows with a statement that both databases understand.</summary>
    /// <param name="sql">The statement; its one parameter is $1.</param>
    /// <param name="row">Makes a row.</param>
    /// <param name="parameter">Null where the statement has none.</param>
    public List<T> Read<T>(string sql, Func<DbDataReader, T> row, string? parameter = null)
    {
        using var connection = Connect(readOnly: true);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        if (parameter is not null)
        {
            var value = command.CreateParameter();
            (value.ParameterName, value.Value) = (IsPostgres ? "" : "$1", parameter);
            command.Parameters.Add(value);
        }
        using var reader = command.ExecuteReader();
        List<T> rows = [];
        while (reader.Read())
        {
            rows.Add(row(reader));
        }
        return rows;
    }

    /// <summary>Somebody keeps the whole database to himself until what is returned is disposed: nobody else writes.</summary>
    public async Task<IAsyncDisposable> LockAsync(CancellationToken cancellationToken)
    {
        var connection = Connect(readOnly: false);
        await connection.OpenAsync(cancellationToken);
        await using var begin = connection.CreateCommand();
        begin.CommandText = IsPostgres
            ? "begin; do $$ declare t text; begin for t in select tablename from pg_tables where schemaname = 'public' loop "
                + "execute format('lock table %I in access exclusive mode', t); end loop; end $$"
            : "begin exclusive";
        await begin.ExecuteNonQueryAsync(cancellationToken);
        return connection;
    }

    private DbConnection Connect(bool readOnly)
    {
        var text = place["connectionString"]!.GetValue<string>();
        return IsPostgres
            ? new NpgsqlConnection(text + ";Pooling=False")
            : new SqliteConnection(text + (readOnly ? ";Mode=ReadOnly" : "") + ";Pooling=False");
    }
}
