using Hotline.Testkit.Running;

namespace Hotline.Live.Tests;

/// <summary>
/// Another instance takes the application over (docs/ARCHITECTURE.md, "a second server for the same node"): the older one
/// goes and stays away, since two masters would fight for every call. No call is lost by it.
/// </summary>
[Collection(LiveTests.Name)]
public sealed class ReplacementTests(ReplacedHotline replaced) : Scene, IClassFixture<ReplacedHotline>
{
    private static readonly TimeSpan ExitLimit = TimeSpan.FromSeconds(10), Quiet = TimeSpan.FromSeconds(2);

    protected override HotlineInstance Hotline => replaced.Hotline;

    private protected override Staff Staff => replaced.Staff;

    /// <summary>The server is gone for good: its desks take no order any more.</summary>
    protected override Task TidyAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_server_that_is_replaced_goes_at_once_for_good_and_the_talk_goes_on()
    {
        var (citizen, agent) = await TalkAsync();
        await agent.Phone.Ear.ShouldHearAsync(citizen.Tone);
        var printed = Hotline.Printed.Count;
        var since = TimeProvider.System.GetTimestamp();

        await using (await Hotline.Asterisk.TakeOverAsync("hotline"))
        {
            await Hotline.Printed.FirstAsync(l => l.StartsWith("Another instance of the server has taken over", StringComparison.Ordinal),
                "the server's leaving", ExitLimit, printed);
            await citizen.Ear.ShouldHearAsync(agent.Tone);
            await agent.Phone.Ear.ShouldHearAsync(citizen.Tone);
            await Hotline.Printed.ShouldNotComeAsync(l => l.StartsWith("The server is back", StringComparison.Ordinal), Quiet, printed);
        }

        citizen.Ear.LongestBreak(agent.Tone, since).ShouldBeLessThan(TimeSpan.FromMilliseconds(100));
        // Nobody serves the application now: Asterisk's own queue takes the next one.
        var newcomer = Calls("12345", "13800000002");
        await newcomer.AnsweredAsync();
        await newcomer.Ear.ShouldHearSomethingAsync();
        await citizen.HangUpAsync();
        (await citizen.EndAsync()).ShouldBe("ended own");
    }
}
