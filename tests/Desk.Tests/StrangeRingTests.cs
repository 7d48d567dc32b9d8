using Hotline.Testkit;
using Hotline.Testkit.Sound;
using Microsoft.Playwright;

namespace Hotline.Desk.Tests;

/// <summary>
/// The telephone rings with another call than the one on screen: it is never answered in that one's place, and stands in no one's way.
/// </summary>
[Collection(DeskStories.Name)]
public sealed class StrangeRingTests(Browser browser)
{
    private const string Stale = "c-stale";

    [Theory]
    [InlineData("1008", false)]
    [InlineData("1011", true)]
    public async Task A_ring_left_over_from_another_call_is_not_answered_and_gives_way_to_the_call_on_screen(string agent, bool automatic)
    {
        await using var desk = await browser.OpenAsync();
        await desk.SignInAsync(agent);
        if (automatic)
        {
            await desk.Part("auto-answer").ClickAsync();
        }
        await desk.ReadyAsync();
        var asterisk = browser.Hotline.Asterisk;
        var seen = asterisk.Events.Count;
        var stray = await asterisk.RingPhoneAsync(agent, Stale);
        // The server knows of no such call: the telephone alone rings, and nobody answers for the agent.
        await Assertions.Expect(desk.Page.Locator("[data-testid=call-bar][data-mode=phoneRinging]")).ToBeVisibleAsync();

        await using var citizen = browser.Hotline.Calls("12345", "13800006053", new Tone(440));
        await Assertions.Expect(desk.Part("dialled-number").First).ToContainTextAsync("12345");
        await (automatic ? desk.TalksAsync() : desk.AnswerAsync());
        await desk.ShouldTalkAndHearAsync();
        await citizen.Ear.ShouldHearSomethingAsync();

        await asterisk.Events.FirstAsync(e => e.Type == "ChannelDestroyed" && e.Channel == stray, "the end of the left-over ring", from: seen);
        asterisk.Events.All.Skip(seen).ShouldNotContain(e => e.Channel == stray && e.State == "Up");
        await citizen.HangUpAsync();
        await Assertions.Expect(desk.State).ToContainTextAsync("话后");
        await desk.WrapUpForGoodAsync("已答复");
        desk.Errors.ShouldBeEmpty();
    }
}
