using Hotline.Testkit;
using Hotline.Testkit.Sound;
using Microsoft.Playwright;

namespace Hotline.Desk.Tests;

/// <summary>
/// What the hotline does not take up: the words to say are on screen while the citizen listens, and what became of it is on record.
/// </summary>
[Collection(DeskStories.Name)]
public sealed class ScopeTests(Browser browser)
{
    private const string Caller = "13800006054";

    [Fact]
    [Requirement("ACC-06", Shows = "the agent refers the caller to that body, and the record keeps it")]
    [Requirement("ACC-14", Shows = "a matter of the courts is referred with the words to say, and later calls and tickets say so")]
    public async Task A_matter_of_the_courts_is_referred_with_the_words_to_say_and_known_as_that_ever_after()
    {
        await using var desk = await browser.OpenAsync();
        await desk.SignInAsync("1007");
        await desk.ReadyAsync();
        await using (var citizen = browser.Hotline.Calls("12345", Caller, new Tone(440)))
        {
            await desk.AnswerAsync();
            await desk.ChooseAsync("scope-reason", "须通过诉讼");
            await Assertions.Expect(desk.Part("guidance")).ToContainTextAsync("请向「{法院");
            await Assertions.Expect(desk.Part("guidance")).ToContainTextAsync("法院、仲裁机构");
            await desk.ShotAsync("guidance in the call");
            await desk.FillAsync("ticket-title", "不服一审判决");
            await citizen.HangUpAsync();
            await Assertions.Expect(desk.State).ToContainTextAsync("话后");
        }
        await Assertions.Expect(desk.Part("outcome-referral").Locator("input")).ToBeCheckedAsync();
        await Assertions.Expect(desk.Part("guidance")).ToContainTextAsync("请向「{法院");
        await desk.Part("use-guidance").ClickAsync();
        await desk.ShotAsync("guidance after the call");
        await desk.Part("finish-wrap-up").ClickAsync();
        await Assertions.Expect(desk.Page.Locator("[data-field=summary] .field-error")).ToContainTextAsync("{ }"); // what was said has no blanks
        await desk.FillAsync("outcome-summary", "已告知向龙亭区人民法院提出上诉");
        await desk.Part("finish-wrap-up").ClickAsync();
        await Assertions.Expect(desk.State).ToContainTextAsync("示闲");

        await using var again = browser.Hotline.Calls("12345", Caller, new Tone(440));
        await Assertions.Expect(desk.Part("history-calls")).ToContainTextAsync("有关单位受理");
        await Assertions.Expect(desk.Part("history-tickets")).ToContainTextAsync("有关单位受理");
        await desk.AnswerAsync();
        await again.HangUpAsync();
        await desk.WrapUpForGoodAsync("已答复");
        desk.Errors.ShouldBeEmpty();
    }

    [Fact]
    [Requirement("ACC-04", Shows = "the desk has no such reason, and says what to do with an emergency")]
    [Requirement("ACC-10", Shows = "on refusal the desk shows what to tell the caller")]
    public async Task An_emergency_is_no_reason_to_refuse_and_the_page_says_what_to_do_with_one()
    {
        await using var desk = await browser.OpenAsync();
        await desk.SignInAsync("1005");
        await desk.ReadyAsync();
        await using var citizen = browser.Hotline.Calls("12345", "13800006056", new Tone(440));
        await desk.AnswerAsync();
        await Assertions.Expect(desk.Part("emergency-way")).ToContainTextAsync("Alt+U");
        await citizen.HangUpAsync();
        await desk.Part("outcome-notAccepted").ClickAsync();
        await Assertions.Expect(desk.Part("emergency-way")).ToContainTextAsync("110");
        await desk.Part("reason-code").ClickAsync();
        var reasons = desk.Page.Locator(".ant-select-dropdown:visible .ant-select-item-option");
        await Assertions.Expect(reasons).ToHaveCountAsync(2);
        (await reasons.AllTextContentsAsync()).ShouldAllBe(r => !r.Contains("110"));
        await reasons.First.ClickAsync();
        await Assertions.Expect(desk.Part("guidance")).ToContainTextAsync("不能受理");
        await desk.Part("to-transfer").ClickAsync();
        await Assertions.Expect(desk.Part("outcome-transfer").Locator("input")).ToBeCheckedAsync();
        await desk.WrapUpForGoodAsync("已答复");
    }
}
