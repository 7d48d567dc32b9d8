using Hotline.Routing;
using Hotline.Tickets;

namespace Hotline.Persistence.Tests;

/// <summary>What one process could not write, the next one writes first, in order and once.</summary>
public sealed class WriteBehindRestartTests : WriteBehindFixture
{
    [Fact]
    public async Task Stop_WhileTheDatabaseIsThere_LeavesNothing()
    {
        WriteBehind process = await StartAsync();
        Note(process, "1", "2");

        await process.StopAsync(Cancel);

        (await NotesAsync()).ShouldBe(["1", "2"]);
        File.Exists(SpillPath).ShouldBeFalse();
    }

    [Fact]
    public async Task Stop_WhileTheDatabaseIsAway_NextStartWritesItFirst()
    {
        WriteBehind first = await StartAsync();
        await FailAsync(first, FaultyDatabase.Away, "1", "2");
        Note(first, "3");
        await first.StopAsync(Cancel);
        Faulty.Fault = 0;

        WriteBehind second = Create();
        Note(second, "4");
        await second.StartAsync(Cancel);
        await second.WrittenAsync(Cancel);

        (await NotesAsync()).ShouldBe(["1", "2", "3", "4"]);
        (second.Pending, second.Lost).ShouldBe((0, 0L));
        File.Exists(SpillPath).ShouldBeFalse();
    }

    [Fact]
    public async Task Stop_RefusesWhatComesLater()
    {
        WriteBehind process = await StartAsync();
        await process.StopAsync(Cancel);

        process.TryWrite(Noted("1")).ShouldBeFalse();
        process.Lost.ShouldBe(1);
        await Should.ThrowAsync<OperationCanceledException>(async () =>
        {
            WriteBehind other = await StartAsync();
            await FailAsync(other, FaultyDatabase.Away, "2");
            Task written = other.WrittenAsync(Cancel);
            await other.StopAsync(Cancel);
            await written;
        });
    }

    [Fact]
    public async Task Crash_WhileTheDatabaseIsAway_LosesNothing()
    {
        WriteBehind first = await StartAsync();
        ManualClock.ManualTimer retry = await FailAsync(first, FaultyDatabase.Away, "1", "2");
        Note(first, "3");
        retry.Fire();
        await NextRetryAsync();
        string left = CopyOfFolder();
        Faulty.Fault = 0;

        WriteBehind second = await StartAsync(left);
        Note(second, "4");
        await second.WrittenAsync(Cancel);

        (await NotesAsync()).ShouldBe(["1", "2", "3", "4"]);
    }

    [Fact]
    public async Task Crash_AfterWritingButBeforeForgetting_WritesNothingTwice()
    {
        WriteBehind first = await StartAsync();
        first.TryWrite(Called(Given.Call("c1", revision: 1)));
        first.TryWrite(Called(Given.Call("c1", revision: 1).Ended()));
        first.TryWrite(new WriteItem.Draft(Given.Opening("t1")));
        ManualClock.ManualTimer retry = await FailAsync(first, FaultyDatabase.Away, "1", "2");
        string left = CopyOfFolder();
        Faulty.Fault = 0;
        retry.Fire();
        await first.WrittenAsync(Cancel);
        var tickets = new TicketStore(Own.Database);
        Ticket typed = ((SaveResult.Saved)await tickets.SaveAsync(
            Given.SaveDraft((await tickets.LoadAsync(new TicketId("t1"), Cancel))!, Given.WholeForm), Cancel)).Ticket;

        WriteBehind second = await StartAsync(left);
        Note(second, "3");
        await second.WrittenAsync(Cancel);

        (await NotesAsync()).ShouldBe(["1", "2", "3"]);
        (await tickets.LoadAsync(new TicketId("t1"), Cancel)).ShouldBe(typed);
        var ledger = new CallLedger(Own.Database);
        (await ledger.FindAsync(new CallId("c1"), Cancel))!.TerminalState.ShouldBe("answered");
        (await ledger.RingsAsync(new CallId("c1"), Cancel)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task SpilledRecord_ComesBackWhole()
    {
        CallRecord record = Given.Call().Ended();
        var spill = new SpillFile(SpillPath);

        spill.Append([new QueuedWrite("w1", Called(record)), new QueuedWrite("w2", new WriteItem.Draft(Given.Opening("t\n😀")))]);

        IReadOnlyList<QueuedWrite> read = spill.Read(line => Assert.Fail(line));
        var back = ((WriteItem.Ledger)read[0].Item).Record;
        (back with { Rings = record.Rings, Legs = record.Legs }).ShouldBe(record);
        back.Rings.ShouldBe(record.Rings);
        back.Legs.ShouldBe(record.Legs);
        read[1].Item.ShouldBe(new WriteItem.Draft(Given.Opening("t\n😀")));
        await Task.CompletedTask;
    }

    [Fact]
    public async Task SpillFile_TornInTheLastLine_KeepsTheWholeOnes()
    {
        WriteBehind first = await StartAsync();
        await FailAsync(first, FaultyDatabase.Away, "1", "二");
        await first.StopAsync(Cancel);
        string whole = File.ReadAllText(SpillPath);
        File.AppendAllText(SpillPath, whole[..(whole.Length / 3)]);

        WriteBehind second = await StartAsync();
        await NextRetryAsync();
        File.ReadAllText(SpillPath).ShouldBe(whole);
        Note(second, "3");
        await second.StopAsync(Cancel);
        Faulty.Fault = 0;
        WriteBehind third = await StartAsync();
        Note(third, "4");
        await third.WrittenAsync(Cancel);

        (await NotesAsync()).ShouldBe(["1", "二", "3", "4"]);
    }

    [Fact]
    public async Task SpillFile_UnreadableLine_IsKeptAside()
    {
        WriteBehind first = await StartAsync();
        await FailAsync(first, FaultyDatabase.Away, "1");
        await first.StopAsync(Cancel);
        File.AppendAllText(SpillPath, "{\"Id\":\"x\"}\nnonsense\n");
        Faulty.Fault = 0;

        WriteBehind second = await StartAsync();
        Note(second, "2");
        await second.WrittenAsync(Cancel);

        (await NotesAsync()).ShouldBe(["1", "2"]);
        second.Rejected.ShouldBe(2);
        File.ReadAllText(RefusedPath).ShouldContain("nonsense");
    }

    [Fact]
    public async Task SpillFile_IsForTheOwnerOnly()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file modes.");
        WriteBehind process = await StartAsync();
        await FailAsync(process, FaultyDatabase.Away, "1");

        File.GetUnixFileMode(SpillPath).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }
}
