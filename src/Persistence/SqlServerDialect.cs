using System.Data.Common;
using Microsoft.Data.SqlClient;

namespace Hotline.Persistence;

/// <summary>SQL Server 2019 or later (compatibility level 150).</summary>
internal sealed class SqlServerDialect : Dialect
{
    private const int DeadlockVictim = 1205;

    public override string Name => "sqlserver";

    public override DbConnection Connect(string connectionString) => new SqlConnection(connectionString);

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
