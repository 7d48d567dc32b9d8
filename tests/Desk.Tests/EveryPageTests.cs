using System.Text.Json.Nodes;
using Hotline.Testkit.Sound;
using Microsoft.Playwright;

namespace Hotline.Desk.Tests;

/// <summary>Every page of every role, in every state of a call: nothing covered or cut off from 683 px on, nothing for axe-core to find.</summary>
[Collection(DeskStories.Name)]
public sealed class EveryPageTests(Browser browser)
{
    private const string Agent = "1005", Front = "1004", Expert = "1002", Leader = "2001", Administrator = "0000", OfTheUnit = "7002";

    private static readonly Tone Voice = new(440);

    [Fact]
    public async Task The_agents_desk_from_the_sign_in_to_a_call_with_a_third_party_and_the_work_after_it()
    {
        await using var desk = await OpenAsync();
        await desk.Page.GotoAsync(browser.Hotline.Address.ToString());
        await desk.Part("agent-id").WaitForAsync();
        await desk.ShouldLookRightAsync("sign-in");
        await desk.SignInAsync(Agent);
        await desk.ShouldLookRightAsync("not ready");
        await desk.ReadyAsync();
        await desk.ShouldLookRightAsync("ready");

        await using var centre = browser.Hotline.SubCentre(new Tone(1800));
        await using var citizen = browser.Hotline.Calls("12345", "13800006040", Voice);
        await desk.Part("answer").WaitForAsync();
        await Assertions.Expect(desk.Part("history-calls")).ToBeVisibleAsync();
        await desk.ShouldLookRightAsync("ringing");
        await desk.AnswerAsync();
        await desk.ShouldTalkAndHearAsync();
        await desk.ShouldTalkAndHearAsync(); // the keys are deaf for 600 ms after an answer
        await desk.ShouldLookRightAsync("talking");
        await desk.Page.Keyboard.PressAsync("F8");
        await Assertions.Expect(desk.State).ToContainTextAsync("保持");
        await desk.ShouldLookRightAsync("held");
        await desk.Page.Keyboard.PressAsync("F8");
        await Assertions.Expect(desk.State).Not.ToContainTextAsync("保持"); // how long the call lasts is said all the while

        await desk.Page.Keyboard.PressAsync("Alt+KeyI");
        await desk.Part("party-12366").WaitForAsync();
        await desk.ShouldLookRightAsync("choosing a third party");
        await desk.Part("party-12366").ClickAsync();
        await Assertions.Expect(desk.Part("party-card")).ToHaveAttributeAsync("data-state", "joined");
        await desk.ShouldLookRightAsync("three-way");
        await desk.Part("private-talk").ClickAsync();
        await Assertions.Expect(desk.State).ToContainTextAsync("单独说");
        await desk.ShouldLookRightAsync("apart with the third party");
        await desk.Part("private-talk").ClickAsync();
        await Assertions.Expect(desk.State).ToContainTextAsync("三方");
        await desk.Part("leave").ClickAsync();
        await desk.Part("leave-confirm").WaitForAsync();
        await desk.ShouldLookRightAsync("asked before leaving");
        await desk.Part("leave-confirm").ClickAsync();

        await Assertions.Expect(desk.State).ToContainTextAsync("话后");
        await desk.ShouldLookRightAsync("after-call work");
        foreach (var outcome in (string[])["ticket", "transfer", "notAccepted", "referral", "directAnswer"])
        {
            await desk.Part($"outcome-{outcome}").ClickAsync();
            await desk.ShouldLookRightAsync($"after-call work, {outcome}");
        }
        await desk.Part("finish-wrap-up").ClickAsync();
        await Assertions.Expect(desk.Part("pre-submit-check")).ToContainTextAsync("还没有");
        await desk.ShouldLookRightAsync("after-call work with what is missing");
        await desk.WrapUpAsync("已答复");
        await centre.HangUpAsync();
        desk.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_call_that_was_given_on_rings_and_is_talked()
    {
        await using var front = await OpenAsync();
        await front.SignInAsync(Front);
        await front.ReadyAsync();
        await using var citizen = browser.Hotline.Calls("12345", "13800006041", Voice);
        await front.AnswerAsync();
        await front.FillAsync("ticket-text", "咨询劳动合同解除的补偿");
        await front.ShouldTalkAndHearAsync();
        await front.ShouldTalkAndHearAsync();
        await front.Page.Keyboard.PressAsync("Alt+KeyZ");
        await front.Part("transfer-to-law").WaitForAsync();
        await front.ShouldLookRightAsync("choosing whom to give it to");
        await front.Part("transfer-to-law").ClickAsync();
        await Assertions.Expect(front.State).ToContainTextAsync("示闲");

        await using var expert = await OpenAsync();
        await expert.SignInAsync(Expert);
        await expert.ReadyForTheNextAsync();
        await expert.Part("handed-on").WaitForAsync();
        await expert.ShouldLookRightAsync("given on, ringing");
        await expert.AnswerAsync();
        await expert.ShouldLookRightAsync("given on, talking");
        await citizen.HangUpAsync();
        await Assertions.Expect(expert.State).ToContainTextAsync("话后");
        await expert.ShouldLookRightAsync("given on, after-call work");
        await expert.WrapUpAsync("已答复");
        await expert.Part("nav-tickets").ClickAsync();
        await expert.Part("ticket-row").First.WaitForAsync();
        await expert.ShouldLookRightAsync("an agent's tickets");
        await expert.Part("ticket-row").First.ClickAsync();
        await expert.Part("ticket-detail").WaitForAsync();
        await expert.ShouldLookRightAsync("an agent's ticket");
        await expert.Page.Keyboard.PressAsync("Alt+Slash");
        await Assertions.Expect(expert.Page.GetByText("关闭最上面的小窗")).ToBeVisibleAsync();
        await expert.ShouldLookRightAsync("the list of keys");
    }

    [Theory]
    [InlineData(Leader)]
    [InlineData(Administrator)]
    [InlineData("0001")]
    [InlineData("0002")]
    [InlineData("3001")]
    [InlineData("3101")]
    [InlineData("3102")]
    [InlineData("3103")]
    [InlineData("3104")]
    [InlineData("3105")]
    [InlineData("3106")]
    [InlineData("4001")]
    [InlineData("4002")]
    [InlineData("4101")]
    public async Task Every_page_of_those_who_take_no_calls(string person)
    {
        await using var desk = await OpenAsync();
        await desk.SignInAsAdministratorAsync(person);
        await EveryPageAsync(desk, person);
    }

    [Fact]
    public async Task Every_page_of_a_unit()
    {
        await using var administrator = await browser.Hotline.SignInAsync(Administrator);
        var made = await administrator.PutAsync($"api/people/{OfTheUnit}", new JsonObject
        {
            ["name"] = "城管局经办人", ["roles"] = new JsonArray("unit"), ["skills"] = new JsonArray(), ["enabled"] = true, ["unit"] = "kf-cg",
        });
        await using var desk = await OpenAsync();
        await desk.SignInAsUnitAsync(OfTheUnit, made["password"]!.GetValue<string>());
        await EveryPageAsync(desk, "unit");
    }

    /// <summary>A case with each of its forms open: what is asked for is there, and lies on nothing.</summary>
    [Fact]
    public async Task A_case_and_the_forms_of_its_commands()
    {
        const string Title = "汴西湖公园健身器材损坏，多名老人反映存在安全隐患";
        await using (var agent = await OpenAsync())
        {
            await agent.SignInAsync("1008");
            await agent.ReadyAsync();
            await using var citizen = browser.Hotline.Calls("12345", "13800006043", Voice);
            await agent.AnswerAsync();
            await agent.WriteTicketAsync(Title);
            await agent.Part("submit").ClickAsync();
            await citizen.HangUpAsync();
            await Assertions.Expect(agent.State).ToContainTextAsync("话后");
            await agent.Part("finish-otherwise").ClickAsync();
            await agent.Page.GetByText("完成并示忙").ClickAsync();
        }
        await using (var dispatcher = await OpenAsync())
        {
            await dispatcher.SignInToCasesAsync("3001");
            await dispatcher.OpenCaseAsync("dispatch", Title);
            await FormsAsync(dispatcher, "dispatcher");
            await dispatcher.DoCaseAsync("dispatch");
            await dispatcher.SendCaseAsync("派单", "dispatched");
        }
        await using var handler = await OpenAsync();
        await handler.SignInToCasesAsync("4001");
        await handler.OpenCaseAsync("unitSign", Title);
        await handler.DoCaseAsync("sign");
        await Assertions.Expect(handler.Part("case-done")).ToContainTextAsync("签收");
        await FormsAsync(handler, "handler");
        handler.Errors.ShouldBeEmpty();
    }

    /// <summary>The case, and each form that it offers, as it begins and with what it lacks.</summary>
    private static async Task FormsAsync(DeskPage desk, string who)
    {
        await desk.ShouldLookRightAsync($"{who}, a case");
        var keys = desk.Page.Locator("[data-testid=commands] [data-deed]");
        foreach (var deed in await keys.EvaluateAllAsync<string[]>("all => all.map(e => e.dataset.deed)"))
        {
            await desk.DoCaseAsync(deed);
            await desk.Part($"form-{deed}").WaitForAsync();
            if (deed != "dispatch") // that one lacks nothing: the agent proposed a unit
            {
                await desk.Page.Keyboard.PressAsync("Control+Enter");
            }
            await desk.ShouldLookRightAsync($"{who}, {deed}");
            await desk.Page.Keyboard.PressAsync("Escape");
            await Assertions.Expect(desk.Part($"do-{deed}")).ToBeFocusedAsync();
        }
    }

    /// <summary>All that stand in the rail: one that is new is looked at, too.</summary>
    private static async Task EveryPageAsync(DeskPage desk, string who)
    {
        var pages = desk.Page.Locator("nav.nav a");
        await pages.First.WaitForAsync();
        for (var at = 0; at < await pages.CountAsync(); at++)
        {
            await pages.Nth(at).ClickAsync();
            await Assertions.Expect(pages.Nth(at)).ToHaveAttributeAsync("aria-current", "page");
            await desk.Page.Locator("main .card").First.WaitForAsync();
            await desk.ShouldLookRightAsync($"{who}, {await pages.Nth(at).InnerTextAsync()}");
        }
        desk.Errors.ShouldBeEmpty();
    }

    private async Task<DeskPage> OpenAsync()
    {
        var desk = await browser.OpenAsync();
        // What is measured in the middle of a change of colour is no colour of ours.
        await desk.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ReducedMotion = ReducedMotion.Reduce });
        return desk;
    }
}
