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
    public async Task Open_AtAClosedPort_IsAnErrorOfTheNetwork()
    {
        var dialect = new SqlServerDialect();
        await using var connection = dialect.Connect($"Server=tcp:127.0.0.1,{ClosedPort()};User ID=sa;Password=x;TrustServerCertificate=true");

        SqlException thrown = await Should.ThrowAsync<SqlException>(connection.OpenAsync(Cancel));

        thrown.InnerException.ShouldBeOfType<SocketException>();
        dialect.FaultOf(thrown).ShouldBe(DatabaseFault.Away);
    }

    [Fact]
    public async Task Cancel_WhileConnecting_IsACancellation()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var options = new DatabaseOptions("sqlserver", $"Server=tcp:127.0.0.1,{((IPEndPoint)silent.LocalEndpoint).Port};User ID=sa;Password=x;TrustServerCertificate=true");
        using var database = Database.Open(options, TimeProvider.System);
        using var cancelled = new CancellationTokenSource();

        Task<bool> ping = database.PingAsync(cancelled.Token);
        using TcpClient come = await silent.AcceptTcpClientAsync(Cancel);
        await cancelled.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(ping);
    }

    [Fact]
    public void Connect_WhereNothingIsSaid_NoticesAnOutageAndItsEndAtOnce()
    {
        var completed = new SqlConnectionStringBuilder(SqlServerDialect.Completed("Server=db"));

        (completed.ConnectTimeout, completed.PoolBlockingPeriod).ShouldBe((3, PoolBlockingPeriod.NeverBlock));
    }

    [Fact]
    public void Connect_WhatTheOperatorSays_Holds()
    {
        var completed = new SqlConnectionStringBuilder(SqlServerDialect.Completed("Server=db;Connect Timeout=20;Pool Blocking Period=Auto"));

        (completed.ConnectTimeout, completed.PoolBlockingPeriod).ShouldBe((20, PoolBlockingPeriod.Auto));
    }

    [Fact]
    public void Time_ThatIsMissing_HasItsType()
    {
        var parameter = new SqlParameter();

        new TimeHandler().SetValue(parameter, DBNull.Value);

        (parameter.DbType, parameter.Value).ShouldBe((DbType.DateTimeOffset, DBNull.Value));
    }

    [Theory]
    [InlineData(9_999)]
    [InlineData(5_000)]
    [InlineData(1)]
    public void Time_IsCutToTheMillisecond_AsOnOtherDatabases(long ticks)
    {
        DateTimeOffset moment = Given.Start.AddMilliseconds(7);
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
