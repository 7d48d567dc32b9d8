namespace Hotline.Testkit.Running;

/// <summary>A call's row in the ledger.</summary>
/// <param name="Id">Hotline's own id of the call.</param>
/// <param name="SipCallId">The carrier's Call-ID.</param>
/// <param name="Terminal">Its one end; empty while it lives.</param>
/// <param name="EndedBy">Who ended it.</param>
/// <param name="Agent">Who had it last.</param>
/// <param name="Dialled">The number that was dialled.</param>
/// <param name="Ticket">Its ticket.</param>
/// <param name="Caller">As people read it; empty where withheld.</param>
/// <param name="CallerSent">What the network said, where that is not the same; empty else.</param>
public sealed record LedgerRow(string Id, string SipCallId, string Terminal, string EndedBy, string Agent, string Dialled, string Ticket,
    string Caller,
    string CallerSent);

/// <summary>A leg's row in the ledger.</summary>
/// <param name="Role">citizen, agent, party.</param>
/// <param name="Agent">Whose phone; empty for others.</param>
/// <param name="Number">At its far end.</param>
/// <param name="Answered">It was up.</param>
/// <param name="Cause">Why it ended (Q.850); -1 while it stands.</param>
public sealed record LedgerLeg(string Role, string Agent, string Number, bool Answered, int Cause);

/// <summary>Hotline's ledger, read from its database.</summary>
public static class LedgerBook
{
    /// <summary>The rows of these calls, once all of them have their end: the ledger is written behind the calls.</summary>
    public static Task<LedgerRow[]> RowsAsync(HotlineInstance hotline, params string[] sipCallIds) =>
        RowsAsync(hotline, Limits.Usual, sipCallIds);

    /// <summary>The same, waited for so long.</summary>
    public static async Task<LedgerRow[]> RowsAsync(HotlineInstance hotline, TimeSpan limit, string[] sipCallIds)
    {
        var start = TimeProvider.System.GetTimestamp();
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (true)
        {
            var rows = Read(hotline).Where(r => sipCallIds.Contains(r.SipCallId)).ToArray();
            if ((rows.Length >= sipCallIds.Length && rows.All(r => r.Terminal.Length > 0))
                || TimeProvider.System.GetElapsedTime(start) > limit)
            {
                return rows;
            }
            await timer.WaitForNextTickAsync();
        }
    }

    /// <summary>The legs of a call, in the order of their beginnings.</summary>
    public static LedgerLeg[] LegsOf(HotlineInstance hotline, string callId) =>
        [.. hotline.Database.Read(
            "select role, coalesce(agent_id, ''), number, answered_at is not null, coalesce(cause, -1) from call_legs where call_id = $1 order by started_at, leg",
            r => new LedgerLeg(r.GetString(0), r.GetString(1), r.GetString(2), r.GetBoolean(3), r.GetInt32(4)), callId)];

    private static List<LedgerRow> Read(HotlineInstance hotline) =>
        hotline.Database.Read(
            "select call_id, sip_call_id, coalesce(terminal_state, ''), coalesce(ended_by, ''), coalesce(agent_id, ''), dialled, coalesce(ticket_id, ''), caller_number, coalesce(caller_sent, '') from calls order by invited_at",
            r => new LedgerRow(r.GetString(0), r.GetString(1), r.GetString(2), r.GetString(3), r.GetString(4), r.GetString(5), r.GetString(6),
                r.GetString(7), r.GetString(8)));
}
