using Hotline.Testkit;
using Microsoft.Playwright;
using static Hotline.Desk.Tests.CaseDesk;

namespace Hotline.Desk.Tests;

/// <summary>A citizen's matter on its longest way, and one that whom it accuses must not learn of; by the pages of all, without a mouse.</summary>
[Collection(DeskStories.Name)]
public sealed class CitizenStoryTests(Browser browser)
{
    private const string Seat = "1009";

    [Fact]
    [Requirement("TKT-01", Shows = "from the call to the archive, each in his own page")]
    [Requirement("REV-05", Shows = "after the redo the citizen is asked again")]
    [Requirement("TKT-16", Shows = "it shows every step")]
    public async Task From_the_call_by_county_and_department_twice_to_the_archive()
    {
        const string Title = "杞县城关镇主街窨井盖缺失，夜间有人跌落";
        await browser.AcceptedAsync(Seat, "13800006101", Title, "市城市管理局", "求助");

        await browser.AtAsync(Dispatcher, "dispatch", Title, async desk =>
        {
            await desk.DoCaseAsync("dispatch");
            await Assertions.Expect(desk.Part("dispatch-advice")).ToContainTextAsync("派单建议（地点：杞县）");
            await Assertions.Expect(desk.Part("suggested-410221")).ToContainTextAsync("按派单目录第 1 条（属地）");
            await Assertions.Expect(desk.Part("suggested-kf-cg")).ToContainTextAsync("按派单目录第 7 条（主管）");
            await desk.ShouldLookRightAsync("a dispatcher's advice");
            await desk.Part("suggested-410221").GetByRole(AriaRole.Button).PressAsync("Enter");
            await Assertions.Expect(desk.Part("field-lead")).ToContainTextAsync("杞县");
            await desk.SendCaseAsync("派单", "dispatched");
        });
        await browser.AtAsync(Station, "unitSign", Title, async desk =>
        {
            await desk.SignAsync();
            await desk.DoCaseAsync("subAssign");
            await desk.Page.Keyboard.PressAsync("Control+Enter");
            await Assertions.Expect(desk.Part("field-unit")).ToContainTextAsync("请填写");
            await desk.ChooseUnitAsync("unit", "龙亭区城市管理局");
            await desk.Page.Keyboard.PressAsync("Control+Enter");
            await Assertions.Expect(desk.Part("field-unit").Locator(".field-error")).ToBeVisibleAsync(); // not under this station
            await desk.ChooseUnitAsync("unit", "杞县城市管理局");
            await desk.SendCaseAsync("转派", "handling");
            await Assertions.Expect(desk.Part("timeline")).ToContainTextAsync("转给 杞县城市管理局");
            await desk.DoCaseAsync("requestReturn");
            await desk.FillAsync("field-reason", "主街由市政公司管养");
            await desk.FillAsync("field-basis", "市政设施管养分工清单");
            await desk.ChooseUnitAsync("suggestedUnit", "市城市管理局");
            await desk.SendCaseAsync("退单", "returnReview");
            await desk.ShotAsync("station gives back");
        });
        await browser.AtAsync(ReturnReviewer, "returns", Title, async desk =>
        {
            await desk.DoCaseAsync("decideReturn");
            await desk.CheckAsync("verdict", "不同意，仍由该单位办理");
            await desk.FillAsync("field-note", "该路段已移交杞县");
            await desk.SendCaseAsync("退单审核", "handling");
        });
        await browser.AtAsync(Department, "unitSign", Title, async desk =>
        {
            await desk.SignAsync();
            await desk.ReplyAsync("已补装窨井盖");
        });
        await browser.AtAsync(Station, "unitReview", Title, desk => desk.ApproveAsync());
        await browser.AtAsync(CloseReviewer, "closing", Title, desk => desk.CompleteAsync());
        await browser.AtAsync(RevisitOfficer, "revisit", Title, async desk =>
        {
            await desk.RevisitAsync("redo", "因办理原因，合理诉求未解决", "另有两处未补装");
            await Assertions.Expect(desk.Part("timeline")).ToContainTextAsync("办理结果 不满意");
        });

        await browser.AtAsync(Station, "unitSign", Title, async desk =>
        {
            await Assertions.Expect(desk.Part("case")).ToContainTextAsync("第 1 次重办");
            await desk.SignAsync();
            await Assertions.Expect(desk.Part("timer-handle").First).ToContainTextAsync("剩"); // the limit once more
        });
        await browser.AtAsync(Department, "unitSign", Title, async desk =>
        {
            await desk.SignAsync();
            await desk.ReplyAsync("另两处已补装，并排查全街");
        });
        await browser.AtAsync(Station, "unitReview", Title, desk => desk.ApproveAsync());
        await browser.AtAsync(CloseReviewer, "closing", Title, desk => desk.CompleteAsync());
        await browser.AtAsync(RevisitOfficer, "revisit", Title, desk => desk.RevisitAsync("closed"));
        await browser.AtAsync(CloseReviewer, "filing", Title, async desk =>
        {
            await desk.DoCaseAsync("archive");
            await desk.ConfirmAsync("confirm-archive");
            await Assertions.Expect(desk.Part("case-state")).ToHaveAttributeAsync("data-state", "archived");
            await Assertions.Expect(desk.Part("commands")).ToContainTextAsync("现在没有您要办的事");
            var story = desk.Part("timeline");
            foreach (var step in (string[])["来电登记", "派单", "转派给下级单位", "申请退单", "审核退单", "写好答复", "回访诉求人", "归档"])
            {
                await Assertions.Expect(story).ToContainTextAsync(step);
            }
            await desk.ShotAsync("archived");
        });
    }

    [Fact]
    [Requirement("ACC-13", Shows = "a person of the accused unit does not find the ticket")]
    public async Task Who_is_accused_in_a_confidential_report_sees_nothing_of_it()
    {
        const string Title = "举报供水营业厅违规收取开户费", Accused = "市供水集团";
        await browser.AcceptedAsync(Seat, "13800006102", Title, "市住房和城乡建设局", "举报", async desk =>
        {
            await desk.Page.GetByLabel("保密", new PageGetByLabelOptions { Exact = true }).CheckAsync();
            await desk.ChooseAsync("accused-unit", Accused);
            await Assertions.Expect(desk.Part("accused-unit")).ToContainTextAsync(Accused);
            await desk.ShotAsync("agent names the accused");
        });

        var id = "";
        await using (var dispatcher = await browser.OpenAsync())
        {
            await dispatcher.SignInToCasesAsync(Dispatcher);
            await dispatcher.Part("queue-dispatch").ClickAsync();
            await dispatcher.Page.GetByText("只看保密件").ClickAsync();
            var row = dispatcher.Part("case-row").Filter(new LocatorFilterOptions { HasText = Title });
            id = (await row.GetAttributeAsync("data-case"))!;
            await row.ClickAsync();
            await Assertions.Expect(dispatcher.Part("case")).ToContainTextAsync(Accused);
            await dispatcher.DoCaseAsync("dispatch");
            await dispatcher.ChooseUnitAsync("lead", Accused);
            await dispatcher.Page.Keyboard.PressAsync("Control+Enter");
            await Assertions.Expect(dispatcher.Part("field-lead")).ToContainTextAsync("被反映单位");
            await dispatcher.ChooseUnitAsync("lead", "市住房和城乡建设局");
            await dispatcher.ChooseUnitAsync("coHandlers", Accused);
            await dispatcher.Page.Keyboard.PressAsync("Control+Enter");
            await Assertions.Expect(dispatcher.Part("field-coHandlers")).ToContainTextAsync("被反映单位");
            await dispatcher.ChooseUnitAsync("coHandlers", Accused); // and no longer
            await Assertions.Expect(dispatcher.Part("field-coHandlers")).Not.ToContainTextAsync(Accused);
            await dispatcher.SendCaseAsync("派单", "dispatched");
            dispatcher.Errors.ShouldBeEmpty();
        }

        await using (var handler = await browser.OpenAsync())
        {
            await handler.SignInToCasesAsync(CoHandler);
            await handler.Part("queue-unitSign").ClickAsync();
            await handler.Page.GetByText("只看保密件").ClickAsync();
            await handler.Part("case-row").Filter(new LocatorFilterOptions { HasText = Title }).ClickAsync();
            await Assertions.Expect(handler.Part("case-heading")).ToHaveTextAsync(Title);
            await Assertions.Expect(handler.Part("case")).Not.ToContainTextAsync(Accused); // whom it accuses is not told to units
            await Assertions.Expect(handler.Part("case")).Not.ToContainTextAsync("6102");
        }

        await using var accused = await browser.OpenAsync();
        await accused.SignInToCasesAsync(Stranger);
        foreach (var queue in (string[])["unitSign", "unitHandle", "unitReview", "unitDone"])
        {
            await accused.Part($"queue-{queue}").ClickAsync();
            await Assertions.Expect(accused.Part("no-cases").Or(accused.Part("case-row").First)).ToBeVisibleAsync();
            await Assertions.Expect(accused.Page.GetByText(Title)).ToHaveCountAsync(0);
        }
        await accused.Page.GotoAsync(new Uri(browser.Hotline.Address, $"#/cases/{id}").ToString());
        await Assertions.Expect(accused.Part("case-away")).ToContainTextAsync("没有找到");
        await accused.Part("nav-tickets").ClickAsync();
        await accused.FillAsync("search-box", "开户费");
        await accused.Part("search").ClickAsync();
        await Assertions.Expect(accused.Page.GetByText("没有找到“开户费”")).ToBeVisibleAsync();
        await accused.Page.GotoAsync(new Uri(browser.Hotline.Address, $"#/tickets/{id}").ToString());
        await Assertions.Expect(accused.Page.Locator("main")).ToContainTextAsync("没有找到");
        foreach (var path in (string[])[$"api/cases/{id}", $"api/tickets/{id}"])
        {
            (await accused.Page.Context.APIRequest.GetAsync(new Uri(browser.Hotline.Address, path).ToString())).Status.ShouldBe(404, path);
        }
        var told = await accused.Page.Context.APIRequest.GetAsync(new Uri(browser.Hotline.Address, "api/cases/notices").ToString());
        (await told.TextAsync()).ShouldNotContain(id);
        accused.Errors.ShouldBeEmpty();
    }
}
