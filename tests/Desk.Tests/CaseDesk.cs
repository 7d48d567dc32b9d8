using Hotline.Testkit.Sound;
using Microsoft.Playwright;

namespace Hotline.Desk.Tests;

/// <summary>What stories of cases do again and again, each person at a page of his own.</summary>
internal static class CaseDesk
{
    internal const string Dispatcher = "3001", ReturnReviewer = "3101", ExtensionReviewer = "3102", CloseReviewer = "3103", Coordinator = "3104",
        RevisitOfficer = "3105", Supervisor = "3106", Handler = "4001", UnitReviewer = "4002", Stranger = "4003", CoHandler = "4005",
        Station = "4101", Department = "4102";

    /// <summary>A citizen calls, and an agent writes a ticket.</summary>
    public static async Task AcceptedAsync(
        this Browser browser, string seat, string caller, string title, string unit, string demand, Func<DeskPage, Task>? more = null)
    {
        await using var desk = await browser.OpenAsync();
        await desk.SignInAsync(seat);
        await desk.ReadyAsync();
        await using var citizen = browser.Hotline.Calls("12345", caller, new Tone(440));
        await desk.AnswerAsync();
        await desk.WriteTicketAsync(title, unit, demand);
        await (more?.Invoke(desk) ?? Task.CompletedTask);
        await desk.Part("submit").ClickAsync();
        await Assertions.Expect(desk.Part("recorded-note")).ToContainTextAsync("您已提交");
        await citizen.HangUpAsync();
        await Assertions.Expect(desk.State).ToContainTextAsync("话后");
        await desk.Part("finish-otherwise").ClickAsync();
        await desk.Page.GetByText("完成并示忙").ClickAsync();
        await Assertions.Expect(desk.State).Not.ToHaveAttributeAsync("data-state", "afterCallWork"); // its text says 通话后 示忙 before
        desk.Errors.ShouldBeEmpty();
    }

    /// <summary>Somebody opens a case of his list, does something with it, and goes.</summary>
    public static async Task AtAsync(this Browser browser, string person, string queue, string title, Func<DeskPage, Task> work)
    {
        await using var desk = await browser.OpenAsync();
        await desk.SignInToCasesAsync(person);
        await desk.OpenCaseAsync(queue, title);
        await work(desk);
        desk.Errors.ShouldBeEmpty();
    }

    public static async Task DispatchAsync(this DeskPage desk, string lead, string? coHandler = null)
    {
        await desk.DoCaseAsync("dispatch");
        await desk.ChooseUnitAsync("lead", lead);
        if (coHandler is not null)
        {
            await desk.ChooseUnitAsync("coHandlers", coHandler);
        }
        await desk.SendCaseAsync("派单", "dispatched");
    }

    /// <summary>Sends a form that lacks something: each of these is blamed, and the first has the focus.</summary>
    public static async Task LacksAsync(this DeskPage desk, params IEnumerable<string> fields)
    {
        await desk.Page.Keyboard.PressAsync("Control+Enter");
        foreach (var field in fields)
        {
            await Assertions.Expect(desk.Part($"field-{field}")).ToContainTextAsync("请填写");
        }
    }

    public static async Task SignAsync(this DeskPage desk, string state = "handling")
    {
        await desk.DoCaseAsync("sign");
        await Assertions.Expect(desk.Part("case-done")).ToContainTextAsync("签收");
        await Assertions.Expect(desk.Part("case-state")).ToHaveAttributeAsync("data-state", state);
    }

    public static async Task ReplyAsync(this DeskPage desk, string text, string? scan = null)
    {
        await desk.DoCaseAsync("submitReply");
        await desk.FillAsync("field-text", text);
        await desk.NowAsync("contactedAt");
        await desk.CheckAsync("solved", "已解决");
        if (scan is not null)
        {
            await desk.FillAsync("field-scan", scan);
        }
        await desk.SendCaseAsync("填写答复", "handling");
    }

    public static async Task ApproveAsync(this DeskPage desk)
    {
        await desk.DoCaseAsync("reviewReply");
        await desk.CheckAsync("approved", "通过，报热线");
        await desk.SendCaseAsync("审核答复", "replied");
    }

    public static async Task CompleteAsync(this DeskPage desk)
    {
        await desk.DoCaseAsync("reviewClosing");
        await desk.SendCaseAsync("办结审核", "revisit");
    }

    /// <summary>The citizen was asked: satisfied with all, or not with the result, and what the hotline found then.</summary>
    public static async Task RevisitAsync(this DeskPage desk, string state, string? finding = null, string note = "")
    {
        await desk.DoCaseAsync("recordRevisit");
        await desk.CheckAsync("connected", "已接通");
        foreach (var what in (string[])["hotlineService", "unitContact"])
        {
            await desk.CheckAsync(what, "满意");
        }
        await desk.CheckAsync("result", finding is null ? "满意" : "不满意");
        if (finding is not null)
        {
            await desk.PickAsync("finding", finding);
            await desk.FillAsync("field-note", note);
        }
        await desk.SendCaseAsync("登记回访", state);
    }
}
