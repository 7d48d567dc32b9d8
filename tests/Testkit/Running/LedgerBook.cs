using Microsoft.Data.Sqlite;

namespace Hotline.Testkit.Running;

/// <summary>A call's row in the ledger.</summary>
/// <param name="Id">Hotline's own id of the call.</param>
/// <param name="SipCallId">The carrier's Call-ID.</param>
/// <param name="Terminal">Its one end; empty while it lives.</param>
/// <param name="EndedBy">Who ended it.</param>
/// <param name="Agent">Who had it last.</param>
/// <param name="Dialled">The number that was dialled.</param>
/// <param name="Ticket">Its ticket.</param>
public sealed record LedgerRow(string Id, string SipCallId, string Terminal, string EndedBy, string Agent, string Dialled, string Ticket);

/// <summary>Hotline's ledger, read from its database.</summary>
public static class LedgerBook
{
    /// <summary>The rows of these calls, once all of them have their end: the ledger is written behind the calls.</summary>
    public static async Task<LedgerRow[]> RowsAsync(HotlineInstance hotline, params string[] sipCallIds)
    {
        long start = TimeProvider.System.GetTimestamp();
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (true)
        {
            var rows = Read(hotline).Where(r => sipCallIds.Contains(r.SipCallId)).ToArray();
            if ((rows.Length >= sipCallIds.Length && rows.All(r => r.Terminal.Length > 0)) || TimeProvider.System.GetElapsedTime(start) > Limits.Usual)
            {
                return rows;
            }
            await timer.WaitForNextTickAsync();
        }
    }

    private static List<LedgerRow> Read(HotlineInstance hotline)
    {
        using var connection = new SqliteConnection(hotline.Database + ";Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "select call_id, sip_call_id, coalesce(terminal_state, ''), coalesce(ended_by, ''), coalesce(agent_id, ''), dialled, coalesce(ticket_id, '') from calls order by invited_at";
        using var reader = command.ExecuteReader();
        List<LedgerRow> rows = [];
        while (reader.Read())
        {
            rows.Add(new LedgerRow(reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.GetString(4), reader.GetString(5), reader.GetString(6)));
        }
        return rows;
    }
}
