using System.Text.Json.Nodes;
using Hotline.Testkit.Sound;
using Microsoft.Playwright;

namespace Hotline.Desk.Tests;

/// <summary>Somebody of a handling unit (承办单位) at the desk: the tickets of his unit, and nothing else of the hotline.</summary>
[Collection(DeskStories.Name)]
public sealed class UnitPageTests(Browser browser)
{
    private const string Seat = "1007", OfTheUnit = "7001";

    [Fact]
    public async Task Somebody_of_a_unit_finds_and_reads_its_tickets_and_sees_no_others()
    {
        await using (var desk = await browser.OpenAsync())
        {
            await desk.SignInAsync(Seat);
            await desk.ReadyAsync();
            await TicketAsync(desk, "郑开大道窨井盖丢失", "市城市管理局");
            await TicketAsync(desk, "夜市摊贩纠纷", "市公安局");
        }
        await using var administrator = await browser.Hotline.SignInAsync("0000");
        var made = await administrator.PutAsync($"api/people/{OfTheUnit}", new JsonObject
        {
            ["name"] = "城管局经办人", ["roles"] = new JsonArray("unit"), ["skills"] = new JsonArray(), ["enabled"] = true, ["unit"] = "kf-cg",
        });

        await using var unit = await browser.OpenAsync();
        await unit.SignInAsUnitAsync(OfTheUnit, made["password"]!.GetValue<string>());

        var own = unit.Part("ticket-row").Filter(new LocatorFilterOptions { HasText = "郑开大道窨井盖丢失" });
        await Assertions.Expect(own).ToHaveCountAsync(1);
        await Assertions.Expect(unit.Part("ticket-row").Filter(new LocatorFilterOptions { HasText = "夜市摊贩纠纷" })).ToHaveCountAsync(0);
        await unit.FillAsync("search-box", "摊贩");
        await unit.Part("search").ClickAsync();
        await Assertions.Expect(unit.Part("ticket-row")).ToHaveCountAsync(0);
        await unit.FillAsync("search-box", "窨井盖");
        await unit.Part("search").ClickAsync();
        await own.ClickAsync();
        await Assertions.Expect(unit.Page.Locator("#root")).ToContainTextAsync("市城市管理局");
        await Assertions.Expect(unit.Part("nav-floor")).ToHaveCountAsync(0);
        await Assertions.Expect(unit.Part("state-block")).ToHaveCountAsync(0);
        await unit.ShotAsync("a unit's tickets");
        unit.Errors.ShouldBeEmpty();
    }

    private async Task TicketAsync(DeskPage desk, string title, string unit)
    {
        await using var citizen = browser.Hotline.Calls("12345", "13800006077", new Tone(440));
        await desk.AnswerAsync();
        await desk.WriteTicketAsync(title, unit);
        await desk.Part("submit").ClickAsync();
        await Assertions.Expect(desk.Part("recorded-note")).ToContainTextAsync("您已提交");
        await citizen.HangUpAsync();
        await Assertions.Expect(desk.State).ToContainTextAsync("话后");
        await desk.Part("finish-wrap-up").ClickAsync();
        await Assertions.Expect(desk.State).ToContainTextAsync("示闲");
    }
}
