using Hotline.Routing;
using Hotline.Tickets;
using Hotline.Upkeep;

namespace Hotline.Persistence.Tests;

public sealed class WriteBehindTests : WriteBehindFixture
{
    [Fact]
    public async Task Writes_of_every_kind_reach_their_tables()
    {
        var process = await StartAsync();
        var call = Given.Call();

        process.TryWrite(Called(call)).ShouldBeTrue();
        process.TryWrite(new WriteItem.Draft(Given.Opening("t-c1"))).ShouldBeTrue();
        process.TryWrite(Called(call.Ended())).ShouldBeTrue();
        process.TryWrite(new WriteItem.Closing(Given.Opening("t-c2", agent: null), "转接税务分中心")).ShouldBeTrue();
        Note(process, "查看来电号码");
        await process.WrittenAsync(Cancel);

        (await new TicketStore(Own.Database).LoadAsync(new TicketId("t-c2"), Cancel))!.State.ShouldBe(TicketState.Transferred);
        (await new CallLedger(Own.Database).FindAsync(call.Call, Cancel))!.TerminalState.ShouldBe("answered");
        (await new TicketStore(Own.Database).LoadAsync(call.Ticket, Cancel))!.State.ShouldBe(TicketState.Draft);
        (await NotesAsync()).ShouldBe(["查看来电号码"]);
        (process.Pending, process.Healthy, process.Lost, process.Rejected).ShouldBe((0, true, 0L, 0L));
    }

    [Fact]
    public async Task Writes_many_at_once_go_in_batches_in_order()
    {
        var process = Create();
        string[] notes = [.. Enumerable.Range(0, 1000).Select(i => $"{i}")];
        Note(process, notes);

        await process.StartAsync(Cancel);
        await process.WrittenAsync(Cancel);

        (await NotesAsync()).ShouldBe(notes);
        var migrating = 1 + Migration.Of("sqlite").Count;
        Faulty.Connections.ShouldBe(5 + migrating);
    }

    [Fact]
    public async Task Writes_one_by_one_wait_for_company_and_share_a_commit()
    {
        var linger = TimeSpan.FromMilliseconds(250);
        var process = Create(linger: linger);
        await process.StartAsync(Cancel);
        Note(process, "1");
        var lingering = await Clock.NextTimerAsync();
        lingering.Due.ShouldBe(linger);
        Note(process, "2", "3");
        var before = Faulty.Connections;

        lingering.Fire();
        await process.StopAsync(Cancel);

        (await NotesAsync()).ShouldBe(["1", "2", "3"]);
        var migrating = 1 + Migration.Of("sqlite").Count;
        (Faulty.Connections - before).ShouldBe(1 + migrating);
    }

    [Fact]
    public async Task Writes_that_somebody_waits_for_do_not_linger()
    {
        var process = Create(linger: TimeSpan.FromHours(1));
        await process.StartAsync(Cancel);
        Note(process, "1");

        await process.WrittenAsync(Cancel);

        (await NotesAsync()).ShouldBe(["1"]);
    }

    [Theory]
    [InlineData(FaultyDatabase.Busy)]
    [InlineData(FaultyDatabase.Full)]
    [InlineData(FaultyDatabase.Away)]
    public async Task Fault_keeps_everything_and_writes_it_in_order_when_it_is_over(int fault)
    {
        var process = await StartAsync();
        Note(process, "1");
        await process.WrittenAsync(Cancel);

        var retry = await FailAsync(process, fault, "2");
        process.Healthy.ShouldBeFalse();
        Note(process, "3", "4");
        process.Pending.ShouldBe(3);

        Faulty.Fault = 0;
        retry.Fire();
        await process.WrittenAsync(Cancel);

        (await NotesAsync()).ShouldBe(["1", "2", "3", "4"]);
        (process.Healthy, process.Pending, process.Lost).ShouldBe((true, 0, 0L));
        File.Exists(SpillPath).ShouldBeFalse();
    }

    [Fact]
    public async Task Fault_that_lasts_is_tried_with_growing_pauses()
    {
        var process = await StartAsync();
        var retry = await FailAsync(process, FaultyDatabase.Away, "1");

        List<double> pauses = [];
        for (var i = 0; i < 8; i++)
        {
            pauses.Add(retry.Due.TotalMilliseconds);
            retry.Fire();
            retry = await NextRetryAsync();
        }

        pauses.ShouldBe([100, 200, 400, 800, 1600, 3200, 5000, 5000]);
    }

    [Fact]
    public async Task Fault_at_the_start_schema_comes_with_the_database()
    {
        await using var empty = await TestDatabase.OnSqliteAsync(migrate: false);
        var faulty = new FaultyDatabase(empty) { Fault = FaultyDatabase.Away };
        var database = faulty.Open();
        using var process = new WriteBehind(
            database, new WriteBehindOptions { SpillFolder = Folder, Linger = TimeSpan.Zero }, Clock, new ServiceFaults(),
            Microsoft.Extensions.Logging.Abstractions.NullLogger<WriteBehind>.Instance);
        await process.StartAsync(Cancel);
        process.TryWrite(Called(Given.Call())).ShouldBeTrue();
        var retry = await NextRetryAsync();
        database.IsMigrated.ShouldBeFalse();

        faulty.Fault = 0;
        retry.Fire();
        await process.WrittenAsync(Cancel);

        database.IsMigrated.ShouldBeTrue();
        (await new CallLedger(empty.Database).FindAsync(new CallId("c1"), Cancel)).ShouldNotBeNull();
        await process.StopAsync(Cancel);
    }

    [Fact]
    public async Task Limit_reached_loses_what_comes_on_top_and_counts_it()
    {
        var process = Create(pendingMax: 3);
        Note(process, "1", "2", "3");

        process.TryWrite(Noted("4")).ShouldBeFalse();
        process.TryWrite(Noted("5")).ShouldBeFalse();
        await process.StartAsync(Cancel);
        await process.WrittenAsync(Cancel);
        Note(process, "6");
        await process.WrittenAsync(Cancel);

        (await NotesAsync()).ShouldBe(["1", "2", "3", "6"]);
        (process.Lost, process.Pending).ShouldBe((2L, 0));
    }

    [Fact]
    public async Task Limit_counts_also_what_waits_behind_a_fault()
    {
        var process = Create(pendingMax: 3);
        await process.StartAsync(Cancel);
        await FailAsync(process, FaultyDatabase.Away, "1", "2", "3");

        process.TryWrite(Noted("4")).ShouldBeFalse();
    }

    [Fact]
    public async Task Refused_write_is_kept_aside_and_holds_nobody_up()
    {
        var process = Create();
        Note(process, "1");
        process.TryWrite(Called(Given.Call("c1"))).ShouldBeTrue();
        process.TryWrite(Called(Given.Call("c2") with { Leg = Given.Call("c1").Leg })).ShouldBeTrue();
        process.TryWrite(Called(Given.Call("c3"))).ShouldBeTrue();
        Note(process, "2");

        await process.StartAsync(Cancel);
        await process.WrittenAsync(Cancel);

        var ledger = new CallLedger(Own.Database);
        (await ledger.FindAsync(new CallId("c1"), Cancel)).ShouldNotBeNull();
        (await ledger.FindAsync(new CallId("c2"), Cancel)).ShouldBeNull();
        (await ledger.FindAsync(new CallId("c3"), Cancel)).ShouldNotBeNull();
        (await NotesAsync()).ShouldBe(["1", "2"]);
        (process.Rejected, process.Pending, process.Healthy).ShouldBe((1L, 0, true));
        File.ReadAllText(RefusedPath).ShouldContain("\"c2\"");
    }

    [Fact]
    public async Task Write_that_breaks_our_own_code_is_kept_aside_too()
    {
        var process = await StartAsync();

        process.TryWrite(Called(Given.Call("c1") with { Rings = null! })).ShouldBeTrue();
        Note(process, "1");
        await process.WrittenAsync(Cancel);

        (process.Rejected, process.Healthy).ShouldBe((1L, true));
        (await NotesAsync()).ShouldBe(["1"]);
    }

    [Fact]
    public async Task Disk_full_writes_wait_in_memory()
    {
        var blocked = Path.Combine(Folder, "file");
        File.WriteAllText(blocked, "no folder can be made here");
        var process = await StartAsync(Path.Combine(blocked, "spill"));

        var retry = await FailAsync(process, FaultyDatabase.Full, "1", "2");
        Faulty.Fault = 0;
        retry.Fire();
        await process.WrittenAsync(Cancel);

        (await NotesAsync()).ShouldBe(["1", "2"]);
        process.Lost.ShouldBe(0);
    }
}
