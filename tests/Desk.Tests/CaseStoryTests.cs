using Hotline.Testkit;
using Hotline.Testkit.Sound;
using Microsoft.Playwright;

namespace Hotline.Desk.Tests;

/// <summary>A citizen's matter from the call to the closing, by the pages of all through whose hands it goes, without a mouse.</summary>
[Collection(DeskStories.Name)]
public sealed class CaseStoryTests(Browser browser)
{
    private const string Seat = "1007", Dispatcher = "3001", SecondDispatcher = "3002", Handler = "4001", UnitReviewer = "4002",
        CloseReviewer = "3103", RevisitOfficer = "3105", ReturnReviewer = "3101";

    [Fact]
    [Requirement("TKT-01", Shows = "accepted, dispatched, handled, reviewed and revisited, each in its role's own page")]
    [Requirement("TKT-03", Shows = "a dispatcher sees how long is left to dispatch")]
    [Requirement("TKT-04", Shows = "a unit signs for a ticket and sees until when it has to")]
    [Requirement("TKT-05", Shows = "the unit sees until when, and why")]
    [Requirement("TKT-12", Shows = "a unit writes its reply and another of the unit lets it out")]
    [Requirement("REV-01", Shows = "a revisit officer writes how the citizen was asked, and what he said")]
    [Requirement("REV-03", Shows = "the ticket shows by what it was closed")]
    [Requirement("REV-11", Shows = "a revisit officer writes the three ratings")]
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
            await Assertions.Expect(handler.Part("timer-sign")).ToContainTextAsync("到期");
            await handler.DoCaseAsync("sign");
            await Assertions.Expect(handler.Part("case-state")).ToHaveAttributeAsync("data-state", "handling");
            await Assertions.Expect(handler.Part("timer-sign")).ToHaveCountAsync(0);
            await Assertions.Expect(handler.Part("timer-handle")).ToContainTextAsync("剩");
            await Assertions.Expect(handler.Part("timer-handle")).ToContainTextAsync("咨询类办理 3 个工作日"); // the city's own limit, and how it is counted
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
        await Assertions.Expect(officer.Part("case-end")).ToContainTextAsync("热线服务 满意，联系答复 满意，办理结果 满意");
        await Assertions.Expect(officer.Page.Locator("#root")).ToContainTextAsync("第 1 次回访 · 电话核实");
        await Assertions.Expect(officer.Part("timeline")).ToContainTextAsync("董浩（市城市管理局 承办人） 签收");
        await officer.ShotAsync("closed");
        await officer.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(officer.Part("case")).ToHaveCountAsync(0);
        officer.Errors.ShouldBeEmpty();
    }

    [Fact]
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
        await slow.ConfirmAsync("confirm-command");
        await Assertions.Expect(slow.Part("case-state")).ToHaveAttributeAsync("data-state", "closed");
        slow.Errors.ShouldBeEmpty();
        fast.Errors.ShouldBeEmpty();
    }

    [Fact]
    [Requirement("RET-01", Shows = "a unit gives a ticket back with reason, basis and suggested unit, and without one of the three it cannot")]
    [Requirement("RET-02", Shows = "returned tickets wait in a queue of their own for a reviewer")]
    [Requirement("TMP-02", Shows = "a unit applies with progress, next steps and the promised day")]
    public async Task What_a_unit_asks_for_is_reviewed_and_what_is_refused_is_said()
    {
        const string Title = "包公湖南岸步道塌陷";
        await AcceptedAsync(Title);
        await using (var dispatcher = await browser.OpenAsync())
        {
            await dispatcher.SignInToCasesAsync(Dispatcher);
            await dispatcher.OpenCaseAsync("dispatch", Title);
            await dispatcher.DoCaseAsync("dispatch");
            await dispatcher.SendCaseAsync("派单", "dispatched");
        }

        await using var handler = await browser.OpenAsync();
        await handler.SignInToCasesAsync(Handler);
        await handler.OpenCaseAsync("unitSign", Title);
        await handler.DoCaseAsync("requestReturn");
        await handler.Page.Keyboard.PressAsync("Control+Enter");
        foreach (var field in (string[])["reason", "basis", "suggestedUnit"])
        {
            await Assertions.Expect(handler.Part($"field-{field}")).ToContainTextAsync("请填写");
        }
        await handler.FillAsync("field-reason", "步道由住建部门管养");
        await handler.FillAsync("field-basis", "市政设施管养分工清单");
        await handler.Page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(handler.Part("field-suggestedUnit")).ToContainTextAsync("请填写");
        await handler.Page.Keyboard.TypeAsync("住房和城乡建设局"); // what lacks has the focus
        await handler.Page.Keyboard.PressAsync("Enter");
        await handler.SendCaseAsync("退单", "returnReview");

        await using (var reviewer = await browser.OpenAsync())
        {
            await reviewer.SignInToCasesAsync(ReturnReviewer);
            await reviewer.OpenCaseAsync("returns", Title);
            await reviewer.DoCaseAsync("decideReturn");
            await reviewer.CheckAsync("verdict", "不同意，仍由该单位办理");
            await reviewer.FillAsync("field-note", "该路段已移交城管部门");
            await reviewer.SendCaseAsync("退单审核", "dispatched");
            await Assertions.Expect(reviewer.Part("timeline")).ToContainTextAsync("不同意，仍由该单位办理");
            reviewer.Errors.ShouldBeEmpty();
        }

        await handler.Part("refresh-cases").PressAsync("Enter");
        await handler.DoCaseAsync("sign");
        await Assertions.Expect(handler.Part("case-state")).ToHaveAttributeAsync("data-state", "handling");
        await handler.DoCaseAsync("requestExtension");
        await handler.FillAsync("field-workingDays", "2");
        await handler.FillAsync("field-reason", "等待检测报告");
        await handler.Part("field-callerToldAt").GetByRole(AriaRole.Button).PressAsync("Enter");
        await handler.Page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(handler.Part("command-refused")).ToContainTextAsync("不予延期"); // a consultation has no more time
        await handler.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(handler.Part("do-requestExtension")).ToBeFocusedAsync();

        await handler.DoCaseAsync("requestTemporaryClosure");
        await handler.CheckAsync("ground", "情况特别复杂，短期内无法办结");
        await handler.FillAsync("field-progress", "已围挡并检测");
        await handler.FillAsync("field-nextSteps", "检测后回填修复");
        await handler.FillAsync("field-promisedFor", "2099-03-31");
        await handler.SendCaseAsync("申请临时办结", "temporaryClosureReview");

        await using var closing = await browser.OpenAsync();
        await closing.SignInToCasesAsync(CloseReviewer);
        await closing.OpenCaseAsync("closures", Title);
        await closing.DoCaseAsync("decideTemporaryClosure");
        await closing.CheckAsync("granted", "同意");
        await closing.FillAsync("field-note", "同意，按承诺办结");
        await closing.SendCaseAsync("临时办结审核", "temporarilyClosed");
        await closing.ShotAsync("temporarily closed");
        closing.Errors.ShouldBeEmpty();
        handler.Errors.ShouldBeEmpty();
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
