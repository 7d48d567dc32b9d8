using System.Data.Common;
using Dapper;
using Hotline.Tickets;
using Microsoft.Data.Sqlite;

namespace Hotline.Persistence.Tests;

public sealed class SqliteDialectTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task File_AndItsLog_AreForTheOwnerOnly()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file modes.");
        await using TestDatabase own = await TestDatabase.OnSqliteAsync();
        await new TicketStore(own.Database).OpenDraftAsync(Given.Opening(), Cancel);
        string folder = Path.GetDirectoryName(new SqliteConnectionStringBuilder(own.Options.ConnectionString).DataSource)!;

        string[] files = Directory.GetFiles(folder);

        files.Length.ShouldBeGreaterThan(1);
        files.ShouldAllBe(file => File.GetUnixFileMode(file) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [Fact]
    public async Task Connection_HasItsSettings()
    {
        await using TestDatabase own = await TestDatabase.OnSqliteAsync();
        await using DbConnection connection = await own.ConnectAsync();
        await own.Database.Dialect.OpenedAsync(connection, Cancel);

        (await connection.ExecuteScalarAsync<string>("pragma journal_mode")).ShouldBe("wal");
        (await connection.ExecuteScalarAsync<int>("pragma foreign_keys")).ShouldBe(1);
        (await connection.ExecuteScalarAsync<int>("pragma synchronous")).ShouldBe(1);
        (await connection.ExecuteScalarAsync<int>("pragma busy_timeout")).ShouldBe(5000);
    }

    [Fact]
    public async Task Times_AreUtcTextOfFixedWidth()
    {
        await using TestDatabase own = await TestDatabase.OnSqliteAsync();
        DateTimeOffset local = new(2026, 4, 1, 9, 0, 0, 7, TimeSpan.FromHours(8));
        await new TicketStore(own.Database).OpenDraftAsync(Given.Opening(at: local), Cancel);

        await using DbConnection connection = await own.ConnectAsync();
        (await connection.ExecuteScalarAsync<string>("select created_at from tickets")).ShouldBe("2026-04-01T01:00:00.007Z");
        Ticket ticket = (await new TicketStore(own.Database).LoadAsync(new("t1"), Cancel))!;
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
    public void FaultOf_TellsWhatToDo(int code, DatabaseFault fault) =>
        new SqliteDialect().FaultOf(new SqliteException("", code)).ShouldBe(fault);

    /// <summary>However many write at once, and however long each takes: they take turns here, and nobody is told that the database is locked.</summary>
    [Fact]
    public async Task Write_WhileAnotherWrites_WaitsForItsTurnBeforeItConnects()
    {
        await using TestDatabase own = await TestDatabase.OnSqliteAsync();
        var counted = new FaultyDatabase(own);
        using Database database = counted.Open();
        TaskCompletionSource begun = new(), over = new();
        Task<int> slow = database.WriteAsync(
            async _ =>
            {
                begun.SetResult();
                await over.Task;
                return 0;
            },
            Cancel);
        await begun.Task;

        Task<Ticket> next = new TicketStore(database).OpenDraftAsync(Given.Opening(), Cancel);

        (next.IsCompleted, counted.Connections).ShouldBe((false, 1));
        over.SetResult();
        await slow;
        (await next).Id.ShouldBe("t1");
    }

    [Fact]
    public async Task Ping_SaysWhetherTheDatabaseAnswers()
    {
        await using TestDatabase own = await TestDatabase.OnSqliteAsync();
        var away = new Database(new SqliteDialect(), () => throw new SqliteException("away", 14), TimeProvider.System);

        (await own.Database.PingAsync(Cancel)).ShouldBeTrue();
        (await away.PingAsync(Cancel)).ShouldBeFalse();
    }

    [Fact]
    public void Open_UnknownProvider_SaysWhichThereAre() =>
        Should.Throw<ArgumentException>(() => Database.Open(new DatabaseOptions("oracle", ""), TimeProvider.System)).Message.ShouldContain("sqlite, postgres or sqlserver");
}
