using Hotline.Testkit.Sound;
using Microsoft.Playwright;

namespace Hotline.Desk.Tests;

/// <summary>A second tab of the same browser, or another computer, opened in the middle of a call.</summary>
[Collection(DeskStories.Name)]
public sealed class SecondTabTests(Browser browser)
{
    [Fact]
    public async Task It_takes_the_call_only_when_told_to_and_gives_it_back_when_it_is_closed()
    {
        await using var first = await browser.OpenAsync();
        await first.SignInAsync("1009");
        await first.ReadyAsync();
        await using var citizen = browser.Hotline.Calls("12345", "13800006067", new Tone(440));
        await first.AnswerAsync();
        await first.FillAsync("ticket-text", "两个页面");
        await Assertions.Expect(first.Part("draft-stamp")).ToContainTextAsync("已自动保存");
        await first.ShouldTalkAndHearAsync();

        var page = await first.Page.Context.NewPageAsync();
        await page.GotoAsync(browser.Hotline.Address.ToString());
        var second = new DeskPage(page, browser.Hotline);
        await second.Part("take-over").WaitForAsync();
        await first.ShouldTalkAndHearAsync();
        await Assertions.Expect(first.Part("banner")).ToHaveCountAsync(0);

        await second.Part("take-over").ClickAsync();
        await second.ShouldTalkAndHearAsync();
        await Assertions.Expect(first.Part("banner")).ToContainTextAsync("停止接听");
        await page.CloseAsync();

        await Assertions.Expect(first.Part("banner")).ToHaveCountAsync(0);
        await first.TalksAsync();
        await first.ShouldTalkAndHearAsync();
        (await first.ValueAsync("ticket-text")).ShouldBe("两个页面");
        citizen.IsConnected.ShouldBeTrue();
        await citizen.HangUpAsync();
        await first.WrapUpAsync("已答复");
    }

    [Fact]
    public async Task Another_computer_asks_before_it_takes_the_call_and_leaves_it_where_it_is_told_so()
    {
        await using var first = await browser.OpenAsync();
        await first.SignInAsync("1010");
        await first.ReadyAsync();
        await using var citizen = browser.Hotline.Calls("12345", "13800006068", new Tone(440));
        await first.AnswerAsync();
        await first.ShouldTalkAndHearAsync();

        await using var second = await browser.OpenAsync();
        await second.SignInAsync("1010");
        await Assertions.Expect(second.Part("banner")).ToContainTextAsync("您在另一处正在通话，接管吗？");
        await second.ShouldLookRightAsync("a call at another computer");
        await first.ShouldTalkAndHearAsync();
        await Assertions.Expect(first.Part("banner")).ToHaveCountAsync(0);

        await second.Part("leave-there").ClickAsync();
        await Assertions.Expect(second.Part("banner")).ToContainTextAsync("本页不接听");
        await first.ShouldTalkAndHearAsync();

        await second.Part("answer-here").ClickAsync();
        await second.ShouldTalkAndHearAsync();
        await Assertions.Expect(first.Part("banner")).ToContainTextAsync("停止接听");
        await first.Part("answer-here").ClickAsync();
        await first.TalksAsync();
        await first.ShouldTalkAndHearAsync();
        await Assertions.Expect(second.Part("banner")).ToContainTextAsync("停止接听");
        citizen.IsConnected.ShouldBeTrue();
        await citizen.HangUpAsync();
        await first.WrapUpAsync("已答复");
    }
}
