using System.Data;
using System.Data.Common;
using System.Net;
using System.Net.Sockets;
using Dapper;
using Hotline.Tickets;
using Npgsql;

namespace Hotline.Persistence.Tests;

public sealed class PostgresDialectTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("40P01", DatabaseFault.Busy)] // deadlock
    [InlineData("40001", DatabaseFault.Busy)] // serialization
    [InlineData("55P03", DatabaseFault.Busy)] // lock not to be had
    [InlineData("53100", DatabaseFault.Full)] // disk full
    [InlineData("22001", DatabaseFault.Refused)] // too long
    [InlineData("22021", DatabaseFault.Refused)] // not in the encoding
    [InlineData("23502", DatabaseFault.Refused)] // null
    [InlineData("23503", DatabaseFault.Refused)] // foreign key
    [InlineData("23505", DatabaseFault.Refused)] // twice
    [InlineData("57P01", DatabaseFault.Away)] // shut down
    [InlineData("53300", DatabaseFault.Away)] // too many connections
    [InlineData("28P01", DatabaseFault.Away)] // wrong password
    [InlineData("42P01", DatabaseFault.Away)] // no such table: a schema that is not ours
    public void FaultOf_TellsWhatToDo(string state, DatabaseFault fault) =>
        new PostgresDialect().FaultOf(new PostgresException("", "ERROR", "ERROR", state)).ShouldBe(fault);

    [Theory]
    [InlineData("40P01", true)]
    [InlineData("40001", true)]
    [InlineData("55P03", false)]
    public void IsDeadlock_IsWhatTheServerChoseToGiveWay(string state, bool deadlock) =>
        new PostgresDialect().IsDeadlock(new PostgresException("", "ERROR", "ERROR", state)).ShouldBe(deadlock);

    [Fact]
    public void Connect_WhereNothingIsSaid_NoticesAnOutageSoon()
    {
        var completed = new NpgsqlConnectionStringBuilder(PostgresDialect.Completed("Host=db"));

        (completed.Timeout, completed.KeepAlive, completed.Options).ShouldBe((3, 30, "-c enable_bitmapscan=off -c max_parallel_workers_per_gather=0 -c jit=off"));
    }

    [Fact]
    public void Connect_WhatTheOperatorSays_Holds()
    {
        var completed = new NpgsqlConnectionStringBuilder(PostgresDialect.Completed("Host=db;timeout=15;KeepAlive=0;options=-c work_mem=8MB"));

        (completed.Timeout, completed.KeepAlive, completed.Options).ShouldBe((15, 0, "-c work_mem=8MB"));
    }

    [Fact]
    public async Task Open_AtAClosedPort_IsAnErrorOfTheNetwork()
    {
        using var database = Open(ClosedPort());

        DbException thrown = await Should.ThrowAsync<DbException>(new TicketStore(database).LoadAsync(new("t1"), Cancel));

        thrown.InnerException.ShouldBeOfType<SocketException>();
        database.FaultOf(thrown).ShouldBe(DatabaseFault.Away);
    }

    [Fact]
    public async Task Open_WhereNobodyAnswers_IsGivenUpInAFewSeconds()
    {
        using TcpListener silent = Silent();
        using var database = Open(((IPEndPoint)silent.LocalEndpoint).Port, "Timeout=1");

        DbException thrown = await Should.ThrowAsync<DbException>(new TicketStore(database).LoadAsync(new("t1"), Cancel).WaitAsync(TimeSpan.FromSeconds(20), Cancel));

        database.FaultOf(thrown).ShouldBe(DatabaseFault.Away);
    }

    [Fact]
    public async Task Cancel_WhileConnecting_IsACancellation()
    {
        using TcpListener silent = Silent();
        using var database = Open(((IPEndPoint)silent.LocalEndpoint).Port);
        using var cancelled = new CancellationTokenSource();

        Task<bool> ping = database.PingAsync(cancelled.Token);
        using TcpClient come = await silent.AcceptTcpClientAsync(Cancel);
        await cancelled.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(ping);
    }

    [Fact]
    public async Task Cancel_WhileTheServerWorks_IsACancellation()
    {
        await using TestDatabase own = await TestDatabase.OnPostgresAsync();
        using var cancelled = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));

        await Should.ThrowAsync<OperationCanceledException>(own.Database.ReadAsync(session => session.ExecuteTextAsync("select pg_sleep(30)"), cancelled.Token));
    }

    [Fact]
    public async Task Pool_ThatIsExhausted_IsAnErrorOfTheDatabaseThatPasses()
    {
        await using TestDatabase own = await TestDatabase.OnPostgresAsync("Maximum Pool Size=1;Timeout=1");
        await using DbConnection only = await own.ConnectAsync();

        DbException thrown = await Should.ThrowAsync<DbException>(new TicketStore(own.Database).LoadAsync(new("t1"), Cancel));

        own.Database.FaultOf(thrown).ShouldBe(DatabaseFault.Away);
    }

    /// <summary>A server that was started again has ended all connections of the pool: that is noticed once, not once for each of them.</summary>
    [Fact]
    public async Task Connections_ThatTheServerEnded_AreGivenUpTogether()
    {
        await using TestDatabase own = await TestDatabase.OnPostgresAsync();
        var store = new TicketStore(own.Database);
        DbConnection[] several = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => own.ConnectAsync()));
        await Task.WhenAll(several.Select(connection => connection.DisposeAsync().AsTask()));
        await (await PostgresCluster.GetAsync()).RunAsync($"select pg_terminate_backend(pid) from pg_stat_activity where datname = '{several[0].Database}'");

        DbException thrown = await Should.ThrowAsync<DbException>(store.LoadAsync(new("t1"), Cancel));

        own.Database.FaultOf(thrown).ShouldBe(DatabaseFault.Away);
        (await store.LoadAsync(new("t1"), Cancel)).ShouldBeNull();
    }

    /// <summary>The server's zone is New York's (<see cref="PostgresCluster"/>), the session's is the city's.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("Timezone=Asia/Shanghai")]
    public async Task Times_AreTheSameMomentInEveryZone(string zone)
    {
        await using TestDatabase own = await TestDatabase.OnPostgresAsync(zone);
        DateTimeOffset local = new(2026, 4, 1, 9, 0, 0, 7, TimeSpan.FromHours(8));
        await new TicketStore(own.Database).OpenDraftAsync(Given.Opening(at: local.AddTicks(9_999)), Cancel);

        Ticket ticket = (await new TicketStore(own.Database).LoadAsync(new("t1"), Cancel))!;
        (ticket.CreatedAt, ticket.CreatedAt.Offset).ShouldBe((local, TimeSpan.Zero));
        await using DbConnection connection = await own.ConnectAsync();
        (await connection.ExecuteScalarAsync<string>("select current_setting('TimeZone')")).ShouldBe(zone.Length > 0 ? "Asia/Shanghai" : "America/New_York");
        (await connection.ExecuteScalarAsync<string>("select to_char(created_at at time zone 'utc', 'YYYY-MM-DD HH24:MI:SS.US') from tickets")).ShouldBe("2026-04-01 01:00:00.007000");
    }

    [Fact]
    public void Time_ThatIsMissing_HasItsType()
    {
        var parameter = new NpgsqlParameter();

        new TimeHandler().SetValue(parameter, DBNull.Value);

        (parameter.DbType, parameter.Value).ShouldBe((DbType.DateTimeOffset, DBNull.Value));
    }

    private static Database Open(int port, string more = "") =>
        Database.Open(new DatabaseOptions("postgres", $"Host=127.0.0.1;Port={port};Username=hotline;Password=x;{more}"), TimeProvider.System);

    private static TcpListener Silent()
    {
        var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        return silent;
    }

    private static int ClosedPort()
    {
        using TcpListener port = Silent();
        return ((IPEndPoint)port.LocalEndpoint).Port;
    }
}
