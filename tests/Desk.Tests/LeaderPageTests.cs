using Hotline.Testkit.Sound;
using Microsoft.Playwright;

namespace Hotline.Desk.Tests;

/// <summary>What a shift leader must not miss: callers whom nobody can answer, and those who gave up.</summary>
[Collection(DeskStories.Name)]
public sealed class LeaderPageTests(Browser browser)
{
    /// <summary>The page reads the day every 15 s, and the server counts it anew after 10.</summary>
    private const float TwoReadings = 40_000;

    [Fact]
    public async Task Callers_whom_nobody_can_answer_raise_an_alarm_and_who_gives_up_is_counted_and_named()
    {
        await using var leader = await browser.OpenAsync();
        await leader.SignInAsLeaderAsync("2001");
        // Whom another story left ready is not, once he signs in anew.
        var ready = leader.Page.Locator("[data-testid=seat].ready");
        foreach (var seat in await ready.AllAsync())
        {
            await (await browser.Hotline.SignInAsync((await seat.GetAttributeAsync("data-agent"))!)).DisposeAsync();
        }
        await Assertions.Expect(ready).ToHaveCountAsync(0);
        await using (var citizen = browser.Hotline.Calls("12345", "13800006071", new Tone(440)))
        {
            await citizen.AnsweredAsync();
            await Assertions.Expect(leader.Part("floor-alarm")).ToContainTextAsync("没有示闲的座席");
            await leader.ShouldLookRightAsync("the floor with an alarm");
            await citizen.HangUpAsync();
            await citizen.EndAsync();
        }
        await Assertions.Expect(leader.Part("floor-alarm")).ToHaveCountAsync(0);

        await leader.Part("abandoned").ClickAsync();
        var gone = leader.Part("abandoned-call").Filter(new LocatorFilterOptions { HasText = "138****6071" });
        await Assertions.Expect(gone.First).ToBeVisibleAsync(new LocatorAssertionsToBeVisibleOptions { Timeout = TwoReadings });
        await Assertions.Expect(leader.Part("answer-rate")).ToContainTextAsync("%");
        await Assertions.Expect(leader.Part("soon-rate")).ToContainTextAsync("15 秒");
        await leader.Page.Keyboard.PressAsync("Escape");

        await leader.Part("filter-state").ClickAsync();
        await leader.Page.Locator(".ant-select-dropdown:visible").GetByText("示闲").ClickAsync();
        await Assertions.Expect(leader.Part("seat")).ToHaveCountAsync(0);
        var sheet = await leader.Page.RunAndWaitForDownloadAsync(() => leader.Part("export").ClickAsync());
        sheet.SuggestedFilename.ShouldEndWith(".csv");
        leader.Errors.ShouldBeEmpty();
    }
}
