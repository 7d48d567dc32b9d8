using Hotline.Testkit;
using Hotline.Testkit.Sound;
using Microsoft.Playwright;

namespace Hotline.Desk.Tests;

/// <summary>存草稿: after-call work ends without an outcome by saying so, and the draft waits with every word.</summary>
[Collection(DeskStories.Name)]
public sealed class PutOffTests(Browser browser)
{
    [Fact]
    [Requirement("CALL-07", Shows = "an outcome that is put off stands under what the agent has to finish, and is recorded from there")]
    public async Task A_draft_that_is_put_off_waits_with_every_word_and_is_finished_later()
    {
        await using var desk = await browser.OpenAsync();
        await desk.SignInAsync("1006");
        await desk.ReadyAsync();
        await using var citizen = browser.Hotline.Calls("12345", "13800006084", new Tone(440));
        await desk.AnswerAsync();
        await desk.FillAsync("ticket-title", "鼓楼区下水道返味");
        await citizen.HangUpAsync();
        await Assertions.Expect(desk.State).ToContainTextAsync("话后");
        await desk.Part("outcome-ticket").ClickAsync();
        await desk.FillAsync("ticket-text", "雨后返味，住户已反映两次"); // the last words are not saved yet
        await desk.TabToAsync("put-off");
        await desk.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(desk.State).ToContainTextAsync("示闲");
        var row = desk.Part("drafts").Locator("tr").Filter(new LocatorFilterOptions { HasText = "鼓楼区下水道返味" });
        await Assertions.Expect(row).ToHaveCountAsync(1);
        await row.GetByTestId("continue-draft").FocusAsync();
        await desk.Page.Keyboard.PressAsync("Enter");
        (await desk.ValueAsync("ticket-text")).ShouldBe("雨后返味，住户已反映两次");
        await Assertions.Expect(desk.Part("outcome-ticket").Locator("input")).ToBeCheckedAsync();
        await desk.WriteTicketAsync("鼓楼区下水道返味");
        await desk.Page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(desk.Part("recorded-note")).ToBeVisibleAsync();
        await desk.Part("close-draft").ClickAsync();
        await Assertions.Expect(desk.Part("drafts")).Not.ToContainTextAsync("鼓楼区下水道返味");
        desk.Errors.ShouldBeEmpty();
    }
}
