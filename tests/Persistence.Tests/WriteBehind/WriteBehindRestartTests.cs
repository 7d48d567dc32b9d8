using Hotline.Routing;
using Hotline.Tickets;

namespace Hotline.Persistence.Tests;

/// <summary>What one process could not write, the next one writes first, in order and once.</summary>
public sealed class WriteBehindRestartTests : WriteBehindFixture
{
    [Fact]
    public async Task Stop_while_the_database_is_there_leaves_nothing()
    {
        var process = await StartAsync();
        Note(process, "1", "2");

        await process.StopAsync(Cancel);

        (await NotesAsync()).ShouldBe(["1", "2"]);
        File.Exists(SpillPath).ShouldBeFalse();
    }

    [Fact]
    public async Task Stop_while_the_database_is_away_next_start_writes_it_first()
    {
        var first = await StartAsync();
        await FailAsync(first, FaultyDatabase.Away, "1", "2");
        Note(first, "3");
        await first.StopAsync(Cancel);
        Faulty.Fault = 0;

        var second = Create();
        Note(second, "4");
        await second.StartAsync(Cancel);
        await second.WrittenAsync(Cancel);

        (await NotesAsync()).ShouldBe(["1", "2", "3", "4"]);
        (second.Pending, second.Lost).ShouldBe((0, 0L));
        File.Exists(SpillPath).ShouldBeFalse();
    }

    [Fact]
    public async Task Stop_refuses_what_comes_later()
    {
        var process = await StartAsync();
        await process.StopAsync(Cancel);

        process.TryWrite(Noted("1")).ShouldBeFalse();
        process.Lost.ShouldBe(1);
        await Should.ThrowAsync<OperationCanceledException>(async () =>
        {
            var other = await StartAsync();
            await FailAsync(other, FaultyDatabase.Away, "2");
            var written = other.WrittenAsync(Cancel);
            await other.StopAsync(Cancel);
            await written;
        });
    }

    [Fact]
    public async Task Crash_while_the_database_is_away_loses_nothing()
    {
        var first = await StartAsync();
        var retry = await FailAsync(first, FaultyDatabase.Away, "1", "2");
        Note(first, "3");
        retry.Fire();
        await NextRetryAsync();
        var left = CopyOfFolder();
        Faulty.Fault = 0;

        var second = await StartAsync(left);
        Note(second, "4");
        await second.WrittenAsync(Cancel);

        (await NotesAsync()).ShouldBe(["1", "2", "3", "4"]);
    }

    [Fact]
    public async Task Crash_after_writing_but_before_forgetting_writes_nothing_twice()
    {
        var first = await StartAsync();
        first.TryWrite(Called(Given.Call("c1", revision: 1)));
        first.TryWrite(Called(Given.Call("c1", revision: 1).Ended()));
        first.TryWrite(new WriteItem.Draft(Given.Opening("t1")));
        var retry = await FailAsync(first, FaultyDatabase.Away, "1", "2");
        var left = CopyOfFolder();
        Faulty.Fault = 0;
        retry.Fire();
        await first.WrittenAsync(Cancel);
        var tickets = new TicketStore(Own.Database);
        var typed = await new TicketCommands(Own.Database).KeptAsync(
            Given.SaveDraft((await tickets.LoadAsync(new TicketId("t1"), Cancel))!, Given.WholeForm));

        var second = await StartAsync(left);
        Note(second, "3");
        await second.WrittenAsync(Cancel);

        (await NotesAsync()).ShouldBe(["1", "2", "3"]);
        (await tickets.LoadAsync(new TicketId("t1"), Cancel)).ShouldBe(typed);
        var ledger = new CallLedger(Own.Database);
        (await ledger.FindAsync(new CallId("c1"), Cancel))!.TerminalState.ShouldBe("answered");
        (await ledger.RingsAsync(new CallId("c1"), Cancel)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Spilled_record_comes_back_whole()
    {
        var record = Given.Call().Ended();
        var spill = new SpillFile(SpillPath);

        spill.Append([new QueuedWrite("w1", Called(record)), new QueuedWrite("w2", new WriteItem.Draft(Given.Opening("t\n😀")))]);

        var read = spill.Read(line => Assert.Fail(line));
        var back = ((WriteItem.Ledger)read[0].Item).Record;
        (back with { Rings = record.Rings, Legs = record.Legs }).ShouldBe(record);
        back.Rings.ShouldBe(record.Rings);
        back.Legs.ShouldBe(record.Legs);
        read[1].Item.ShouldBe(new WriteItem.Draft(Given.Opening("t\n😀")));
        await Task.CompletedTask;
    }

    [Fact]
    public async Task Spill_file_torn_in_the_last_line_keeps_the_whole_ones()
    {
        var first = await StartAsync();
        await FailAsync(first, FaultyDatabase.Away, "1", "二");
        await first.StopAsync(Cancel);
        var whole = File.ReadAllText(SpillPath);
        File.AppendAllText(SpillPath, whole[..(whole.Length / 3)]);

        var second = await StartAsync();
        await NextRetryAsync();
        File.ReadAllText(SpillPath).ShouldBe(whole);
        Note(second, "3");
        await second.StopAsync(Cancel);
        Faulty.Fault = 0;
        var third = await StartAsync();
        Note(third, "4");
        await third.WrittenAsync(Cancel);

        (await NotesAsync()).ShouldBe(["1", "二", "3", "4"]);
    }

    [Fact]
    public async Task Spill_file_unreadable_line_is_kept_aside()
    {
        var first = await StartAsync();
        await FailAsync(first, FaultyDatabase.Away, "1");
        await first.StopAsync(Cancel);
        File.AppendAllText(SpillPath, "{\"Id\":\"x\"}\nnonsense\n");
        Faulty.Fault = 0;

        var second = await StartAsync();
        Note(second, "2");
        await second.WrittenAsync(Cancel);

        (await NotesAsync()).ShouldBe(["1", "2"]);
        second.Rejected.ShouldBe(2);
        File.ReadAllText(RefusedPath).ShouldContain("nonsense");
    }

    [Fact]
    public async Task Spill_file_is_for_the_owner_only()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file modes.");
        var process = await StartAsync();
        await FailAsync(process, FaultyDatabase.Away, "1");

        File.GetUnixFileMode(SpillPath).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    /// <summary>What waits on the disk names people: it lies sealed, and what lay there before in clear is taken up all the same.</summary>
    [Fact]
    public void Spill_lies_sealed_and_lines_of_before_are_read()
    {
        var seal = new SpillSeal(text => Convert.ToBase64String([.. text.Select(b => (byte)~b)]),
            line => [.. Convert.FromBase64String(line).Select(b => (byte)~b)]);
        QueuedWrite Write(string id) => new(
            id, new WriteItem.Audit(new AuditEntry(Given.Start, Given.Kaifeng.Value, "1001", "reveal", "c1", "核实", "")));
        new SpillFile(SpillPath).Append([Write("a1")]);
        var spill = new SpillFile(SpillPath, seal);

        spill.Append([Write("a2")]);

        File.ReadAllText(SpillPath).Split("reveal").Length.ShouldBe(2, "the old line alone is in clear");
        spill.Read(line => Assert.Fail(line)).ShouldBe([Write("a1"), Write("a2")]);
    }
}
