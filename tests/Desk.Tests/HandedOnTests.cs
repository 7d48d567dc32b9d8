using Hotline.Testkit;
using Hotline.Testkit.Sound;
using Microsoft.Playwright;

namespace Hotline.Desk.Tests;

/// <summary>A call that is handed on with its outcome on record: the next agent is told whose it is, and posts nothing in his own name.</summary>
[Collection(DeskStories.Name)]
public sealed class HandedOnTests(Browser browser)
{
    private const string Front = "1004", Expert = "1002";

    [Fact]
    [Requirement("CALL-07", Shows = "who gets a call whose outcome is on record is told whose it is, and owes none")]
    public async Task Who_gets_a_call_whose_ticket_is_submitted_is_told_so_and_ends_his_work_at_once()
    {
        await using var front = await browser.OpenAsync();
        await front.SignInAsync(Front);
        await front.ReadyAsync();
        await using var citizen = browser.Hotline.Calls("12345", "13800006051", new Tone(440));
        await front.AnswerAsync();
        await front.WriteTicketAsync("汴京公园路灯不亮");
        await front.Part("submit").ClickAsync();
        await Assertions.Expect(front.Part("recorded-note")).ToContainTextAsync("您已提交");
        await front.HandOnAsync("law");

        await using var expert = await browser.OpenAsync();
        List<string> posted = [];
        expert.Page.Request += (_, request) => posted.Add($"{request.Method} {new Uri(request.Url).AbsolutePath}");
        await expert.SignInAsync(Expert);
        await expert.ReadyForTheNextAsync();
        await expert.AnswerAsync();
        await ShouldSayWhoseItIsAsync(expert);
        await expert.ShouldTalkAndHearAsync();
        await citizen.HangUpAsync();
        await Assertions.Expect(expert.State).ToContainTextAsync("话后");
        await ShouldSayWhoseItIsAsync(expert);
        await expert.Part("finish-wrap-up").ClickAsync();

        await Assertions.Expect(expert.State).ToContainTextAsync("示闲");
        posted.ShouldContain("POST /api/desk/wrap-up");
        posted.ShouldNotContain(p => p.EndsWith("/outcome", StringComparison.Ordinal));
        expert.Errors.ShouldBeEmpty();
    }

    private static async Task ShouldSayWhoseItIsAsync(DeskPage desk)
    {
        await Assertions.Expect(desk.Part("recorded-note")).ToContainTextAsync($"座席 {Front}");
        await Assertions.Expect(desk.Part("recorded-note")).Not.ToContainTextAsync("您已提交");
        await Assertions.Expect(desk.Part("draft-stamp")).ToContainTextAsync($"座席 {Front}");
        await Assertions.Expect(desk.Part("submit")).Not.ToContainTextAsync("已提交");
    }
}
