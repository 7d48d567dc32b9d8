using Hotline.Testkit.Sip;
using Hotline.Testkit.Sound;
using Microsoft.Playwright;

namespace Hotline.Desk.Tests;

/// <summary>A sign-in that runs out in the middle of a call.</summary>
[Collection(DeskStories.Name)]
public sealed class SignInOverTests(Browser browser)
{
    [Fact]
    public async Task The_hang_up_key_ends_the_talk_all_the_same()
    {
        await using var desk = await browser.OpenAsync();
        await using var citizen = await TalkingAsync(desk, "1008", "13800006065");
        await desk.Page.Context.ClearCookiesAsync();

        await desk.Page.Keyboard.PressAsync("Alt+KeyG");
        await desk.Page.Keyboard.PressAsync("Alt+KeyG");

        // The telephone hangs up by itself. To the server that is a leg that was lost: it keeps the citizen.
        await desk.Part("agent-id").WaitForAsync();
        (await desk.Page.EvaluateAsync<string>("() => window.__hotline?.rtcState() ?? 'none'")).ShouldBeOneOf("none", "closed");
        citizen.IsConnected.ShouldBeTrue();
        await citizen.HangUpAsync();
        await citizen.EndAsync();
        await desk.SignInAsync("1008");
        await Assertions.Expect(desk.State).ToContainTextAsync("话后"); // only he knows what it was about
        await desk.WrapUpAsync("已答复");
    }

    [Fact]
    public async Task The_password_is_asked_for_in_the_page_and_call_and_text_go_on()
    {
        await using var desk = await browser.OpenAsync();
        await using var citizen = await TalkingAsync(desk, "1003", "13800006066");
        await desk.FillAsync("ticket-text", "登录失效前写下的话");
        await Assertions.Expect(desk.Part("draft-stamp")).ToContainTextAsync("已自动保存");
        await desk.Page.Context.ClearCookiesAsync();
        await desk.FillAsync("ticket-text", "登录失效后写下的话");
        await desk.Part("password-again").WaitForAsync();
        await desk.ShouldTalkAndHearAsync();
        await desk.ShouldLookRightAsync("a sign-in that is over, in a call");

        await desk.FillAsync("password-again", browser.Hotline.PasswordOf("1003"));
        await desk.Part("sign-in-again").ClickAsync();

        await Assertions.Expect(desk.Part("password-again")).ToHaveCountAsync(0);
        await Assertions.Expect(desk.Part("draft-stamp")).ToContainTextAsync("已自动保存");
        (await desk.ValueAsync("ticket-text")).ShouldBe("登录失效后写下的话");
        citizen.IsConnected.ShouldBeTrue();
        await desk.ShouldTalkAndHearAsync();
        await desk.Page.Keyboard.PressAsync("F8");
        await Assertions.Expect(desk.State).ToContainTextAsync("保持");
        await desk.Page.Keyboard.PressAsync("F8");
        await Assertions.Expect(desk.State).Not.ToContainTextAsync("保持");
        await desk.HangUpAsync();
        await desk.WrapUpAsync("已答复"); // and ready again: the telephone has its new account
        await browser.Hotline.Asterisk.ShouldHavePhonesOfAsync("1003", 1); // and the former one let its own go
        desk.Errors.ShouldBeEmpty();
        await desk.Page.CloseAsync();
        await browser.Hotline.Asterisk.ShouldHavePhonesOfAsync("1003", 0);
    }

    private async Task<Citizen> TalkingAsync(DeskPage desk, string agent, string from)
    {
        await desk.SignInAsync(agent);
        await desk.ReadyAsync();
        var citizen = browser.Hotline.Calls("12345", from, new Tone(440));
        await desk.AnswerAsync();
        await desk.ShouldTalkAndHearAsync(); // the keys are deaf for 600 ms after an answer: two half seconds of sound
        await desk.ShouldTalkAndHearAsync();
        return citizen;
    }
}
