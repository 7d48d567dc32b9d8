using System.Data;
using System.Net;
using System.Net.Sockets;
using Microsoft.Data.SqlClient;

namespace Hotline.Persistence.Tests;

/// <summary>What of SQL Server's dialect shows without a server. Never skipped.</summary>
public sealed class SqlServerDialectTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>SqlClient opens nothing in a process without cultures: that would be another error than the network's.</summary>
    [Fact]
    public async Task Open_at_a_closed_port_is_an_error_of_the_network()
    {
        var dialect = new SqlServerDialect();
        await using var connection = dialect.Connect($"Server=tcp:127.0.0.1,{ClosedPort()};User ID=sa;Password=x;TrustServerCertificate=true");

        var thrown = await Should.ThrowAsync<SqlException>(connection.OpenAsync(Cancel));

        thrown.InnerException.ShouldBeOfType<SocketException>();
        dialect.FaultOf(thrown).ShouldBe(DatabaseFault.Away);
    }

    [Fact]
    public async Task Cancel_while_connecting_is_a_cancellation()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var options = new DatabaseOptions("sqlserver",
            $"Server=tcp:127.0.0.1,{((IPEndPoint)silent.LocalEndpoint).Port};User ID=sa;Password=x;TrustServerCertificate=true");
        using var database = Database.Open(options, TimeProvider.System);
        using var cancelled = new CancellationTokenSource();

        var ping = database.PingAsync(cancelled.Token);
        using var come = await silent.AcceptTcpClientAsync(Cancel);
        await cancelled.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(ping);
    }

    [Fact]
    public void Connect_where_nothing_is_said_notices_an_outage_and_its_end_at_once()
    {
        var completed = new SqlConnectionStringBuilder(SqlServerDialect.Completed("Server=db"));

        (completed.ConnectTimeout, completed.PoolBlockingPeriod).ShouldBe((3, PoolBlockingPeriod.NeverBlock));
    }

    [Fact]
    public void Connect_what_the_operator_says_holds()
    {
        var completed = new SqlConnectionStringBuilder(SqlServerDialect.Completed("Server=db;Connect Timeout=20;Pool Blocking Period=Auto"));

        (completed.ConnectTimeout, completed.PoolBlockingPeriod).ShouldBe((20, PoolBlockingPeriod.Auto));
    }

    [Fact]
    public void Time_that_is_missing_has_its_type()
    {
        var parameter = new SqlParameter();

        new TimeHandler().SetValue(parameter, DBNull.Value);

        (parameter.DbType, parameter.Value).ShouldBe((DbType.DateTimeOffset, DBNull.Value));
    }

    [Theory]
    [InlineData(9_999)]
    [InlineData(5_000)]
    [InlineData(1)]
    public void Time_is_cut_to_the_millisecond_as_on_other_databases(long ticks)
    {
        var moment = Given.Start.AddMilliseconds(7);
        var (server, file) = (new SqlParameter(), new Microsoft.Data.Sqlite.SqliteParameter());

        new TimeHandler().SetValue(server, moment.AddTicks(ticks));
        new TimeHandler().SetValue(file, moment.AddTicks(ticks));

        server.Value.ShouldBe(moment);
        new TimeHandler().Parse(typeof(DateTimeOffset), file.Value!).ShouldBe(moment);
    }

    private static int ClosedPort()
    {
        using var port = new TcpListener(IPAddress.Loopback, 0);
        port.Start();
        return ((IPEndPoint)port.LocalEndpoint).Port;
    }
}
