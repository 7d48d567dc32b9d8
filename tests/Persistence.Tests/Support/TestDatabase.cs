using System.Data.Common;
using Dapper;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Hotline.Persistence.Tests;

/// <summary>A database of its own for one test, with the newest schema.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private const string SqlServerVariable = "HOTLINE_SQLSERVER";
    private const string RequireVariable = "HOTLINE_REQUIRE_SQLSERVER";
    private readonly Func<Task> _drop;

    private TestDatabase(DatabaseOptions options, Func<Task> drop)
    {
        Options = options;
        Database = Database.Open(options, TimeProvider.System);
        _drop = drop;
    }

    public DatabaseOptions Options { get; }

    public Database Database { get; }

    public static Task<TestDatabase> OnSqliteAsync() => OnSqliteAsync(migrate: true);

    public static async Task<TestDatabase> OnSqliteAsync(bool migrate)
    {
        var folder = Directory.CreateTempSubdirectory("hotline-");
        var options = new DatabaseOptions("sqlite", $"Data Source={Path.Combine(folder.FullName, "hotline.db")}");
        var database = new TestDatabase(
            options,
            () =>
            {
                using var pooled = (SqliteConnection)new SqliteDialect().Connect(options.ConnectionString);
                SqliteConnection.ClearPool(pooled);
                folder.Delete(recursive: true);
                return Task.CompletedTask;
            });
        return migrate ? await MigratedAsync(database) : database;
    }

    /// <summary>Skips the test, by name, where no server is given.</summary>
    public static async Task<TestDatabase> OnSqlServerAsync()
    {
        var server = Environment.GetEnvironmentVariable(SqlServerVariable);
        if (string.IsNullOrEmpty(server))
        {
            Environment.GetEnvironmentVariable(RequireVariable).ShouldNotBe("1", $"{RequireVariable}=1, but {SqlServerVariable} gives no server");
            Assert.Skip($"No SQL Server: {SqlServerVariable} gives no connection string.");
        }

        var name = "hotline_" + Path.GetRandomFileName().Replace(".", "", StringComparison.Ordinal);
        await OnServerAsync(server, $"create database {name}");
        var own = new SqlConnectionStringBuilder(server) { InitialCatalog = name };
        return await MigratedAsync(new TestDatabase(
            new DatabaseOptions("sqlserver", own.ToString()),
            () => OnServerAsync(server, $"alter database {name} set single_user with rollback immediate; drop database {name}")));
    }

    public static Task<TestDatabase> OnPostgresAsync() => OnPostgresAsync("");

    /// <param name="more">What the connection string says besides, for example the time zone of the sessions.</param>
    public static async Task<TestDatabase> OnPostgresAsync(string more)
    {
        var cluster = await PostgresCluster.GetAsync();
        var name = "hotline_" + Path.GetRandomFileName().Replace(".", "", StringComparison.Ordinal);
        await cluster.RunAsync($"create database {name}");
        var options = new DatabaseOptions("postgres", cluster.To(name) + ";" + more);
        return await MigratedAsync(new TestDatabase(
            options,
            () =>
            {
                using var pooled = (NpgsqlConnection)new PostgresDialect().Connect(options.ConnectionString);
                NpgsqlConnection.ClearPool(pooled);
                return cluster.RunAsync($"drop database {name} with (force)");
            }));
    }

    /// <summary>A connection past the stores, to look at or spoil what is there.</summary>
    public async Task<DbConnection> ConnectAsync()
    {
        var connection = Database.Dialect.Connect(Options.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        return connection;
    }

    public async ValueTask DisposeAsync() => await _drop();

    private static async Task<TestDatabase> MigratedAsync(TestDatabase database)
    {
        await database.Database.MigrateAsync(TestContext.Current.CancellationToken);
        return database;
    }

    private static async Task OnServerAsync(string server, string sql)
    {
        SqlConnection.ClearAllPools();
        await using var connection = new SqlConnection(server);
        await connection.ExecuteAsync(sql);
    }
}
