using Hotline.Testkit.Sip;
using Hotline.Testkit.Sound;
using Microsoft.Playwright;

namespace Hotline.Desk.Tests;

/// <summary>A ticket that the server says it does not have: asked for once, told once, and the agent may try again himself.</summary>
[Collection(DeskStories.Name)]
public sealed class LostTicketTests(Browser browser)
{
    private const string Agent = "1008";

    /// <summary>Longer than the page's first tries again, on the page's own clock.</summary>
    private const int Later = 4_000;

    [Fact]
    public async Task A_ticket_that_is_not_there_is_asked_for_once_until_the_agent_asks_again()
    {
        await using var desk = await browser.OpenAsync();
        var asked = 0;
        await RefuseAsync(desk, "**/api/tickets/*", () => asked++);
        await using var citizen = await TalkingAsync(desk);

        await Assertions.Expect(desk.Part("ticket-problem")).ToContainTextAsync("没有找到");
        await LaterAsync(desk);
        asked.ShouldBe(1);

        await desk.Page.UnrouteAllAsync();
        await desk.Part("open-again").ClickAsync();
        await desk.Part("ticket-title").WaitForAsync();
        await citizen.HangUpAsync();
        await desk.WrapUpForGoodAsync("已答复");
    }

    [Fact]
    public async Task A_draft_whose_ticket_is_gone_is_sent_once_and_the_agent_is_told()
    {
        await using var desk = await browser.OpenAsync();
        await using var citizen = await TalkingAsync(desk);
        await desk.Part("ticket-title").WaitForAsync();
        var sent = 0;
        await RefuseAsync(desk, "**/api/tickets/*/draft", () => sent++);
        await desk.FillAsync("ticket-text", "市民反映的事项");

        await Assertions.Expect(desk.Part("draft-stamp")).ToContainTextAsync("没有保存");
        await Assertions.Expect(desk.Page.GetByText("草稿已存", new PageGetByTextOptions { Exact = true })).ToHaveCountAsync(0);
        await LaterAsync(desk);
        sent.ShouldBe(1);

        await desk.Page.UnrouteAllAsync();
        await citizen.HangUpAsync();
        await desk.WrapUpForGoodAsync("已答复");
    }

    private async Task<Citizen> TalkingAsync(DeskPage desk)
    {
        await desk.Page.Clock.InstallAsync();
        await desk.SignInAsync(Agent);
        await desk.ReadyAsync();
        var citizen = browser.Hotline.Calls("12345", "13800006055", new Tone(440));
        await desk.AnswerAsync();
        return citizen;
    }

    private static async Task RefuseAsync(DeskPage desk, string path, Action count) => await desk.Page.RouteAsync(path, async route =>
    {
        count();
        await route.FulfillAsync(new RouteFulfillOptions
        {
            Status = 404, ContentType = "application/problem+json", Body = """{"code":"not-found","detail":"没有找到"}""",
        });
    });

    /// <summary>What the page would have sent by then has been sent: a question that it asks afterwards is answered.</summary>
    private static async Task LaterAsync(DeskPage desk)
    {
        await desk.Page.Clock.FastForwardAsync(Later);
        await desk.Page.EvaluateAsync("() => fetch('/api/session').then(answer => answer.status)");
    }
}
