using Hotline.Testkit;
using Hotline.Testkit.Sound;
using Microsoft.Playwright;

namespace Hotline.Desk.Tests;

/// <summary>通知 and 桌面通知: what did not go out of the house, and what a unit's desk was told.</summary>
[Collection(DeskStories.Name)]
public sealed class NoticesPageTests(Browser browser)
{
    private const string Seat = "1007", Leader = "2001", Dispatcher = "3001", Handler = "4001";

    [Fact]
    [Requirement("TKT-22", Shows = "a unit reads at its desk what it was told, and a leader sees what did not go out and why")]
    public async Task What_is_not_set_up_is_said_and_sent_again_and_the_unit_reads_what_its_desk_was_told()
    {
        const string Title = "通知用例路灯不亮";
        await AcceptedAsync(Title);
        await using (var dispatcher = await browser.OpenAsync())
        {
            await dispatcher.SignInToCasesAsync(Dispatcher);
            await dispatcher.OpenCaseAsync("dispatch", Title);
            await dispatcher.DoCaseAsync("dispatch");
            await dispatcher.SendCaseAsync("派单", "dispatched");
            await Assertions.Expect(dispatcher.Part("extraction-code")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^[0-9A-Z]{6}$"));
            dispatcher.Errors.ShouldBeEmpty();
        }

        await using (var leader = await browser.OpenAsync())
        {
            await leader.SignInAsAdministratorAsync(Leader);
            await leader.Part("nav-notices").ClickAsync();
            await Assertions.Expect(leader.Part("not-set-up")).ToContainTextAsync("短信、邮件未配置");
            await Assertions.Expect(leader.Part("no-notices")).ToBeVisibleAsync(); // nothing is dead
            await leader.Page.GotoAsync(leader.Page.Url + "?state=skipped");
            await Assertions.Expect(leader.Part("notice-row").First).ToContainTextAsync("未配置");
            await leader.ShouldLookRightAsync("notices that were not sent");
            await leader.Page.GetByTestId("pick-all").CheckAsync();
            await leader.Part("send-again").ClickAsync();
            await leader.Part("again-yes").WaitForAsync();
            await leader.ShouldLookRightAsync("asked before notices are sent again");
            await leader.Part("again-yes").ClickAsync();
            await Assertions.Expect(leader.Part("notices-done")).ToContainTextAsync("已处理");
            leader.Errors.ShouldBeEmpty();
        }

        await using var handler = await browser.OpenAsync();
        await handler.SignInToCasesAsync(Handler);
        await handler.Part("queue-notices").ClickAsync();
        var told = handler.Part("desk-notice").First;
        await Assertions.Expect(told).ToContainTextAsync("派单");
        await Assertions.Expect(told).ToContainTextAsync("未读");
        await handler.ShouldLookRightAsync("what a unit's desk was told");
        await told.ClickAsync();
        await Assertions.Expect(handler.Part("case-text")).ToHaveTextAsync(Title);
        await Assertions.Expect(told).ToContainTextAsync("已读");
        await handler.ShouldLookRightAsync("a notice that was read, with its case");
        handler.Errors.ShouldBeEmpty();
    }

    private async Task AcceptedAsync(string title)
    {
        await using var desk = await browser.OpenAsync();
        await desk.SignInAsync(Seat);
        await desk.ReadyAsync();
        await using var citizen = browser.Hotline.Calls("12345", "13800006093", new Tone(440));
        await desk.AnswerAsync();
        await desk.WriteTicketAsync(title, "市城市管理局");
        await desk.Part("submit").ClickAsync();
        await Assertions.Expect(desk.Part("recorded-note")).ToContainTextAsync("您已提交");
        await citizen.HangUpAsync();
        await Assertions.Expect(desk.State).ToContainTextAsync("话后");
        await desk.Part("finish-wrap-up").ClickAsync();
        await Assertions.Expect(desk.State).ToContainTextAsync("示闲");
    }
}
