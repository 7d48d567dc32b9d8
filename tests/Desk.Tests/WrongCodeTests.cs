using System.Text.Json.Nodes;
using Hotline.Testkit.Sound;
using Microsoft.Playwright;

namespace Hotline.Desk.Tests;

/// <summary>The server takes only codes of the city's lists; the page shows at the field which one it did not take.</summary>
[Collection(DeskStories.Name)]
public sealed class WrongCodeTests(Browser browser)
{
    [Fact]
    public async Task A_unit_that_the_city_does_not_have_is_said_at_its_field_and_nothing_is_called_saved()
    {
        await using var desk = await browser.OpenAsync();
        // A page that was opened before the list of units changed.
        await desk.Page.RouteAsync("**/api/reference", async route =>
        {
            var answer = await route.FetchAsync();
            var reference = JsonNode.Parse(await answer.TextAsync())!;
            reference["units"]!.AsArray().Add(new JsonObject { ["code"] = "gone", ["name"] = "撤销了的单位" });
            await route.FulfillAsync(new RouteFulfillOptions { Response = answer, Body = reference.ToJsonString() });
        });
        await desk.SignInAsync("1012");
        await desk.ReadyAsync();
        await using var citizen = browser.Hotline.Calls("12345", "13800006057", new Tone(440));
        await desk.AnswerAsync();

        await desk.WriteTicketAsync("井盖缺失");
        await Assertions.Expect(desk.Part("draft-stamp")).ToContainTextAsync("已自动保存");
        await desk.ChooseAsync("unit", "撤销了的单位");
        await Assertions.Expect(desk.Page.Locator("[data-field=unit] .field-error")).ToContainTextAsync("不在本市目录中");
        await Assertions.Expect(desk.Part("draft-stamp")).ToContainTextAsync("没有保存");
        await desk.Part("submit").ClickAsync();
        await Assertions.Expect(desk.Page.Locator("[data-field=unit] .field-error")).ToContainTextAsync("不在本市目录中");

        await desk.ChooseAsync("unit", "市城市管理局");
        await Assertions.Expect(desk.Page.Locator("[data-field=unit] .field-error")).ToHaveCountAsync(0);
        await desk.Part("submit").ClickAsync();
        await Assertions.Expect(desk.Part("recorded-note")).ToContainTextAsync("您已提交");
        await citizen.HangUpAsync();
        await desk.Part("finish-wrap-up").ClickAsync();
        await Assertions.Expect(desk.State).ToContainTextAsync("示闲");
        desk.Errors.ShouldBeEmpty();
    }
}
