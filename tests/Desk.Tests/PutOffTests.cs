using System.Globalization;
using System.Text.Json.Nodes;
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

    [Fact]
    public async Task A_list_that_is_longer_than_it_shows_says_so_and_gives_the_rest()
    {
        await using var desk = await browser.OpenAsync();
        await desk.Page.RouteAsync("**/api/drafts?*", async route =>
        {
            var asked = int.Parse(new Uri(route.Request.Url).Query.Split("max=")[1], CultureInfo.InvariantCulture);
            var items = new JsonArray([.. Enumerable.Range(1, Math.Min(asked, 52)).Select(Draft)]);
            await route.FulfillAsync(new RouteFulfillOptions
            {
                ContentType = "application/json", Body = new JsonObject { ["items"] = items, ["total"] = 52, ["capped"] = false }.ToJsonString(),
            });
        });
        await desk.SignInAsync("1006");
        var (drafts, rows) = (desk.Part("drafts"), desk.Part("continue-draft"));
        await Assertions.Expect(drafts.Locator("h2")).ToContainTextAsync("52");
        await Assertions.Expect(drafts).ToContainTextAsync("列出最近 50 件，共 52 件");
        await Assertions.Expect(rows).ToHaveCountAsync(50);

        await desk.Part("more-drafts").FocusAsync();
        await desk.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(rows).ToHaveCountAsync(52);
        await Assertions.Expect(desk.Part("more-drafts")).ToHaveCountAsync(0);
        await Assertions.Expect(desk.Part("nav-desk")).ToContainTextAsync("52");
    }

    private static JsonObject Draft(int n) => new()
    {
        ["id"] = $"t-{n}", ["number"] = null, ["state"] = "draft", ["stateText"] = "草稿", ["demandType"] = null, ["category"] = null,
        ["title"] = $"第{n}件", ["unit"] = null, ["caller"] = "138****6021", ["dialled"] = "12345", ["callId"] = $"c-{n}",
        ["createdAt"] = "2026-03-17T04:00:00Z", ["agentId"] = "1006", ["expedited"] = 0, ["expeditedAt"] = null,
    };
}
