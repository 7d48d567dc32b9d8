using Hotline.Benchmarks.Restart;
using Hotline.Benchmarks.Setup;
using Microsoft.Data.Sqlite;

namespace Hotline.Benchmarks.Faults;

/// <summary>The ledger beside Asterisk's own book.</summary>
/// <param name="Calls">Citizens' calls that the book saw end.</param>
/// <param name="Missing">Of them: no row.</param>
/// <param name="Twice">Of them: more than one row.</param>
/// <param name="Open">Rows without an end.</param>
/// <param name="Unknown">Rows of calls that the book does not know: of an Asterisk that was killed before it wrote them.</param>
internal sealed record LedgerVerdict(int Calls, int Missing, int Twice, int Open, int Unknown)
{
    public bool IsWhole => Missing == 0 && Twice == 0 && Open == 0;
}

/// <summary>Lays the two books side by side, call by call, by the carrier's Call-ID.</summary>
internal sealed class LedgerJudge(Installation installation)
{
    public async Task<LedgerVerdict> CompareAsync(TimeSpan limit, CancellationToken cancellationToken)
    {
        var book = new CelEnds(installation.AsteriskFolder);
        LedgerVerdict verdict;
        var from = Now.Ticks;
        do
        {
            await Task.Delay(1000, cancellationToken);
            verdict = Compare([.. book.CallIds()], await RowsAsync(cancellationToken));
        }
        while (!verdict.IsWhole && Now.Between(from, Now.Ticks) < limit.TotalMilliseconds);
        return verdict;
    }

    private static LedgerVerdict Compare(HashSet<string> calls, List<(string SipCallId, bool Ended)> rows)
    {
        var byCall = rows.GroupBy(r => r.SipCallId).ToDictionary(g => g.Key, g => g.Count());
        return new LedgerVerdict(
            calls.Count, calls.Count(c => !byCall.ContainsKey(c)), calls.Count(c => byCall.GetValueOrDefault(c) > 1), rows.Count(r => !r.Ended),
            byCall.Keys.Count(c => !calls.Contains(c)));
    }

    private async Task<List<(string SipCallId, bool Ended)>> RowsAsync(CancellationToken cancellationToken)
    {
        List<(string, bool)> rows = [];
        await using var connection = new SqliteConnection(installation.Database);
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "select sip_call_id, terminal_state is not null from calls";
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add((reader.GetString(0), reader.GetBoolean(1)));
        }
        return rows;
    }
}
