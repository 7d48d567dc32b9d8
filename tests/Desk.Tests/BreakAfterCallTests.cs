using Hotline.Testkit.Sound;
using Microsoft.Playwright;

namespace Hotline.Desk.Tests;

/// <summary>A break that was asked for in a call (通话后小休).</summary>
[Collection(DeskStories.Name)]
public sealed class BreakAfterCallTests(Browser browser)
{
    [Fact]
    public async Task It_is_shown_from_then_on_kept_through_the_work_after_the_call_and_named_in_words()
    {
        await using var desk = await browser.OpenAsync();
        await desk.SignInAsync("1007");
        await desk.ReadyAsync();
        await using var citizen = browser.Hotline.Calls("12345", "13800006064", new Tone(440));
        await desk.AnswerAsync();
        await desk.Part("state-menu").ClickAsync();
        await desk.Part("state-break-meal").ClickAsync();
        await Assertions.Expect(desk.Part("next-state")).ToContainTextAsync("用餐");
        await desk.Part("state-menu").ClickAsync();
        await Assertions.Expect(desk.Page.Locator(".ant-dropdown-menu-item-selected")).ToContainTextAsync("用餐");
        await desk.Page.Keyboard.PressAsync("Escape");
        await citizen.HangUpAsync();
        await Assertions.Expect(desk.State).ToContainTextAsync("话后");
        await Assertions.Expect(desk.Part("next-state")).ToContainTextAsync("用餐");
        await Assertions.Expect(desk.Part("finish-wrap-up")).ToContainTextAsync("用餐");
        await desk.Part("outcome-directAnswer").ClickAsync();
        await desk.FillAsync("outcome-summary", "已答复");
        await desk.Page.Keyboard.PressAsync("Control+Enter");

        await Assertions.Expect(desk.State).ToHaveAttributeAsync("data-state", "break");
        await Assertions.Expect(desk.State).ToContainTextAsync("用餐");
        await using var leader = await browser.OpenAsync();
        await leader.SignInAsLeaderAsync("2001");
        var seat = leader.Page.Locator("[data-testid=seat][data-agent='1007']");
        await Assertions.Expect(seat).ToContainTextAsync("用餐");
        await Assertions.Expect(seat).Not.ToContainTextAsync("meal");
        await desk.Page.GetByText("回到示闲").ClickAsync();
        await Assertions.Expect(desk.State).ToContainTextAsync("示闲");
    }
}
