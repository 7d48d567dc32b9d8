using Hotline.Testkit.Sound;
using Microsoft.Playwright;

namespace Hotline.Desk.Tests;

/// <summary>What is told at the top of the page: it says no more than is known, and moves nothing below it.</summary>
[Collection(DeskStories.Name)]
public sealed class BannerTests(Browser browser)
{
    [Fact]
    public async Task A_ring_that_was_missed_names_no_next_agent_where_there_is_none_and_shifts_no_line()
    {
        await using var desk = await browser.OpenAsync();
        await desk.SignInAsync("1011");
        await desk.ReadyAsync();
        var before = await TopOfThePageAsync(desk);
        await using var citizen = browser.Hotline.Calls("12345", "13800006072", new Tone(440));
        await desk.Part("answer").WaitForAsync();
        await Assertions.Expect(desk.State).ToContainTextAsync("交回队列");
        await Assertions.Expect(desk.Part("banner")).ToContainTextAsync("交回队列"); // after the 8 s of a ring here
        await Assertions.Expect(desk.Page.Locator("#root")).Not.ToContainTextAsync("下一座席");

        (await TopOfThePageAsync(desk)).ShouldBe(before);
        await desk.ShouldLookRightAsync("a ring that was missed");
        await citizen.HangUpAsync();
        await citizen.EndAsync();
    }

    [Fact]
    public async Task In_colours_of_the_system_a_state_still_has_its_frame()
    {
        await using var desk = await browser.OpenAsync();
        await desk.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ForcedColors = ForcedColors.Active });
        await desk.SignInAsync("1012");
        (await desk.State.EvaluateAsync<string>("e => getComputedStyle(e).borderTopStyle")).ShouldBe("solid");
        var page = desk.Page.Locator("nav.nav a[aria-current=page]");
        (await page.EvaluateAsync<string>("e => getComputedStyle(e).outlineStyle")).ShouldBe("solid");
    }

    private static async Task<float> TopOfThePageAsync(DeskPage desk) => (await desk.Page.Locator("main").BoundingBoxAsync())!.Y;
}
