using Hotline.Upkeep;
using Microsoft.Extensions.Logging.Abstractions;

namespace Hotline.Persistence.Tests;

/// <summary>Nothing is lost and nothing good is refused, in whatever words a driver tells its troubles.</summary>
public sealed class WriteBehindDriverTests : WriteBehindFixture
{
    private Driver Driver => field ??= new Driver(Own);

    private WriteBehind Open() => new(
        Driver.Open(), new WriteBehindOptions { SpillFolder = Folder, Linger = TimeSpan.Zero }, Clock, new ServiceFaults(), NullLogger<WriteBehind>.Instance);

    [Theory]
    [InlineData(Trouble.PoolTimeOut)]
    [InlineData(Trouble.ServerAway)]
    [InlineData(Trouble.ConnectionBroke)]
    public async Task Trouble_IsNeverARefusal_AndIsWrittenWhenItIsOver(Trouble trouble)
    {
        using WriteBehind process = Open();
        await process.StartAsync(Cancel);
        Note(process, "1");
        await process.WrittenAsync(Cancel);

        Driver.Trouble = trouble;
        Note(process, "2");
        ManualClock.ManualTimer retry = await NextRetryAsync();

        (process.Healthy, process.Rejected, process.Pending).ShouldBe((false, 0L, 1));
        File.Exists(SpillPath).ShouldBeTrue();
        File.Exists(RefusedPath).ShouldBeFalse();

        Driver.Trouble = Trouble.None;
        retry.Fire();
        await process.WrittenAsync(Cancel);

        (await NotesAsync()).ShouldBe(["1", "2"]);
        (process.Healthy, process.Pending).ShouldBe((true, 0));
        await process.StopAsync(Cancel);
    }

    [Fact]
    public async Task Stop_InAStatementThatHangs_SpillsWhatTheDatabaseHasNot()
    {
        using WriteBehind process = Open();
        await process.StartAsync(Cancel);
        Note(process, "1");
        await process.WrittenAsync(Cancel);
        Driver.Trouble = Trouble.CancelledInItsWords;
        Note(process, "2", "3");
        await Driver.Waiting.Task.WaitAsync(Cancel);

        Task stop = process.StopAsync(Cancel);
        ManualClock.ManualTimer limit = await Clock.NextTimerAsync();
        limit.Fire();
        await stop;

        (await File.ReadAllLinesAsync(SpillPath, Cancel)).Length.ShouldBe(2);

        Driver.Trouble = Trouble.None;
        using WriteBehind next = Open();
        await next.StartAsync(Cancel);
        Note(next, "4");
        await next.WrittenAsync(Cancel);
        (await NotesAsync()).ShouldBe(["1", "2", "3", "4"]);
        await next.StopAsync(Cancel);
    }
}
