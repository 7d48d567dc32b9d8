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
    public void Fault_of_tells_what_to_do(string state, DatabaseFault fault) =>
        new PostgresDialect().FaultOf(new PostgresException("", "ERROR", "ERROR", state)).ShouldBe(fault);

    [Theory]
    [InlineData("40P01", true)]
    [InlineData("40001", true)]
    [InlineData("55P03", false)]
    public void Is_deadlock_is_what_the_server_chose_to_give_way(string state, bool deadlock) =>
        new PostgresDialect().IsDeadlock(new PostgresException("", "ERROR", "ERROR", state)).ShouldBe(deadlock);

    [Fact]
    public void Connect_where_nothing_is_said_notices_an_outage_soon()
    {
        var completed = new NpgsqlConnectionStringBuilder(PostgresDialect.Completed("Host=db"));

        (completed.Timeout, completed.KeepAlive, completed.Options)
            .ShouldBe((3, 30, "-c enable_bitmapscan=off -c max_parallel_workers_per_gather=0 -c jit=off -c lock_timeout=5000"));
    }

    [Fact]
    public void Connect_what_the_operator_says_holds()
    {
        var completed = new NpgsqlConnectionStringBuilder(PostgresDialect.Completed("Host=db;timeout=15;KeepAlive=0;options=-c work_mem=8MB"));

        (completed.Timeout, completed.KeepAlive, completed.Options).ShouldBe((15, 0, "-c work_mem=8MB"));
    }

    [Fact]
    public async Task Open_at_a_closed_port_is_an_error_of_the_network()
    {
        using var database = Open(ClosedPort());

        var thrown = await Should.ThrowAsync<DbException>(new TicketStore(database).LoadAsync(new("t1"), Cancel));

        thrown.InnerException.ShouldBeOfType<SocketException>();
        database.FaultOf(thrown).ShouldBe(DatabaseFault.Away);
    }

    [Fact]
    public async Task Open_where_nobody_answers_is_given_up_in_a_few_seconds()
    {
        using var silent = Silent();
        using var database = Open(((IPEndPoint)silent.LocalEndpoint).Port, "Timeout=1");

        var thrown =
            await Should.ThrowAsync<DbException>(new TicketStore(database).LoadAsync(new("t1"), Cancel).WaitAsync(TimeSpan.FromSeconds(20), Cancel));

        database.FaultOf(thrown).ShouldBe(DatabaseFault.Away);
    }

    [Fact]
    public async Task Cancel_while_connecting_is_a_cancellation()
    {
        using var silent = Silent();
        using var database = Open(((IPEndPoint)silent.LocalEndpoint).Port);
        using var cancelled = new CancellationTokenSource();

        var ping = database.PingAsync(cancelled.Token);
        using var come = await silent.AcceptTcpClientAsync(Cancel);
        await cancelled.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(ping);
    }

    [Fact]
    public async Task Cancel_while_the_server_works_is_a_cancellation()
    {
        await using var own = await TestDatabase.OnPostgresAsync();
        using var cancelled = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));

        await Should.ThrowAsync<OperationCanceledException>(
            own.Database.ReadAsync(session => session.ExecuteTextAsync("select pg_sleep(30)"), cancelled.Token));
    }

    [Fact]
    public async Task Pool_that_is_exhausted_is_an_error_of_the_database_that_passes()
    {
        await using var own = await TestDatabase.OnPostgresAsync("Maximum Pool Size=1;Timeout=1");
        await using var only = await own.ConnectAsync();

        var thrown = await Should.ThrowAsync<DbException>(new TicketStore(own.Database).LoadAsync(new("t1"), Cancel));

        own.Database.FaultOf(thrown).ShouldBe(DatabaseFault.Away);
    }

    /// <summary>Nobody waits without end for somebody who keeps a table to himself: the desks are told, and the writing is tried again.</summary>
    [Fact]
    public async Task Table_that_somebody_keeps_to_himself_is_noticed_in_seconds()
    {
        await using var own = await TestDatabase.OnPostgresAsync();
        await using var somebody = await own.ConnectAsync();
        await somebody.ExecuteAsync("begin; lock table tickets in access exclusive mode");

        var thrown = await Should.ThrowAsync<DbException>(
            new TicketStore(own.Database).OpenDraftAsync(Given.Opening(), Cancel).WaitAsync(TimeSpan.FromSeconds(15), Cancel));

        own.Database.FaultOf(thrown).ShouldBe(DatabaseFault.Busy);
    }

    /// <summary>A server that was started again has ended all connections of the pool: that is noticed once, not once for each of them.</summary>
    [Fact]
    public async Task Connections_that_the_server_ended_are_given_up_together()
    {
        await using var own = await TestDatabase.OnPostgresAsync();
        var store = new TicketStore(own.Database);
        var several = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => own.ConnectAsync()));
        await Task.WhenAll(several.Select(connection => connection.DisposeAsync().AsTask()));
        await (await PostgresCluster.GetAsync())
            .RunAsync($"select pg_terminate_backend(pid) from pg_stat_activity where datname = '{several[0].Database}'");

        var thrown = await Should.ThrowAsync<DbException>(store.LoadAsync(new("t1"), Cancel));

        own.Database.FaultOf(thrown).ShouldBe(DatabaseFault.Away);
        (await store.LoadAsync(new("t1"), Cancel)).ShouldBeNull();
    }

    /// <summary>The server's zone is New York's (<see cref="PostgresCluster"/>), the session's is the city's.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("Timezone=Asia/Shanghai")]
    public async Task Times_are_the_same_moment_in_every_zone(string zone)
    {
        await using var own = await TestDatabase.OnPostgresAsync(zone);
        DateTimeOffset local = new(2026, 4, 1, 9, 0, 0, 7, TimeSpan.FromHours(8));
        await new TicketStore(own.Database).OpenDraftAsync(Given.Opening(at: local.AddTicks(9_999)), Cancel);

        var ticket = (await new TicketStore(own.Database).LoadAsync(new("t1"), Cancel))!;
        (ticket.CreatedAt, ticket.CreatedAt.Offset).ShouldBe((local, TimeSpan.Zero));
        await using var connection = await own.ConnectAsync();
        (await connection.ExecuteScalarAsync<string>("select current_setting('TimeZone')"))
            .ShouldBe(zone.Length > 0 ? "Asia/Shanghai" : "America/New_York");
        (await connection.ExecuteScalarAsync<string>("select to_char(created_at at time zone 'utc', 'YYYY-MM-DD HH24:MI:SS.US') from tickets"))
            .ShouldBe("2026-04-01 01:00:00.007000");
    }

    [Fact]
    public void Time_that_is_missing_has_its_type()
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
        using var port = Silent();
        return ((IPEndPoint)port.LocalEndpoint).Port;
    }
}
