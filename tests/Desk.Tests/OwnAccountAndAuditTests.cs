using System.Text.Json.Nodes;
using Hotline.Testkit.Desk;
using Hotline.Testkit.Running;
using Microsoft.Playwright;

namespace Hotline.Desk.Tests;

/// <summary>本人, 审计 and 号码: one's own password and sign-ins, what was done by whom, and numbers that nobody knows.</summary>
[Collection(DeskStories.Name)]
public sealed class OwnAccountAndAuditTests(Browser browser)
{
    private const string Agent = "1078", Administrator = "0000", Auditor = "0002", Better = "a-longer-word-91";

    [Fact]
    public async Task A_new_password_is_asked_for_twice_signs_the_others_out_and_stands_in_the_audit()
    {
        await using var administrator = await browser.Hotline.SignInAsync(Administrator);
        var made = await administrator.PutAsync($"api/people/{Agent}", new JsonObject
        {
            ["name"] = "改密码的人", ["roles"] = new JsonArray("shiftLeader"), ["skills"] = new JsonArray(), ["enabled"] = true,
        });
        var given = made["password"]!.GetValue<string>();
        await using var elsewhere = await AgentClient.SignInAsync(browser.Hotline.Address, Agent, given);
        await using var desk = await browser.OpenAsync();
        await desk.SignInAsAdministratorAsync(Agent, given);
        await desk.Part("nav-account").ClickAsync();
        await Assertions.Expect(desk.Part("open-session").Nth(1)).ToBeVisibleAsync(); // here, and elsewhere

        await desk.FillAsync("password-current", given);
        await desk.FillAsync("password-next", Better);
        await desk.FillAsync("password-again", Better + "x");
        await desk.Part("change-password").ClickAsync();
        await Assertions.Expect(desk.Part("password-said")).ToContainTextAsync("不一致");
        await desk.FillAsync("password-again", Better);
        await desk.Part("change-password").ClickAsync();
        await Assertions.Expect(desk.Part("password-said")).ToContainTextAsync("已修改");
        (await elsewhere.RefusalAsync("api/call-backs/x/done")).ShouldBe("not-signed-in");

        await using var audit = await browser.OpenAsync();
        await audit.SignInAsAdministratorAsync(Auditor);
        await audit.Part("nav-audit").ClickAsync();
        await audit.FillAsync("audit-who", Agent);
        await audit.FillAsync("audit-action", "new-password");
        await audit.Part("audit-find").ClickAsync();
        await Assertions.Expect(audit.Part("audit-entry")).ToHaveCountAsync(1);
        await audit.Part("audit-verify").ClickAsync();
        await Assertions.Expect(audit.Part("audit-verdict")).ToContainTextAsync("完整");
        audit.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_number_of_no_list_is_answered_and_the_administrator_sees_it()
    {
        await using (var citizen = browser.Hotline.Calls("96777", "13800006071", new Hotline.Testkit.Sound.Tone(450)))
        {
            await citizen.AnsweredAsync();
        }
        await using var desk = await browser.OpenAsync();
        await desk.SignInAsAdministratorAsync(Administrator);
        await desk.Part("nav-numbers").ClickAsync();
        await Assertions.Expect(desk.Part("unknown-number").Filter(new LocatorFilterOptions { HasText = "96777" })).ToHaveCountAsync(1);
        desk.Errors.ShouldBeEmpty();
    }
}
