using Hotline.Testkit;
using Hotline.Testkit.Sound;
using Microsoft.Playwright;

namespace Hotline.Desk.Tests;

/// <summary>Signing out is the server's to grant: until it has, the agent stays at work and his telephone stays registered.</summary>
[Collection(DeskStories.Name)]
public sealed class SignOutTests(Browser browser)
{
    [Fact]
    [Requirement("CALL-07", Shows = "an agent who wants to leave before it is told what is missing, and stays at work")]
    public async Task Who_may_not_leave_yet_is_told_why_and_stays_at_work()
    {
        await using var desk = await browser.OpenAsync();
        await desk.SignInAsync("1006");
        await desk.ReadyAsync();
        await using var citizen = browser.Hotline.Calls("12345", "13800006052", new Tone(440));
        await desk.AnswerAsync();
        await desk.ShouldTalkAndHearAsync();
        await citizen.HangUpAsync();
        await Assertions.Expect(desk.State).ToContainTextAsync("话后");

        await desk.AskToSignOutAsync();

        await Assertions.Expect(desk.Part("sign-out-refused")).ToContainTextAsync("办理结果");
        await Assertions.Expect(desk.State).ToContainTextAsync("话后");
        await desk.PhoneIsKnownAsync();
        await desk.WrapUpAsync("已答复"); // as if nothing had been
        await desk.AskToSignOutAsync();
        await desk.Part("agent-id").WaitForAsync();
        desk.Errors.ShouldBeEmpty();
    }
}
