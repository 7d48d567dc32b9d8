using Hotline.Testkit.Sip;
using Hotline.Testkit.Sound;
using Microsoft.Playwright;

namespace Hotline.Desk.Tests;

/// <summary>Whoever works with the keyboard never loses his place: the focus is always somewhere, and where he left it.</summary>
[Collection(DeskStories.Name)]
public sealed class FocusTests(Browser browser)
{
    [Fact]
    public async Task After_a_submit_the_same_key_ends_the_work_and_a_key_leads_to_the_outcomes()
    {
        await using var desk = await browser.OpenAsync();
        await using var citizen = await TalkingAsync(desk, "1006", "13800006061");
        await FocusIsSomewhereAsync(desk);
        await citizen.HangUpAsync();
        await Assertions.Expect(desk.State).ToContainTextAsync("话后");

        await desk.Page.Keyboard.PressAsync("Alt+KeyO");
        await desk.Page.Keyboard.PressAsync("1");
        await Assertions.Expect(desk.Part("outcome-directAnswer").Locator("input")).ToBeCheckedAsync();
        await Assertions.Expect(desk.Part("outcome-directAnswer").Locator("input")).ToBeFocusedAsync();
        await desk.FillAsync("outcome-summary", "已答复");
        await desk.Part("submit").ClickAsync(); // dimmed by its own work
        await Assertions.Expect(desk.Part("recorded-note")).ToBeVisibleAsync();
        await FocusIsSomewhereAsync(desk);
        await desk.Page.Keyboard.PressAsync("Control+Enter");

        await Assertions.Expect(desk.State).ToContainTextAsync("示闲");
        await FocusIsSomewhereAsync(desk);
        desk.Errors.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Alt+KeyI", "party-search")]
    [InlineData("Alt+KeyZ", "transfer-to-law")]
    [InlineData("Alt+KeyP", "dtmf-pad")]
    [InlineData("Alt+KeyT", "state-notReady")]
    public async Task A_popup_that_is_closed_gives_the_focus_back(string key, string shows)
    {
        await using var desk = await browser.OpenAsync();
        await using var citizen = await TalkingAsync(desk, "1006", "13800006062");
        var title = desk.Page.Locator("#ticket-title");
        await title.ClickAsync();

        await desk.Page.Keyboard.PressAsync(key);
        await desk.Part(shows).WaitForAsync();
        await Assertions.Expect(title).Not.ToBeFocusedAsync();
        await desk.Page.Keyboard.PressAsync("Escape");

        await Assertions.Expect(desk.Part(shows)).ToBeHiddenAsync();
        await Assertions.Expect(title).ToBeFocusedAsync();
        await citizen.HangUpAsync();
        await desk.WrapUpAsync("已答复");
    }

    [Fact]
    public async Task What_ends_a_talk_asks_first_and_a_second_press_does_no_harm()
    {
        await using var desk = await browser.OpenAsync();
        await using var centre = browser.Hotline.SubCentre(new Tone(1800));
        await using var citizen = await TalkingAsync(desk, "1006", "13800006063");
        await desk.Part("hang-up").ClickAsync();
        await desk.Part("hang-up-confirm").WaitForAsync();
        await WayBackAsync(desk);
        await desk.Page.Keyboard.PressAsync("Alt+KeyI");
        await desk.Part("party-12366").ClickAsync();
        await Assertions.Expect(desk.Part("party-card")).ToHaveAttributeAsync("data-state", "joined");

        foreach (var key in (string[])["drop-party", "leave"])
        {
            await desk.Part(key).ClickAsync();
            await WayBackAsync(desk);
            await Assertions.Expect(desk.Part(key)).ToBeFocusedAsync();
        }

        await Assertions.Expect(desk.State).ToContainTextAsync("三方");
        await Assertions.Expect(desk.Part("hold")).ToContainTextAsync("单独说"); // the same as the key in the party's card, and named so
        await desk.Page.Keyboard.PressAsync("F8");
        await Assertions.Expect(desk.State).ToContainTextAsync("单独说");
        await Assertions.Expect(desk.State).ToContainTextAsync("市民听不到");
        await citizen.HangUpAsync();
        await desk.WrapUpAsync("已答复");
    }

    private static async Task WayBackAsync(DeskPage desk)
    {
        var back = desk.Page.Locator(".ant-popover:visible").GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "继续通话" });
        await Assertions.Expect(back).ToBeFocusedAsync();
        await desk.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(back).ToBeHiddenAsync();
    }

    private static async Task FocusIsSomewhereAsync(DeskPage desk) =>
        await desk.Page.WaitForFunctionAsync("() => document.activeElement !== null && document.activeElement !== document.body");

    private async Task<Citizen> TalkingAsync(DeskPage desk, string agent, string from)
    {
        await desk.SignInAsync(agent);
        await desk.ReadyAsync();
        var citizen = browser.Hotline.Calls("12345", from, new Tone(440));
        await desk.Part("answer").ClickAsync();
        await desk.TalksAsync();
        await desk.ShouldTalkAndHearAsync(); // the keys are deaf for 600 ms after an answer: two half seconds of sound
        await desk.ShouldTalkAndHearAsync();
        return citizen;
    }
}
