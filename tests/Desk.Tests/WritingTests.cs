using Hotline.Testkit.Sip;
using Hotline.Testkit.Sound;
using Microsoft.Playwright;

namespace Hotline.Desk.Tests;

/// <summary>What an agent writes and reads while the call ends: nothing is lost, nothing stale stays.</summary>
[Collection(DeskStories.Name)]
public sealed class WritingTests(Browser browser)
{
    private static readonly Tone Voice = new(440);

    [Fact]
    public async Task An_outcome_typed_before_a_reload_is_there_after_it()
    {
        await using var desk = await browser.OpenAsync();
        await using var citizen = await TalkingAsync(desk, "1006");
        await desk.HangUpAsync();
        await desk.Part("outcome-transfer").ClickAsync();
        await desk.FillAsync("transfer-target", "12366 税务分中心");
        await desk.Page.GetByText("已接走", new PageGetByTextOptions { Exact = true }).ClickAsync();
        await desk.FillAsync("outcome-summary", "公积金事项请其直接答复");
        await Assertions.Expect(desk.Part("draft-stamp")).ToContainTextAsync("已自动保存");

        await desk.Page.ReloadAsync();

        await Assertions.Expect(desk.State).ToContainTextAsync("话后");
        await Assertions.Expect(desk.Part("outcome-transfer").Locator("input")).ToBeCheckedAsync();
        await Assertions.Expect(desk.Part("pre-submit-check")).ToContainTextAsync("可以提交"); // typed is not recorded
        (await desk.ValueAsync("transfer-target")).ShouldBe("12366 税务分中心");
        (await desk.ValueAsync("outcome-summary")).ShouldBe("公积金事项请其直接答复");
        await desk.Part("finish-wrap-up").ClickAsync();
        await Assertions.Expect(desk.State).ToContainTextAsync("示闲");
    }

    [Fact]
    public async Task The_question_for_a_second_press_goes_with_its_call()
    {
        await using var desk = await browser.OpenAsync();
        await using var citizen = await TalkingAsync(desk, "1004");
        await desk.Page.Keyboard.PressAsync("Alt+KeyG");
        await Assertions.Expect(desk.Page.GetByText("再按一次 Alt+G 挂断")).ToBeVisibleAsync();

        await citizen.HangUpAsync();

        await Assertions.Expect(desk.State).ToContainTextAsync("话后");
        (await desk.Page.GetByText("再按一次 Alt+G 挂断").CountAsync()).ShouldBe(0);
        await desk.WrapUpAsync("已答复");
    }

    private async Task<Citizen> TalkingAsync(DeskPage desk, string agent)
    {
        await desk.SignInAsync(agent);
        await desk.ReadyAsync();
        var citizen = browser.Hotline.Calls("12345", "13800006030", Voice);
        await desk.AnswerAsync();
        await desk.ShouldTalkAndHearAsync(); // the keys are deaf for 600 ms after an answer: two half seconds of sound
        await desk.ShouldTalkAndHearAsync();
        return citizen;
    }
}
