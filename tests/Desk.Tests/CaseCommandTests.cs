using System.Text.Json.Nodes;
using Hotline.Testkit;
using Microsoft.Playwright;
using static Hotline.Desk.Tests.CaseDesk;

namespace Hotline.Desk.Tests;

/// <summary>The commands that no citizen's usual way comes to: each is given in its own form, and refused where it lacks something.</summary>
[Collection(DeskStories.Name)]
public sealed class CaseCommandTests(Browser browser)
{
    private const string Seat = "1010", Unit = "市城市管理局";

    [Fact]
    [Requirement("CRD-02", Shows = "the group's people write the order, and the unit sees it")]
    [Requirement("TKT-18", Shows = "the dispatcher sees which unit has no contact")]
    public async Task Scope_group_opinion_more_time_and_screening()
    {
        const string Title = "背街小巷积水三日未退";
        await browser.AcceptedAsync(Seat, "13800006110", Title, Unit, "求助");
        await browser.AtAsync(Dispatcher, "dispatch", Title, async desk =>
        {
            await desk.DoCaseAsync("askScope");
            await desk.LacksAsync("unit", "question");
            await desk.FillAsync("field-unit", "龙亭区住房和城乡建设局");
            await Assertions.Expect(desk.Page.Locator(".ant-select-dropdown:visible")).ToContainTextAsync("未明确热线联络员");
            await desk.ChooseUnitAsync("unit", "市水利局");
            await desk.FillAsync("field-question", "是否属于贵局管养");
            await desk.SendCaseAsync("核实受理范围", "scopeCheck");
            await desk.DoCaseAsync("checkScope");
            await desk.CheckAsync("verdict", "不予受理");
            await desk.LacksAsync("reasonCode", "guidance");
            await desk.CheckAsync("verdict", "属于受理范围，回到待派单");
            await desk.SendCaseAsync("登记核实结果", "accepted");
            await desk.DoCaseAsync("sendToCoordination");
            await desk.LacksAsync("reason", "report");
            await desk.CheckAsync("reason", "无法确定承办单位");
            await desk.FillAsync("field-report", "排水管网权属不清，三家单位均称非本单位职责");
            await desk.SendCaseAsync("提请会商", "coordinationPending");
        });
        await browser.AtAsync(Coordinator, "coordination", Title, async desk =>
        {
            await desk.DoCaseAsync("decideCoordination");
            await desk.LacksAsync("kind", "signedOffBy", "document", "lead");
            await desk.CheckAsync("kind", "督办单");
            await desk.FillAsync("field-signedOffBy", "分管副市长");
            await desk.FillAsync("field-document", "交办单〔2026〕1 号");
            await desk.ChooseUnitAsync("lead", Unit);
            await desk.ChooseUnitAsync("coHandlers", "市住房和城乡建设局");
            await desk.Page.Keyboard.PressAsync("Control+Enter");
            await Assertions.Expect(desk.Part("command-refused").Or(desk.Part("field-kind").Locator(".field-error"))).ToBeVisibleAsync();
            await desk.CheckAsync("kind", "交办单");
            await desk.ShotAsync("the group's order");
            await desk.SendCaseAsync("登记会商结果", "dispatched");
        });
        await browser.AtAsync(CoHandler, "unitSign", Title, async desk =>
        {
            await desk.DoCaseAsync("giveOpinion");
            await desk.LacksAsync("text");
            await desk.FillAsync("field-text", "雨污管网为城管部门管养");
            await desk.SendCaseAsync("协办意见", "dispatched");
        });
        await browser.AtAsync(Handler, "unitSign", Title, async desk =>
        {
            await Assertions.Expect(desk.Part("do-requestReturn")).ToHaveCountAsync(0); // the group's order forbids it
            await Assertions.Expect(desk.Part("case")).ToContainTextAsync("交办单，分管副市长 签批，交办单〔2026〕1 号");
            await desk.SignAsync();
            await desk.DoCaseAsync("requestExtension");
            await desk.LacksAsync("workingDays", "reason", "callerToldAt", "scan");
            await desk.FillAsync("field-workingDays", "2");
            await desk.FillAsync("field-reason", "需调用抽排设备");
            await desk.NowAsync("callerToldAt");
            await desk.FillAsync("field-scan", "盖章件 3");
            await desk.SendCaseAsync("申请延期", "extensionReview");
        });
        await browser.AtAsync(ExtensionReviewer, "extensions", Title, async desk =>
        {
            await desk.DoCaseAsync("decideExtension");
            await desk.LacksAsync("grantedDays", "note");
            await desk.CheckAsync("grantedDays", "同意");
            await desk.FillAsync("field-note", "同意");
            await desk.Page.Keyboard.PressAsync("Control+Enter");
            await Assertions.Expect(desk.Part("field-grantedDays")).ToContainTextAsync("请填写"); // how many
            await desk.Part("field-grantedDays").Locator("input[inputmode=numeric]").FillAsync("9");
            await desk.Page.Keyboard.PressAsync("Control+Enter");
            await Assertions.Expect(desk.Part("field-grantedDays").Locator(".field-error")).ToBeVisibleAsync(); // more than was asked for
            await desk.Part("field-grantedDays").Locator("input[inputmode=numeric]").FillAsync("2");
            await desk.SendCaseAsync("延期审核", "handling");
        });
        await browser.AtAsync(Handler, "unitHandle", Title, desk => desk.ReplyAsync("积水已抽排", "盖章件 4"));
        await browser.AtAsync(UnitReviewer, "unitReview", Title, desk => desk.ApproveAsync());
        await browser.AtAsync(CloseReviewer, "closing", Title, desk => desk.CompleteAsync());
        await browser.AtAsync(RevisitOfficer, "revisit", Title,
            desk => desk.RevisitAsync("screening", "客观原因：期望过高", "要求当年完成管网改造"));
        await browser.AtAsync(CloseReviewer, "screening", Title, async desk =>
        {
            await desk.DoCaseAsync("screen");
            await desk.LacksAsync("objective", "note");
            await desk.CheckAsync("objective", "属客观原因，办结");
            await desk.FillAsync("field-note", "已列入改造计划并作解释");
            await desk.SendForGoodAsync("甄别", "closed");
            await Assertions.Expect(desk.Part("case-end")).ToContainTextAsync("经甄别属客观原因");
        });
    }

    [Fact]
    [Requirement("REV-05", Shows = "a reviewer sends a ticket back for one of the named reasons")]
    public async Task Urgent_supervised_reported_redone_and_merged()
    {
        const string Title = "老旧小区外墙砖脱落砸中车辆", Second = "外墙砖脱落，同一小区再次反映";
        await browser.AcceptedAsync(Seat, "13800006111", Title, Unit, "投诉");
        await browser.AcceptedAsync(Seat, "13800006112", Second, Unit, "投诉");
        await browser.AtAsync(Dispatcher, "dispatch", Title, async desk =>
        {
            await desk.DoCaseAsync("markUrgent");
            await desk.LacksAsync("urgency", "reason");
            await desk.CheckAsync("urgency", "特急");
            await desk.FillAsync("field-reason", "危及行人安全");
            await desk.SendCaseAsync("调整紧急程度", "accepted");
            await desk.DispatchAsync(Unit);
            await Assertions.Expect(desk.Part("timer-firstResponse")).ToContainTextAsync("剩");
        });
        await browser.AtAsync(Supervisor, "supervision", Title, async desk =>
        {
            await desk.DoCaseAsync("supervise");
            await desk.LacksAsync("demand");
            await desk.FillAsync("field-demand", "当日设置围挡并报告");
            await desk.SendCaseAsync("督办", "dispatched");
            await desk.DoCaseAsync("urge");
            await desk.LacksAsync("note");
            await desk.FillAsync("field-note", "请尽快到场");
            await desk.SendCaseAsync("催办", "dispatched");
            await desk.Part("queue-unitSign").ClickAsync(); // a supervisor has the lists of all units
            await Assertions.Expect(desk.Part("case-row").Filter(new LocatorFilterOptions { HasText = Title })).ToHaveCountAsync(1);
            await desk.ShotAsync("a supervisor's lists");
        });
        await browser.AtAsync(Handler, "unitSign", Title, async desk =>
        {
            await desk.SignAsync();
            await desk.DoCaseAsync("respondFirst");
            await desk.LacksAsync("text");
            await desk.FillAsync("field-text", "抢修人员已到场围挡");
            await desk.SendCaseAsync("初步响应", "handling");
            await desk.DoCaseAsync("reportProgress");
            await desk.FillAsync("field-text", "已清除松动墙砖");
            await desk.SendCaseAsync("报送进展", "handling");
            await desk.ReplyAsync("已清除并加固");
        });
        await browser.AtAsync(UnitReviewer, "unitReview", Title, async desk =>
        {
            await desk.DoCaseAsync("reviewReply");
            await desk.CheckAsync("approved", "退回修改");
            await desk.LacksAsync("note");
            await desk.FillAsync("field-note", "补充依据");
            await desk.SendCaseAsync("审核答复", "handling");
        });
        await browser.AtAsync(Handler, "unitHandle", Title, desk => desk.ReplyAsync("已清除并加固，依据维修规程"));
        await browser.AtAsync(UnitReviewer, "unitReview", Title, desk => desk.ApproveAsync());
        await browser.AtAsync(CloseReviewer, "closing", Title, async desk =>
        {
            await desk.DoCaseAsync("redo");
            await desk.LacksAsync("cause", "note");
            await desk.CheckAsync("cause", "回复要素不齐");
            await desk.FillAsync("field-note", "缺少联系诉求人的情况");
            await desk.SendCaseAsync("重新办理", "redo");
        });
        await browser.AtAsync(Dispatcher, "dispatch", Second, async desk =>
        {
            await desk.DoCaseAsync("mergeInto");
            await desk.LacksAsync("target", "reason");
            await desk.FillAsync("field-target", "20000101-1-000001");
            await desk.FillAsync("field-reason", "同一事项");
            await desk.Page.Keyboard.PressAsync("Control+Enter");
            await desk.ConfirmAsync("confirm-command");
            await Assertions.Expect(desk.Part("field-target").Locator(".field-error")).ToBeVisibleAsync(); // there is none
            await desk.FillAsync("field-target", await NumberOfAsync(desk, Title));
            await desk.SendForGoodAsync("并单", "merged");
            await desk.DoCaseAsync("archive");
            await desk.ConfirmAsync("confirm-archive");
            await Assertions.Expect(desk.Part("case-state")).ToHaveAttributeAsync("data-state", "archived");
        });
    }

    [Fact]
    [Requirement("REP-02", Shows = "the hotline reads opinion and wording, and accepts or does not")]
    public async Task Final_case_is_declared_filed_and_told_the_next_caller()
    {
        const string Caller = "13800006113";
        foreach (var before in (string[])["要求在禁停路段划停车位", "再次要求在禁停路段划停车位"])
        {
            await browser.AcceptedAsync(Seat, Caller, before, Unit, "建议");
            await browser.AtAsync(Dispatcher, "dispatch", before, async desk =>
            {
                await desk.DoCaseAsync("withdraw");
                await desk.FillAsync("field-note", "来电撤回");
                await desk.SendForGoodAsync("诉求人撤回", "closed");
            });
        }
        const string Title = "第三次要求在禁停路段划停车位", Next = "第四次要求在禁停路段划停车位";
        await browser.AcceptedAsync(Seat, Caller, Title, Unit, "建议");
        await browser.AtAsync(Dispatcher, "dispatch", Title, desk => desk.DispatchAsync(Unit));
        await browser.AtAsync(Handler, "unitSign", Title, async desk =>
        {
            await desk.SignAsync();
            await desk.ReplyAsync("该路段依法禁停");
        });
        await browser.AtAsync(UnitReviewer, "unitReview", Title, desk => desk.ApproveAsync());
        await browser.AtAsync(CloseReviewer, "closing", Title, desk => desk.CompleteAsync());
        await browser.AtAsync(RevisitOfficer, "revisit", Title, desk => desk.RevisitAsync("closed"));
        await using (var handler = await browser.OpenAsync())
        {
            await handler.SignInToCasesAsync(Handler);
            await handler.Part("nav-tickets").ClickAsync();
            await handler.FillAsync("search-box", "第三次要求");
            await handler.Part("search").ClickAsync();
            await handler.Part("ticket-row").Filter(new LocatorFilterOptions { HasText = Title }).ClickAsync();
            await handler.Part("to-case").ClickAsync(); // what is closed stands in no list of a unit
            await handler.DoCaseAsync("declareFinal");
            await handler.LacksAsync("opinion", "wording", "attachment", "callerToldAt");
            await handler.FillAsync("field-opinion", "该路段为消防通道，依法不得施划");
            await handler.FillAsync("field-wording", "该路段为消防通道，不能划停车位");
            await handler.FillAsync("field-attachment", "终结件 7");
            await handler.NowAsync("callerToldAt");
            await handler.SendCaseAsync("申报终结件", "closed");
            handler.Errors.ShouldBeEmpty();
        }
        await browser.AtAsync(CloseReviewer, "final", Title, async desk =>
        {
            await Assertions.Expect(desk.Part("case")).ToContainTextAsync("该路段为消防通道，依法不得施划");
            await Assertions.Expect(desk.Part("case")).ToContainTextAsync("该路段为消防通道，不能划停车位");
            await desk.DoCaseAsync("acceptFinal");
            await desk.CheckAsync("accepted", "不同意");
            await desk.LacksAsync("note");
            await desk.CheckAsync("accepted", "同意备案");
            await desk.SendForGoodAsync("终结件备案", "finalCase");
        });

        await browser.AcceptedAsync(Seat, Caller, Next, Unit, "建议");
        await browser.AtAsync(Dispatcher, "dispatch", Next, async desk =>
        {
            await desk.DoCaseAsync("dispatch");
            await desk.Page.Keyboard.PressAsync("Control+Enter");
            await Assertions.Expect(desk.Part("field-specialReason").Locator(".field-error")).ToBeVisibleAsync();
            await desk.Page.Keyboard.PressAsync("Escape");
            await desk.DoCaseAsync("answerByWording");
            await desk.LacksAsync("wording");
            await desk.FillAsync("field-wording", "该路段为消防通道，不能划停车位");
            await desk.SendForGoodAsync("按口径答复", "answeredByWording");
        });
    }

    [Fact]
    public async Task Agent_urges_and_withdraws_from_the_ticket()
    {
        const string Title = "公交站牌倒伏";
        await browser.AcceptedAsync(Seat, "13800006114", Title, Unit, "求助");
        await using var agent = await browser.OpenAsync();
        await agent.SignInAsync(Seat);
        await agent.Part("nav-tickets").ClickAsync();
        await Assertions.Expect(agent.Part("nav-cases")).ToHaveCountAsync(0); // he has no lists
        await agent.Part("ticket-row").Filter(new LocatorFilterOptions { HasText = Title }).ClickAsync();
        await agent.Part("to-case").ClickAsync();
        await Assertions.Expect(agent.Part("case-heading")).ToHaveTextAsync(Title);
        await agent.DoCaseAsync("urge");
        await agent.FillAsync("field-note", "市民再次来电");
        await agent.SendCaseAsync("催办", "accepted");
        await agent.ShouldLookRightAsync("an agent at a case");
        await agent.DoCaseAsync("withdraw");
        await agent.FillAsync("field-note", "市民来电撤回");
        await agent.SendForGoodAsync("诉求人撤回", "closed");
        await agent.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(agent.Part("ticket-detail")).ToBeVisibleAsync();
        agent.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task Administrator_moves_a_ticket_to_other_deadlines_and_everybody_may_try_them_out()
    {
        const string Title = "路口护栏被撞";
        await browser.AcceptedAsync(Seat, "13800006115", Title, Unit, "求助");
        var number = "";
        await browser.AtAsync(Dispatcher, "dispatch", Title, async desk => number = await NumberOfAsync(desk, Title));

        await using var administrator = await browser.OpenAsync();
        await administrator.SignInAsAdministratorAsync("0000");
        await administrator.Part("nav-deadlines").ClickAsync();
        await Assertions.Expect(administrator.Part("example")).ToHaveCountAsync(64);
        await Assertions.Expect(administrator.Part("examples-agree")).ToContainTextAsync("64 例，与人工核算全部一致");
        await administrator.Part("calculate-start").FillAsync("2026-09-30T16:00");
        await administrator.Part("calculate").PressAsync("Enter");
        await Assertions.Expect(administrator.Part("due-times").Locator("[data-timer=handle]")).ToContainTextAsync("国庆节放假");
        await administrator.FillAsync("move-number", "none");
        await administrator.Part("move-find").PressAsync("Enter");
        await Assertions.Expect(administrator.Part("move-said")).ToContainTextAsync("没有这个编号");
        await administrator.FillAsync("move-number", number);
        await administrator.Part("move-find").PressAsync("Enter");
        await Assertions.Expect(administrator.Part("move-present")).ToContainTextAsync("河南省");
        await administrator.Part("move-submit").PressAsync("Enter");
        await Assertions.Expect(administrator.Part("move-to")).ToContainTextAsync("请选择");
        await administrator.ShouldLookRightAsync("deadlines");
        await administrator.ChooseAsync("move-to", "资阳市");
        await administrator.FillAsync("move-reason", "试点期间按资阳办法");
        await administrator.Part("move-submit").PressAsync("Enter");
        await Assertions.Expect(administrator.Part("move-said")).ToContainTextAsync(number);
        await Assertions.Expect(administrator.Part("move-present")).ToContainTextAsync("资阳市");
        administrator.Errors.ShouldBeEmpty();

        await browser.AtAsync(Dispatcher, "dispatch", Title, async desk =>
        {
            await Assertions.Expect(desk.Part("timer-dispatch")).ToContainTextAsync("资阳市");
            await Assertions.Expect(desk.Part("timeline")).ToContainTextAsync("调整时限规则");
        });
    }

    private async Task<string> NumberOfAsync(DeskPage desk, string title)
    {
        var found = await desk.Page.Context.APIRequest.GetAsync(
            new Uri(browser.Hotline.Address, $"api/tickets?query={Uri.EscapeDataString(title)}").ToString());
        return JsonNode.Parse(await found.TextAsync())!["items"]!.AsArray().Single(item => item!["title"]!.GetValue<string>() == title)!["number"]!
            .GetValue<string>();
    }
}
