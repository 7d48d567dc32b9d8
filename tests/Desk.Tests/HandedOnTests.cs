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

    [Fact]
    public async Task Who_gets_a_call_sees_from_whom_since_when_and_what_was_written_and_the_first_has_no_draft_of_it_left()
    {
        await using var front = await browser.OpenAsync();
        await front.SignInAsync(Front);
        await front.ReadyAsync();
        await using var citizen = browser.Hotline.Calls("12345", "13800006053", new Tone(440));
        await front.AnswerAsync();
        await front.FillAsync("ticket-title", "劳动合同解除的补偿");
        await front.FillAsync("ticket-text", "单位口头通知，没有书面材料");
        await front.ShouldTalkAndHearAsync();
        await front.ShouldTalkAndHearAsync();
        await front.HandOnAsync("law");
        await Assertions.Expect(front.Part("drafts")).ToBeVisibleAsync();
        await Assertions.Expect(front.Part("drafts")).Not.ToContainTextAsync("劳动合同解除的补偿");

        await using var expert = await browser.OpenAsync();
        await expert.SignInAsync(Expert);
        await expert.ReadyForTheNextAsync();
        await Assertions.Expect(expert.Part("handed-on")).ToContainTextAsync($"由 {Front} ");
        await Assertions.Expect(expert.Part("handed-on-ticket")).ToContainTextAsync("单位口头通知，没有书面材料");
        await expert.AnswerAsync();
        await Assertions.Expect(expert.Part("handed-on")).ToContainTextAsync($"由 {Front} ");
        await Assertions.Expect(expert.State).ToContainTextAsync("00:0"); // his own talk, not that of both
        await citizen.HangUpAsync();
        await expert.WrapUpAsync("已答复");

        await using var again = browser.Hotline.Calls("12345", "13800006053", new Tone(440));
        await front.Part("answer").WaitForAsync();
        await Assertions.Expect(front.Part("history-calls")).ToContainTextAsync($"{Front} → {Expert}");
        await front.AnswerAsync();
        await again.HangUpAsync();
        await front.WrapUpAsync("已答复");
    }

    private static async Task ShouldSayWhoseItIsAsync(DeskPage desk)
    {
        await Assertions.Expect(desk.Part("recorded-note")).ToContainTextAsync($"座席 {Front}");
        await Assertions.Expect(desk.Part("recorded-note")).Not.ToContainTextAsync("您已提交");
        await Assertions.Expect(desk.Part("draft-stamp")).ToContainTextAsync($"座席 {Front}");
        await Assertions.Expect(desk.Part("submit")).Not.ToContainTextAsync("已提交");
    }
}
