using System.Text.RegularExpressions;
using Hotline.Testkit;
using Hotline.Testkit.Sound;
using Microsoft.Playwright;

namespace Hotline.Desk.Tests;

/// <summary>A citizen's call in a real page: rings, pops, is answered, heard both ways, written down, found again.</summary>
[Collection(DeskStories.Name)]
public sealed partial class CallInThePageTests(Browser browser)
{
    private static readonly Tone Citizen = new(440);

    [Fact]
    [Requirement("CALL-07", Shows = "after a call the desk asks for its outcome and goes on to nothing else before it has one")]
    [Requirement("CALL-07", Shows = "an answer on the spot is written down in the call and found again")]
    [Requirement("TKT-02", Shows = "an answer on the spot is written down in the call and found again")]
    [Requirement("CALL-08", Shows = "the agent chooses natural person, legal person or other organisation, and the ticket says which")]
    [Requirement("CALL-09", Shows = "the agent chooses one of the five for his record")]
    [Requirement("TKT-16", Shows = "a ticket that was found again shows its call, its words and its recording")]
    [Requirement("NUM-02", Shows = "the agent sees which number was dialled, and that it is a dual one")]
    public async Task A_call_rings_pops_is_answered_written_down_and_found_again()
    {
        await using var desk = await browser.OpenAsync();
        await desk.SignInAsync("1001");
        await desk.ReadyAsync();
        await using var citizen = browser.Hotline.Calls("12348", "13800006021", Citizen);

        await Assertions.Expect(desk.Part("dialled-number").First).ToContainTextAsync("12348");
        await Assertions.Expect(desk.Part("dialled-mode").First).ToContainTextAsync("双号并行");
        await Assertions.Expect(desk.Part("caller-number").First).ToContainTextAsync("138****6021");
        (await desk.Page.TitleAsync()).ShouldContain("振铃");
        await desk.AnswerAsync();
        await desk.ShouldTalkAndHearAsync();
        await citizen.Ear.ShouldHearSomethingAsync();

        await Assertions.Expect(desk.Part("demand-type").First).ToContainTextAsync(Types());
        await Assertions.Expect(desk.Kind("自然人")).ToBeCheckedAsync();
        await Assertions.Expect(desk.Kind("其他组织")).ToHaveCountAsync(1);
        await desk.Page.GetByText("法人", new PageGetByTextOptions { Exact = true }).ClickAsync();
        await desk.FillAsync("ticket-title", "集英街路灯不亮");
        await desk.FillAsync("ticket-text", "集英街与东大街口路灯连续三晚不亮");
        await Assertions.Expect(desk.Part("draft-stamp")).ToContainTextAsync("已自动保存");
        await citizen.HangUpAsync();
        await Assertions.Expect(desk.State).ToContainTextAsync("话后");

        // CALL-07: no way on without an outcome.
        await desk.Part("finish-wrap-up").ClickAsync();
        await Assertions.Expect(desk.Part("pre-submit-check")).ToContainTextAsync("结果");
        await Assertions.Expect(desk.State).ToContainTextAsync("话后");
        await desk.WrapUpAsync("已告知市民由市城市管理局安排维修");

        await desk.Part("nav-tickets").ClickAsync();
        await desk.FillAsync("search-box", "路灯");
        await desk.Part("search").ClickAsync();
        await Assertions.Expect(desk.Part("ticket-row").First).ToContainTextAsync("集英街路灯不亮");
        await desk.Part("ticket-row").First.ClickAsync();
        foreach (var kept in (string[])["12348", "法人", "咨询", "集英街与东大街口路灯连续三晚不亮", "已告知市民由市城市管理局安排维修"])
        {
            await Assertions.Expect(desk.Part("ticket-detail")).ToContainTextAsync(kept);
        }
        await Assertions.Expect(desk.Part("ticket-detail").GetByTestId("recording")).ToBeVisibleAsync();
        desk.Errors.ShouldBeEmpty();
    }

    /// <summary>The demand types of the documents, in the order of the city's file.</summary>
    [GeneratedRegex("咨询.*求助.*投诉.*举报.*建议")]
    private static partial Regex Types();

    [Fact]
    public async Task A_page_reloaded_in_mid_call_has_the_call_and_the_words_again()
    {
        await using var desk = await browser.OpenAsync();
        await desk.SignInAsync("1002");
        await desk.ReadyAsync();
        await using var citizen = browser.Hotline.Calls("12345", "13800006022", Citizen);
        await desk.AnswerAsync();
        await desk.FillAsync("ticket-text", "公积金提取未到账");
        await Assertions.Expect(desk.Part("draft-stamp")).ToContainTextAsync("已自动保存");

        await desk.Page.ReloadAsync();

        await Assertions.Expect(desk.State).ToContainTextAsync("通话");
        await desk.ShouldTalkAndHearAsync();
        (await desk.ValueAsync("ticket-text")).ShouldBe("公积金提取未到账");
        citizen.IsConnected.ShouldBeTrue();
        await citizen.HangUpAsync();
        await Assertions.Expect(desk.State).ToContainTextAsync("话后");
        await desk.WrapUpAsync("已答复");
    }

    [Fact]
    public async Task The_server_killed_in_mid_call_costs_no_word_and_no_sound()
    {
        await using var desk = await browser.OpenAsync();
        await desk.SignInAsync("1003");
        await desk.ReadyAsync();
        await using var citizen = browser.Hotline.Calls("12345", "13800006023", Citizen);
        await desk.AnswerAsync();
        await desk.ShouldTalkAndHearAsync();

        var printed = browser.Hotline.Printed.Count;
        browser.Hotline.KillServer();
        await desk.FillAsync("ticket-text", "服务器重启时写下的话");
        await desk.ShouldTalkAndHearAsync();
        await browser.Hotline.ServerIsBackAsync(printed);

        await Assertions.Expect(desk.Page.GetByText("服务器 已连接")).ToBeVisibleAsync();
        await Assertions.Expect(desk.Part("draft-stamp")).ToContainTextAsync("已自动保存");
        await desk.Page.Keyboard.PressAsync("F8");
        await Assertions.Expect(desk.State).ToContainTextAsync("保持");
        await desk.Page.Keyboard.PressAsync("F8");
        await Assertions.Expect(desk.State).ToContainTextAsync("通话");
        await citizen.HangUpAsync();
        await desk.WrapUpAsync("已答复");
    }

    [Fact]
    [Requirement("XFER-02", Shows = "the agent brings the unit in and leaves it with the citizen")]
    public async Task A_third_party_is_brought_in_and_left_with_the_citizen()
    {
        await using var desk = await browser.OpenAsync();
        await desk.SignInAsync("1007");
        await desk.ReadyAsync();
        await using var centre = browser.Hotline.SubCentre(new Tone(1800));
        await using var citizen = browser.Hotline.Calls("12345", "13800006024", Citizen);
        await desk.AnswerAsync();

        await desk.ShouldTalkAndHearAsync(); // the keys are deaf for 600 ms after an answer: two half seconds of sound
        await desk.ShouldTalkAndHearAsync();
        await desk.Page.Keyboard.PressAsync("Alt+KeyI");
        await desk.Part("party-12366").ClickAsync();
        await Assertions.Expect(desk.State).ToContainTextAsync("三方");
        await Assertions.Expect(desk.Part("party-card").Last).ToContainTextAsync("12366");
        await desk.Part("leave").ClickAsync();
        await desk.Part("leave-confirm").ClickAsync();

        await Assertions.Expect(desk.State).ToContainTextAsync("话后");
        await citizen.Ear.ShouldHearAsync(centre.Tone);
        await desk.WrapUpAsync("已转税务分中心");
        await centre.HangUpAsync();
        await citizen.EndAsync();
    }

    [Fact]
    public async Task A_call_is_given_to_another_seat_with_the_words_written_so_far()
    {
        await using var front = await browser.OpenAsync();
        await front.SignInAsync("1011");
        await front.ReadyAsync();
        await using var citizen = browser.Hotline.Calls("12345", "13800006025", Citizen);
        await front.AnswerAsync();
        await front.ShouldTalkAndHearAsync();
        await front.ShouldTalkAndHearAsync(); // the keys are deaf for 600 ms after an answer
        await front.FillAsync("ticket-text", "咨询劳动合同解除的补偿");
        await front.HandOnAsync("law");
        citizen.IsConnected.ShouldBeTrue();

        await using var expert = await browser.OpenAsync();
        await expert.SignInAsync("1010");
        await expert.ReadyForTheNextAsync();
        await expert.AnswerAsync();
        await expert.ShouldTalkAndHearAsync();
        (await expert.ValueAsync("ticket-text")).ShouldBe("咨询劳动合同解除的补偿");
        await citizen.HangUpAsync();
        await expert.WrapUpAsync("已答复");
    }

    [Fact]
    public async Task The_newer_page_of_an_agent_takes_over_and_the_older_says_so()
    {
        await using var older = await browser.OpenAsync();
        await older.SignInAsync("1008");
        await older.ReadyAsync();
        var newer = await older.Page.Context.NewPageAsync();
        await newer.GotoAsync(browser.Hotline.Address.ToString());
        await Assertions.Expect(older.Part("banner")).ToContainTextAsync("另一台电脑");
    }
}
