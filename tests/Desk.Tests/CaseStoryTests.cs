using Hotline.Testkit;
using Hotline.Testkit.Sound;
using Microsoft.Playwright;

namespace Hotline.Desk.Tests;

/// <summary>A citizen's matter from the call to the closing, by the pages of all through whose hands it goes, and without a mouse after the call.</summary>
[Collection(DeskStories.Name)]
public sealed class CaseStoryTests(Browser browser)
{
    private const string Seat = "1007", Dispatcher = "3001", SecondDispatcher = "3002", Handler = "4001", UnitReviewer = "4002", CloseReviewer = "3103",
        RevisitOfficer = "3105";

    [Fact]
    [Requirement("TKT-01", Shows = "accepted, dispatched, handled, reviewed and revisited, each in its role's own page")]
    [Requirement("TKT-12", Shows = "the unit answers the citizen, another of the unit reviews it, and the page shows author, reviewer and contact")]
    public async Task A_call_is_dispatched_signed_for_answered_reviewed_revisited_and_closed()
    {
        const string Title = "郑开大道路灯连续三晚不亮";
        await AcceptedAsync(Title);

        await using (var dispatcher = await browser.OpenAsync())
        {
            await dispatcher.SignInToCasesAsync(Dispatcher);
            await dispatcher.OpenCaseAsync("dispatch", Title);
            await Assertions.Expect(dispatcher.Part("case-text")).ToHaveTextAsync(Title);
            await Assertions.Expect(dispatcher.Part("timer-dispatch")).ToContainTextAsync("剩");
            await dispatcher.DoCaseAsync("dispatch");
            await Assertions.Expect(dispatcher.Part("field-lead")).ToContainTextAsync("市城市管理局"); // as the agent proposed
            await dispatcher.SendCaseAsync("派单", "dispatched");
            await Assertions.Expect(dispatcher.Part("timeline")).ToContainTextAsync("主办 市城市管理局");
            await dispatcher.ShotAsync("dispatched");
            dispatcher.Errors.ShouldBeEmpty();
        }

        await using (var handler = await browser.OpenAsync())
        {
            await handler.SignInToCasesAsync(Handler);
            await handler.OpenCaseAsync("unitSign", Title);
            await handler.DoCaseAsync("sign");
            await Assertions.Expect(handler.Part("case-state")).ToHaveAttributeAsync("data-state", "handling");
            await handler.DoCaseAsync("submitReply");
            await handler.Page.Keyboard.TypeAsync("已更换三盏路灯，夜间恢复照明");
            await handler.Page.Keyboard.PressAsync("Control+Enter");
            await Assertions.Expect(handler.Part("field-solved")).ToContainTextAsync("请填写");
            await handler.FillAsync("field-contactedAt", "2020-01-01T09:30");
            await handler.CheckAsync("solved", "已解决");
            await handler.Page.Keyboard.PressAsync("Control+Enter");
            await Assertions.Expect(handler.Part("field-contactedAt")).ToContainTextAsync("时间不对"); // the server's sentence, at the field
            await handler.ShotAsync("refused at the field");
            await handler.Part("field-contactedAt").GetByRole(AriaRole.Button).PressAsync("Enter");
            await handler.SendCaseAsync("填写答复", "handling");
            await Assertions.Expect(handler.Part("reply")).ToContainTextAsync("待单位内审核");
            await Assertions.Expect(handler.Part("count-unitReview")).Not.ToHaveTextAsync("0");
            handler.Errors.ShouldBeEmpty();
        }

        await using (var reviewer = await browser.OpenAsync())
        {
            await reviewer.SignInToCasesAsync(UnitReviewer);
            await reviewer.OpenCaseAsync("unitReview", Title);
            await reviewer.DoCaseAsync("reviewReply");
            await reviewer.CheckAsync("approved", "通过，报热线");
            await reviewer.SendCaseAsync("审核答复", "replied");
            reviewer.Errors.ShouldBeEmpty();
        }

        await using (var closing = await browser.OpenAsync())
        {
            await closing.SignInToCasesAsync(CloseReviewer);
            await closing.OpenCaseAsync("closing", Title);
            await Assertions.Expect(closing.Part("reply")).ToContainTextAsync("已更换三盏路灯");
            await closing.DoCaseAsync("reviewClosing");
            await closing.SendCaseAsync("办结审核", "revisit");
            closing.Errors.ShouldBeEmpty();
        }

        await using var officer = await browser.OpenAsync();
        await officer.SignInToCasesAsync(RevisitOfficer);
        await officer.OpenCaseAsync("revisit", Title);
        await officer.DoCaseAsync("recordRevisit");
        await officer.CheckAsync("connected", "已接通");
        foreach (var what in (string[])["hotlineService", "unitContact", "result"])
        {
            await officer.CheckAsync(what, "满意");
        }
        await officer.SendCaseAsync("登记回访", "closed");
        await Assertions.Expect(officer.Part("case-end")).ToContainTextAsync("诉求人已评价");
        await Assertions.Expect(officer.Part("timeline")).ToContainTextAsync("董浩（市城市管理局 承办人） 签收");
        await officer.ShotAsync("closed");
        await officer.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(officer.Part("case")).ToHaveCountAsync(0);
        officer.Errors.ShouldBeEmpty();
    }

    [Fact]
    [Requirement("TKT-03", Shows = "whoever was slower is told what happened and keeps what he wrote")]
    public async Task Who_was_slower_sees_what_happened_and_keeps_his_words_and_a_reload_keeps_his_place()
    {
        const string Title = "龙亭湖边护栏松动";
        await AcceptedAsync(Title);
        await using var slow = await browser.OpenAsync();
        await slow.SignInToCasesAsync(Dispatcher);
        await slow.OpenCaseAsync("dispatch", Title);
        await slow.Page.ReloadAsync();
        await Assertions.Expect(slow.Part("case-heading")).ToHaveTextAsync(Title);
        await slow.DoCaseAsync("urge");
        await slow.Page.Keyboard.TypeAsync("请尽快派单");

        await using var fast = await browser.OpenAsync();
        await fast.SignInToCasesAsync(SecondDispatcher);
        await fast.OpenCaseAsync("dispatch", Title);
        await fast.DoCaseAsync("markUrgent");
        await fast.CheckAsync("urgency", "特殊");
        await fast.FillAsync("field-reason", "护栏临水，有落水风险");
        await fast.SendCaseAsync("调整紧急程度", "accepted");

        await slow.FillAsync("field-note", "请尽快派单，已有人滑倒");
        await slow.Page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(slow.Part("case-changed")).ToContainTextAsync("护栏临水，有落水风险");
        (await slow.ValueAsync("field-note")).ShouldBe("请尽快派单，已有人滑倒");
        await slow.ShotAsync("lost the race");
        await slow.SendCaseAsync("催办", "accepted");

        await slow.DoCaseAsync("withdraw");
        await slow.Page.Keyboard.TypeAsync("来电撤回，护栏已由景区修好");
        await slow.Page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(slow.Page.GetByText("不能恢复")).ToBeVisibleAsync(); // asked first, with the way back under the finger
        await slow.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(slow.Part("case-state")).ToHaveAttributeAsync("data-state", "accepted");
        await slow.Page.Keyboard.PressAsync("Control+Enter");
        await slow.Part("confirm-command").PressAsync("Enter");
        await Assertions.Expect(slow.Part("case-state")).ToHaveAttributeAsync("data-state", "closed");
        slow.Errors.ShouldBeEmpty();
        fast.Errors.ShouldBeEmpty();
    }

    /// <summary>A citizen calls, and an agent writes a ticket.</summary>
    private async Task AcceptedAsync(string title)
    {
        await using var desk = await browser.OpenAsync();
        await desk.SignInAsync(Seat);
        await desk.ReadyAsync();
        await using var citizen = browser.Hotline.Calls("12345", "13800006088", new Tone(440));
        await desk.AnswerAsync();
        await desk.WriteTicketAsync(title);
        await desk.Part("submit").ClickAsync();
        await Assertions.Expect(desk.Part("recorded-note")).ToContainTextAsync("您已提交");
        await citizen.HangUpAsync();
        await Assertions.Expect(desk.State).ToContainTextAsync("话后");
        await desk.Part("finish-otherwise").ClickAsync();
        await desk.Page.GetByText("完成并示忙").ClickAsync();
        await Assertions.Expect(desk.State).ToContainTextAsync("示忙");
    }
}
