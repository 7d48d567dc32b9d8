using Hotline.Testkit.Running;
using Microsoft.Playwright;

namespace Hotline.Desk.Tests;

/// <summary>人员: an administrator makes accounts, changes and closes them in the page.</summary>
[Collection(DeskStories.Name)]
public sealed class PeoplePageTests(Browser browser)
{
    private const string Administrator = "0000", Somebody = "1077";

    [Fact]
    public async Task An_administrator_makes_somebody_changes_what_he_can_do_and_closes_his_account()
    {
        await using var desk = await browser.OpenAsync();
        await desk.SignInAsAdministratorAsync(Administrator);
        await desk.Part("nav-people").ClickAsync();
        await desk.Part("new-person").ClickAsync();
        await desk.FillAsync("person-id", Somebody);
        await desk.FillAsync("person-name", " ");
        await desk.Part("save-person").ClickAsync();
        await Assertions.Expect(desk.Part("person-refused")).ToContainTextAsync("姓名");
        await desk.FillAsync("person-name", "新来的座席");
        await ChooseLevelAsync(desk, "law", "4 级");
        await desk.ShouldLookRightAsync("somebody new");
        await desk.Part("save-person").ClickAsync();

        var first = await PasswordAsync(desk);
        await desk.Part("password-noted").ClickAsync();
        await desk.FillAsync("people-search", Somebody);
        await Assertions.Expect(desk.Part("person-row")).ToHaveCountAsync(1);
        await Assertions.Expect(desk.Part("person-row")).ToContainTextAsync("新来的座席");
        await Assertions.Expect(desk.Part("person-row")).ToContainTextAsync("法律");
        await (await AgentClientAsync(first)).DisposeAsync();

        await desk.Part("new-password").ClickAsync();
        await desk.Part("new-password-confirm").ClickAsync();
        var second = await PasswordAsync(desk);
        second.ShouldNotBe(first);
        await desk.Part("password-noted").ClickAsync();
        await (await AgentClientAsync(second)).DisposeAsync();
        await desk.ShouldLookRightAsync("somebody");

        await desk.Part("close-person").ClickAsync();
        await desk.Part("close-person-confirm").ClickAsync();
        await Assertions.Expect(desk.Part("reopen-person")).ToBeVisibleAsync();
        await Assertions.Expect(desk.Part("person-row")).ToHaveCountAsync(0);
        await desk.Page.GetByText("含已停用").ClickAsync();
        await Assertions.Expect(desk.Part("person-row")).ToContainTextAsync("已停用");
        desk.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task Nobody_else_has_the_page()
    {
        await using var desk = await browser.OpenAsync();
        await desk.SignInAsLeaderAsync("2001");
        await Assertions.Expect(desk.Part("nav-tickets")).ToBeVisibleAsync();
        await Assertions.Expect(desk.Part("nav-people")).ToHaveCountAsync(0);
        await Assertions.Expect(desk.Page.Locator("footer.status")).Not.ToContainTextAsync("接听"); // no keys of an agent
        await Assertions.Expect(desk.Page.Locator("footer.status")).Not.ToContainTextAsync("麦克风");
    }

    private Task<Hotline.Testkit.Desk.AgentClient> AgentClientAsync(string password) =>
        Hotline.Testkit.Desk.AgentClient.SignInAsync(browser.Hotline.Address, Somebody, password);

    private static async Task<string> PasswordAsync(DeskPage desk) =>
        (await desk.Part("password-once").Locator("b").InnerTextAsync()).Split('：')[1];

    private static async Task ChooseLevelAsync(DeskPage desk, string skill, string level)
    {
        await desk.Part($"skill-{skill}").ClickAsync();
        await desk.Page.Locator(".ant-select-dropdown:visible").GetByText(level).ClickAsync();
    }
}
