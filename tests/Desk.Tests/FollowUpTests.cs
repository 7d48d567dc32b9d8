using Hotline.Testkit;
using Hotline.Testkit.Sound;
using Microsoft.Playwright;

namespace Hotline.Desk.Tests;

/// <summary>A citizen calls again about his matter: the ticket that it has gets what he says, and no second one arises.</summary>
[Collection(DeskStories.Name)]
public sealed class FollowUpTests(Browser browser)
{
    private const string Caller = "13800006083";

    [Fact]
    [Requirement("CALL-07", Shows = "a call about a matter that has a ticket ends with that ticket, which says how often it was asked for")]
    public async Task A_citizen_who_asks_again_is_written_into_his_ticket_and_the_draft_of_his_call_ends()
    {
        await using var desk = await browser.OpenAsync();
        await desk.SignInAsync("1004");
        await desk.ReadyAsync();
        await using (var citizen = browser.Hotline.Calls("12345", Caller, new Tone(440)))
        {
            await desk.AnswerAsync();
            await desk.WriteTicketAsync("集英街路灯连续三晚不亮");
            await desk.Page.Keyboard.PressAsync("Control+Enter");
            await Assertions.Expect(desk.Part("recorded-note")).ToBeVisibleAsync();
            await citizen.HangUpAsync();
            await desk.Part("finish-wrap-up").ClickAsync();
            await Assertions.Expect(desk.State).ToContainTextAsync("示闲");
        }
        await using (var citizen = browser.Hotline.Calls("12345", Caller, new Tone(440)))
        {
            await OpenEarlierAsync(desk); // from the pop, while it rings
            await Assertions.Expect(desk.Part("ticket-detail")).ToContainTextAsync("接听后可以补充或催办");
            await desk.AnswerAsync();
            await desk.FillAsync("ticket-text", "今晚还是不亮，老人摔了一跤");
            await desk.TabToAsync("follow-up-expedite");
            await desk.Page.Keyboard.PressAsync("Enter");
            (await desk.ValueAsync("follow-up-words")).ShouldBe("今晚还是不亮，老人摔了一跤", "what was written in the draft is not typed twice");
            await desk.ShouldLookRightAsync("asking for an earlier ticket");
            await desk.TabToAsync("follow-up-send");
            await desk.Page.Keyboard.PressAsync("Enter");
            await desk.Part("follow-up-yes").WaitForAsync();
            await desk.TabToAsync("follow-up-yes"); // the focus is on the way back
            await desk.Page.Keyboard.PressAsync("Enter");

            await Assertions.Expect(desk.Part("expedited")).ToContainTextAsync("催办 1 次，最近");
            await Assertions.Expect(desk.Part("follow-ups")).ToContainTextAsync("老人摔了一跤");
            await Assertions.Expect(desk.Part("ticket-detail")).ToContainTextAsync("本次来电已有结果");
            await Assertions.Expect(desk.Part("recorded-note")).ToBeVisibleAsync();
            await desk.ShouldLookRightAsync("after asking for an earlier ticket");
            await citizen.HangUpAsync();
            await Assertions.Expect(desk.State).ToContainTextAsync("话后");
            await desk.ShouldLookRightAsync("after-call work of a call that was written into an earlier ticket");
            await desk.Part("finish-wrap-up").ClickAsync(); // no outcome is asked for
            await Assertions.Expect(desk.State).ToContainTextAsync("示闲");
        }
        await using (var citizen = browser.Hotline.Calls("12345", Caller, new Tone(440)))
        {
            await Assertions.Expect(desk.Part("history-tickets")).ToContainTextAsync("催办 1 次");
            await Assertions.Expect(desk.Part("history-calls")).ToContainTextAsync("催办原工单");
            await desk.AnswerAsync();
            await OpenEarlierAsync(desk);
            await desk.TabToAsync("follow-up-supplement");
            await desk.Page.Keyboard.PressAsync("Enter");
            await Assertions.Expect(desk.Part("follow-up-send")).ToBeDisabledAsync(); // there is nothing to add yet
            await desk.Page.Keyboard.TypeAsync("路口东侧第三盏");
            await desk.TabToAsync("follow-up-send");
            await desk.Page.Keyboard.PressAsync("Enter");
            await desk.Part("follow-up-yes").WaitForAsync();
            await desk.Page.Keyboard.PressAsync("Escape"); // and yet not
            await Assertions.Expect(desk.Part("follow-up-yes")).ToBeHiddenAsync();
            await Assertions.Expect(desk.Part("recorded-note")).ToHaveCountAsync(0);
            await desk.TabToAsync("follow-up-send");
            await desk.Page.Keyboard.PressAsync("Enter");
            await desk.Part("follow-up-yes").WaitForAsync();
            await desk.TabToAsync("follow-up-yes");
            await desk.Page.Keyboard.PressAsync("Enter");
            await Assertions.Expect(desk.Part("follow-ups")).ToContainTextAsync("路口东侧第三盏");
            await Assertions.Expect(desk.Part("expedited")).ToContainTextAsync("催办 1 次");
            await citizen.HangUpAsync();
            await Assertions.Expect(desk.State).ToContainTextAsync("话后");
            await desk.Part("finish-otherwise").ClickAsync();
            await desk.Page.GetByText("完成并示忙").ClickAsync();
            await Assertions.Expect(desk.State).ToContainTextAsync("示忙");
        }
        desk.Errors.ShouldBeEmpty();
    }

    /// <summary>The first of his tickets is the one that is open: the others went into it.</summary>
    private static async Task OpenEarlierAsync(DeskPage desk)
    {
        var earlier = desk.Part("earlier-ticket").Filter(new LocatorFilterOptions { HasText = "集英街路灯" });
        await earlier.FocusAsync();
        await desk.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(desk.Part("ticket-detail")).ToContainTextAsync("集英街路灯");
    }
}
