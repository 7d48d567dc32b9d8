using Hotline.AgentHub.Web;
using Hotline.Persistence;
using Hotline.Routing;
using Microsoft.Data.Sqlite;

namespace Hotline.AgentHub.Tests.Services;

/// <summary>Who reads sees what the call path wrote a moment before, and waits for a database that is away only so long.</summary>
public sealed class LastWritesTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Settle_writes_under_way_are_there_afterwards()
    {
        await using var room = await Room.OpenAsync();
        for (var i = 0; i < 50; i++)
        {
            room.Writes.TryWrite(new WriteItem.Ledger(room.City.Tenant, room.Record($"c{i}", TerminalState.Abandoned, room.Clock.Now)));
            await room.LastWrites.SettleAsync(Cancel);
            (await room.Ledger.FindAsync(new CallId($"c{i}"), Cancel)).ShouldNotBeNull();
        }
    }

    [Fact]
    public async Task Settle_nothing_under_way_is_at_once()
    {
        await using var room = await Room.OpenAsync();
        await room.WrittenAsync();
        room.LastWrites.SettleAsync(Cancel).IsCompleted.ShouldBeTrue();
    }

    [Fact]
    public async Task Settle_database_that_takes_nothing_is_not_waited_for_without_end()
    {
        await using var room = await Room.OpenAsync();
        await using var somebody = new SqliteConnection($"Data Source={room.Folder}/hotline.db;Pooling=False");
        await somebody.OpenAsync(Cancel);
        await using (var all = somebody.CreateCommand())
        {
            all.CommandText = "begin exclusive";
            await all.ExecuteNonQueryAsync(Cancel);
        }
        room.Writes.TryWrite(new WriteItem.Ledger(room.City.Tenant, room.Record("c1", TerminalState.Abandoned, room.Clock.Now)));

        await room.LastWrites.SettleAsync(Cancel).WaitAsync(TimeSpan.FromSeconds(10), Cancel);

        room.Writes.Pending.ShouldBe(1);
        await somebody.CloseAsync();
        (await room.RowAsync("c1")).ShouldNotBeNull();
    }

    [Fact]
    public async Task Settle_who_gives_up_is_cancelled()
    {
        await using var room = new Room();
        room.Writes.TryWrite(new WriteItem.Ledger(room.City.Tenant, room.Record("c1", TerminalState.Abandoned, room.Clock.Now)));
        using var stop = new CancellationTokenSource();
        var settling = room.LastWrites.SettleAsync(stop.Token);
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(settling);
    }
}
