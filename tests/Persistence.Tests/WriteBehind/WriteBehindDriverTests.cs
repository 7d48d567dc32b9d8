using Hotline.Upkeep;
using Microsoft.Extensions.Logging.Abstractions;

namespace Hotline.Persistence.Tests;

/// <summary>Nothing is lost and nothing good is refused, in whatever words a driver tells its troubles.</summary>
public sealed class WriteBehindDriverTests : WriteBehindFixture
{
    private Driver Driver => field ??= new Driver(Own);

    private WriteBehind Open() => new(
        Driver.Open(), new WriteBehindOptions { SpillFolder = Folder, Linger = TimeSpan.Zero }, Clock, new ServiceFaults(),
        NullLogger<WriteBehind>.Instance);

    [Theory]
    [InlineData(Trouble.PoolTimeOut)]
    [InlineData(Trouble.ServerAway)]
    [InlineData(Trouble.ConnectionBroke)]
    public async Task Trouble_is_never_a_refusal_and_is_written_when_it_is_over(Trouble trouble)
    {
        using var process = Open();
        await process.StartAsync(Cancel);
        Note(process, "1");
        await process.WrittenAsync(Cancel);

        Driver.Trouble = trouble;
        Note(process, "2");
        var retry = await NextRetryAsync();

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
    public async Task Write_that_alone_fails_in_words_nobody_understands_is_passed_over()
    {
        using var process = Open();
        await process.StartAsync(Cancel);
        Driver.Trouble = Trouble.Poison;
        Note(process, "1", Driver.Poison, "2", Driver.Poison, "3");
        var written = process.WrittenAsync(Cancel);

        for (var tries = 0; tries < 10 && await Task.WhenAny(written, NextRetryAsync()) is Task<ManualClock.ManualTimer> pause; tries++)
        {
            (await pause).Fire();
        }

        await written;
        (await NotesAsync()).ShouldBe(["1", "2", "3"], ignoreOrder: true);
        (process.Rejected, process.Pending).ShouldBe((2L, 0));
        (await File.ReadAllTextAsync(RefusedPath, Cancel)).ShouldContain(Driver.Poison);
        await process.StopAsync(Cancel);
    }

    [Fact]
    public async Task Writes_that_all_fail_in_words_nobody_understands_are_kept()
    {
        using var process = Open();
        await process.StartAsync(Cancel);
        Driver.Trouble = Trouble.Poison;
        Note(process, Driver.Poison, Driver.Poison);
        for (var tries = 0; tries < 8; tries++)
        {
            (await NextRetryAsync()).Fire();
        }

        var retry = await NextRetryAsync();
        (process.Rejected, process.Pending, process.Healthy).ShouldBe((0L, 2, false));
        Driver.Trouble = Trouble.None;
        retry.Fire();
        await process.WrittenAsync(Cancel);
        await process.StopAsync(Cancel);
    }

    [Fact]
    public async Task Stop_in_a_statement_that_hangs_spills_what_the_database_has_not()
    {
        using var process = Open();
        await process.StartAsync(Cancel);
        Note(process, "1");
        await process.WrittenAsync(Cancel);
        Driver.Trouble = Trouble.CancelledInItsWords;
        Note(process, "2", "3");
        await Driver.Waiting.Task.WaitAsync(Cancel);

        var stop = process.StopAsync(Cancel);
        var limit = await Clock.NextTimerAsync();
        limit.Fire();
        await stop;

        (await File.ReadAllLinesAsync(SpillPath, Cancel)).Length.ShouldBe(2);

        Driver.Trouble = Trouble.None;
        using var next = Open();
        await next.StartAsync(Cancel);
        Note(next, "4");
        await next.WrittenAsync(Cancel);
        (await NotesAsync()).ShouldBe(["1", "2", "3", "4"]);
        await next.StopAsync(Cancel);
    }
}
