using System.Data.Common;
using Dapper;
using Hotline.Tickets;
using Microsoft.Data.Sqlite;

namespace Hotline.Persistence.Tests;

public sealed class SqliteDialectTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task File_and_its_log_are_for_the_owner_only()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file modes.");
        await using var own = await TestDatabase.OnSqliteAsync();
        await new TicketStore(own.Database).OpenDraftAsync(Given.Opening(), Cancel);
        var folder = Path.GetDirectoryName(new SqliteConnectionStringBuilder(own.Options.ConnectionString).DataSource)!;

        var files = Directory.GetFiles(folder);

        files.Length.ShouldBeGreaterThan(1);
        files.ShouldAllBe(file => File.GetUnixFileMode(file) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [Fact]
    public async Task Connection_has_its_settings()
    {
        await using var own = await TestDatabase.OnSqliteAsync();
        await using var connection = await own.ConnectAsync();
        await own.Database.Dialect.OpenedAsync(connection, Cancel);

        (await connection.ExecuteScalarAsync<string>("pragma journal_mode")).ShouldBe("wal");
        (await connection.ExecuteScalarAsync<int>("pragma foreign_keys")).ShouldBe(1);
        (await connection.ExecuteScalarAsync<int>("pragma synchronous")).ShouldBe(1);
        (await connection.ExecuteScalarAsync<int>("pragma busy_timeout")).ShouldBe(5000);
    }

    [Fact]
    public async Task Times_are_utc_text_of_fixed_width()
    {
        await using var own = await TestDatabase.OnSqliteAsync();
        DateTimeOffset local = new(2026, 4, 1, 9, 0, 0, 7, TimeSpan.FromHours(8));
        await new TicketStore(own.Database).OpenDraftAsync(Given.Opening(at: local), Cancel);

        await using var connection = await own.ConnectAsync();
        (await connection.ExecuteScalarAsync<string>("select created_at from tickets")).ShouldBe("2026-04-01T01:00:00.007Z");
        var ticket = (await new TicketStore(own.Database).LoadAsync(new("t1"), Cancel))!;
        (ticket.CreatedAt, ticket.CreatedAt.Offset).ShouldBe((local, TimeSpan.Zero));
    }

    [Theory]
    [InlineData(5, DatabaseFault.Busy)]
    [InlineData(6, DatabaseFault.Busy)]
    [InlineData(13, DatabaseFault.Full)]
    [InlineData(14, DatabaseFault.Away)]
    [InlineData(10, DatabaseFault.Away)]
    [InlineData(1, DatabaseFault.Away)]
    [InlineData(19, DatabaseFault.Refused)]
    public void Fault_of_tells_what_to_do(int code, DatabaseFault fault) =>
        new SqliteDialect().FaultOf(new SqliteException("", code)).ShouldBe(fault);

    /// <summary>
    /// However many write at once, and however long each takes: they take turns here, and nobody is told that the database is locked.
    /// </summary>
    [Fact]
    public async Task Write_while_another_writes_waits_for_its_turn_before_it_connects()
    {
        await using var own = await TestDatabase.OnSqliteAsync();
        var counted = new FaultyDatabase(own);
        using var database = counted.Open();
        TaskCompletionSource begun = new(), over = new();
        var slow = database.WriteAsync(
            async _ =>
            {
                begun.SetResult();
                await over.Task;
                return 0;
            },
            Cancel);
        await begun.Task;

        var next = new TicketStore(database).OpenDraftAsync(Given.Opening(), Cancel);

        (next.IsCompleted, counted.Connections).ShouldBe((false, 1));
        over.SetResult();
        await slow;
        (await next).Id.ShouldBe("t1");
    }

    [Fact]
    public async Task Ping_says_whether_the_database_answers()
    {
        await using var own = await TestDatabase.OnSqliteAsync();
        var away = new Database(new SqliteDialect(), () => throw new SqliteException("away", 14), TimeProvider.System);

        (await own.Database.PingAsync(Cancel)).ShouldBeTrue();
        (await away.PingAsync(Cancel)).ShouldBeFalse();
    }

    [Fact]
    public void Open_unknown_provider_says_which_there_are() =>
        Should.Throw<ArgumentException>(() => Database.Open(new DatabaseOptions("oracle", ""), TimeProvider.System)).Message.ShouldContain(
            "sqlite, postgres or sqlserver");
}
