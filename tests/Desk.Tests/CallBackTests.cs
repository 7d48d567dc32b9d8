using Hotline.Testkit.Running;
using Hotline.Testkit.Sound;
using Microsoft.Playwright;

namespace Hotline.Desk.Tests;

/// <summary>待回拨 on the shift leader's page.</summary>
[Collection(DeskStories.Name)]
public sealed class CallBackTests(Browser browser)
{
    private static readonly TimeSpan BetweenPresses = TimeSpan.FromSeconds(1), OfferLimit = TimeSpan.FromSeconds(40);

    [Fact]
    public async Task A_leader_sees_who_asked_to_be_called_back_calls_him_and_says_so()
    {
        await using var leader = await browser.OpenAsync();
        await leader.SignInAsLeaderAsync("2001");
        await using var citizen = browser.Hotline.Calls(CityVariant.CalledBack, "13800007788", new Tone(440));
        var noted = citizen.EndAsync(OfferLimit);
        while (!noted.IsCompleted)
        {
            citizen.Ear.Press(1); // means nothing until he was asked
            await Task.WhenAny(noted, RtpPeer.ListenAsync(BetweenPresses));
        }
        (await noted).ShouldBe("ended far");

        await leader.Part("call-backs").ClickAsync();
        var row = leader.Part("call-back");
        await Assertions.Expect(row).ToContainTextAsync("138****7788");
        await Assertions.Expect(row).ToContainTextAsync(CityVariant.CalledBack);
        await row.GetByTestId("reveal").ClickAsync();
        await Assertions.Expect(row).ToContainTextAsync("138 0000 7788");
        await leader.ShotAsync("call-backs");
        await row.GetByTestId("called-back").ClickAsync();
        await leader.Page.GetByText("确已回拨").ClickAsync();
        await Assertions.Expect(leader.Page.GetByText("没有等待回拨的市民")).ToBeVisibleAsync();
        await Assertions.Expect(leader.Part("call-backs")).ToContainTextAsync("0人");
        leader.Errors.ShouldBeEmpty();
    }
}
