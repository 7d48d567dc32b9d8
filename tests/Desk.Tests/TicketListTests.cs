using Hotline.Testkit;
using Hotline.Testkit.Sound;
using Microsoft.Playwright;

namespace Hotline.Desk.Tests;

/// <summary>The page on which tickets are found: it says what it does not show, and a reload loses nothing of it.</summary>
[Collection(DeskStories.Name)]
public sealed class TicketListTests(Browser browser)
{
    private const string Agent = "1001";

    [Fact]
    public async Task A_total_that_was_not_counted_to_its_end_is_not_given_as_one()
    {
        await using var desk = await browser.OpenAsync();
        await desk.Page.RouteAsync("**/api/tickets?*", route => route.FulfillAsync(new RouteFulfillOptions
        {
            ContentType = "application/json", Body = """{"items":[],"total":1000,"page":1,"pageSize":20,"capped":true}""",
        }));
        await desk.SignInAsync(Agent);
        await desk.Part("nav-tickets").ClickAsync();
        await Assertions.Expect(desk.Page.GetByText("多于 1000 件")).ToBeVisibleAsync();
        await Assertions.Expect(desk.Page.GetByText("共 1000 件")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_reload_keeps_what_was_looked_for_and_a_ticket_that_was_closed_is_no_draft()
    {
        await using var desk = await browser.OpenAsync();
        await desk.SignInAsync(Agent);
        await desk.ReadyAsync();
        await using var citizen = browser.Hotline.Calls("12345", "13800006068", new Tone(440));
        await desk.AnswerAsync();
        await desk.FillAsync("ticket-title", "铁塔西街积水");
        await citizen.HangUpAsync();
        await Assertions.Expect(desk.State).ToContainTextAsync("话后");
        await desk.WrapUpAsync("已答复");
        await desk.Part("nav-tickets").ClickAsync();
        await desk.FillAsync("search-box", "铁塔西街");
        await desk.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(desk.Part("ticket-row")).ToHaveCountAsync(1);
        await desk.Part("ticket-row").ClickAsync();
        await desk.Part("ticket-detail").WaitForAsync();

        await desk.Page.ReloadAsync();

        await Assertions.Expect(desk.Part("ticket-row")).ToHaveCountAsync(1);
        (await desk.ValueAsync("search-box")).ShouldBe("铁塔西街");
        await Assertions.Expect(desk.Part("ticket-detail").Locator("h2")).ToContainTextAsync("铁塔西街积水");
        await Assertions.Expect(desk.Part("ticket-detail").Locator("header")).Not.ToContainTextAsync("草稿");
        await Assertions.Expect(desk.Part("ticket-row")).ToContainTextAsync("不编号");
        await desk.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        await Assertions.Expect(desk.Part("ticket-detail")).ToBeVisibleAsync();
        await Assertions.Expect(desk.Part("call-bar")).ToBeHiddenAsync(); // on paper: the ticket, not the frame around it
        await Assertions.Expect(desk.Part("nav-tickets")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task An_earlier_ticket_opens_beside_the_form_and_not_in_its_place()
    {
        await using var desk = await browser.OpenAsync();
        await desk.SignInAsync("1010");
        await desk.ReadyAsync();
        await using (var first = browser.Hotline.Calls("12345", "13800006069", new Tone(440)))
        {
            await desk.AnswerAsync();
            await desk.FillAsync("ticket-title", "城西加油站占道");
            await first.HangUpAsync();
            await desk.WrapUpAsync("已答复");
        }
        await using var again = browser.Hotline.Calls("12345", "13800006069", new Tone(440));
        await desk.Part("earlier-ticket").First.ClickAsync();
        await Assertions.Expect(desk.Part("ticket-detail")).ToContainTextAsync("城西加油站占道");
        await desk.AnswerAsync();
        await desk.FillAsync("ticket-text", "仍然占道，要求加快");
        await Assertions.Expect(desk.Part("ticket-detail")).ToContainTextAsync("城西加油站占道"); // both are there
        await desk.ShouldLookRightAsync("an earlier ticket beside the form");
        await desk.Part("close-ticket").ClickAsync();
        await Assertions.Expect(desk.Part("ticket-detail")).ToHaveCountAsync(0);
        (await desk.ValueAsync("ticket-text")).ShouldBe("仍然占道，要求加快");
        await again.HangUpAsync();
        await desk.WrapUpAsync("已答复");
        desk.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_field_that_is_full_says_so()
    {
        await using var desk = await browser.OpenAsync();
        await desk.SignInAsync(Agent);
        await desk.Part("nav-tickets").ClickAsync();
        await desk.Page.Locator("[data-testid=search-box]").ClickAsync();
        await desk.Page.Keyboard.InsertTextAsync(new string('路', 120));
        await Assertions.Expect(desk.Part("field-full")).ToContainTextAsync("100");
    }
}
