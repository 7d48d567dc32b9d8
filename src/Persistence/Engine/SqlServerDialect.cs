using System.Data.Common;
using Microsoft.Data.SqlClient;

namespace Hotline.Persistence;

/// <summary>SQL Server 2019 or later (compatibility level 150).</summary>
internal sealed class SqlServerDialect : Dialect
{
    private const int DeadlockVictim = 1205;

    /// <summary>A server that is there answers long before; SqlClient by itself waits 15 s.</summary>
    private const int ConnectSeconds = 3;

    public override string Name => "sqlserver";

    public override DbConnection Connect(string connectionString) => new SqlConnection(Completed(connectionString));

    /// <summary>
    /// Where the operator said nothing else: an outage is noticed at once, and a server that is back is used at once (SqlClient's
    /// blocking period would refuse for up to a minute without trying).
    /// </summary>
    internal static string Completed(string connectionString)
    {
        var settings = new SqlConnectionStringBuilder(connectionString);
        if (!settings.ShouldSerialize("Connect Timeout"))
        {
            settings.ConnectTimeout = ConnectSeconds;
        }

        if (!settings.ShouldSerialize("Pool Blocking Period"))
        {
            settings.PoolBlockingPeriod = PoolBlockingPeriod.NeverBlock;
        }

        return settings.ToString();
    }

    public override bool IsDeadlock(DbException exception) => exception is SqlException { Number: DeadlockVictim };

    public override DatabaseFault FaultOf(DbException exception) => (exception as SqlException)?.Number switch
    {
        DeadlockVictim or 1222 or -2 => DatabaseFault.Busy,           // deadlock, lock wait, time limit of the command
        1101 or 1105 or 9002 => DatabaseFault.Full,         // file group, file, log
        515 or 547 or 2601 or 2627 => DatabaseFault.Refused, // null, foreign key, unique index, unique constraint
        220 or 245 or 2628 or 8115 or 8152 => DatabaseFault.Refused, // overflow, conversion, truncation
        _ => DatabaseFault.Away,
    };
}
