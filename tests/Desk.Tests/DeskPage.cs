using System.Text.Json;
using Hotline.Testkit.Desk;
using Hotline.Testkit.Running;
using Microsoft.Playwright;

namespace Hotline.Desk.Tests;

/// <summary>The desk in a real page, in an agent's words.</summary>
public sealed class DeskPage(IPage page, HotlineInstance hotline) : IAsyncDisposable
{
    private int _shots;

    public IPage Page => page;

    /// <summary>What the page complained of: script errors and the like.</summary>
    public List<string> Errors { get; } = [];

    public ILocator Part(string testId) => page.GetByTestId(testId);

    public ILocator State => Part("state-block").First;

    /// <summary>The choice of a kind of caller.</summary>
    public ILocator Kind(string name) => page.GetByLabel("诉求人类别").GetByLabel(name);

    public async Task SignInAsync(string agent)
    {
        await EnterAsync(agent);
        await Part("microphone-done").ClickAsync();
        await State.WaitForAsync();
    }

    /// <summary>One who leads and takes no calls.</summary>
    public async Task SignInAsLeaderAsync(string leader)
    {
        await EnterAsync(leader);
        await Part("seats").WaitForAsync();
    }

    /// <summary>One of the three administrators, or whoever begins where the rail begins.</summary>
    public async Task SignInAsAdministratorAsync(string person, string? password = null)
    {
        await EnterAsync(person, password);
        await Page.Locator("nav.nav a").First.WaitForAsync();
    }

    /// <summary>One who works for a handling unit and reads its tickets.</summary>
    public async Task SignInAsUnitAsync(string person, string password)
    {
        await EnterAsync(person, password);
        await Part("nav-tickets").ClickAsync();
        await Part("search-box").WaitForAsync();
    }

    /// <summary>One through whose hands cases go; he begins at his lists, or goes there.</summary>
    public async Task SignInToCasesAsync(string person)
    {
        await EnterAsync(person);
        await Part("nav-cases").ClickAsync();
        await Part("refresh-cases").WaitForAsync();
    }

    /// <summary>Opens a case of a list by keyboard: arrows to its row, Enter.</summary>
    public async Task OpenCaseAsync(string queue, string title)
    {
        await Part($"queue-{queue}").ClickAsync();
        var row = Part("case-row").Filter(new LocatorFilterOptions { HasText = title });
        await row.WaitForAsync();
        await Part("case-row").First.FocusAsync();
        await Page.Keyboard.PressAsync("Home");
        for (var at = 0; at < await Part("case-row").CountAsync() && !await HasFocusAsync(row); at++)
        {
            await Page.Keyboard.PressAsync("ArrowDown");
        }
        await Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(Part("case-heading")).ToHaveTextAsync(title);
        await Assertions.Expect(Part("case-heading")).ToBeFocusedAsync();
    }

    /// <summary>Presses the key of a command, without the mouse.</summary>
    public Task DoCaseAsync(string command) => Part($"do-{command}").PressAsync("Enter");

    /// <summary>Gives an answer of a form, without the mouse.</summary>
    public Task CheckAsync(string field, string answer) =>
        Part($"field-{field}").GetByLabel(answer, new LocatorGetByLabelOptions { Exact = true }).PressAsync("Space");

    /// <summary>Chooses a unit of a form by its name, without the mouse.</summary>
    public async Task ChooseUnitAsync(string field, string name)
    {
        await Part($"field-{field}").Locator("input").First.FillAsync(name);
        await page.Locator(".ant-select-dropdown:visible").GetByText(name, new LocatorGetByTextOptions { Exact = true }).WaitForAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");
    }

    /// <summary>Chooses one of a list that opens.</summary>
    public async Task PickAsync(string field, string answer)
    {
        await Part($"field-{field}").Locator(".ant-select").ClickAsync();
        await page.Locator(".ant-select-dropdown:visible").GetByText(answer, new LocatorGetByTextOptions { Exact = true }).ClickAsync();
    }

    /// <summary>Presses the button of a field that says: this moment.</summary>
    public Task NowAsync(string field) => Part($"field-{field}").GetByRole(AriaRole.Button).PressAsync("Enter");

    /// <summary>Says once more that what cannot be undone is meant: a question that still moves in hears no key.</summary>
    public async Task ConfirmAsync(string question)
    {
        await Page.WaitForFunctionAsync(
            "() => [...document.querySelectorAll('.ant-popover:not(.ant-popover-hidden)')]"
            + ".some(p => !/-(appear|enter|leave)/.test(p.className))");
        await Part(question).PressAsync("Enter");
    }

    /// <summary>Sends what cannot be undone, and says so once more.</summary>
    public async Task SendForGoodAsync(string done, string state)
    {
        await Page.Keyboard.PressAsync("Control+Enter");
        await ConfirmAsync("confirm-command");
        await Assertions.Expect(Part("case-done")).ToContainTextAsync(done);
        await Assertions.Expect(Part("case-state")).ToHaveAttributeAsync("data-state", state);
        await Assertions.Expect(Part("case-heading")).ToBeFocusedAsync();
    }

    /// <summary>Sends the form, and it is done.</summary>
    public async Task SendCaseAsync(string done, string state)
    {
        await Page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(Part("case-done")).ToContainTextAsync(done);
        await Assertions.Expect(Part("case-state")).ToHaveAttributeAsync("data-state", state);
    }

    private static Task<bool> HasFocusAsync(ILocator part) => part.EvaluateAsync<bool>("e => e === document.activeElement");

    public async Task ReadyAsync()
    {
        await ReadyForTheNextAsync();
        await Assertions.Expect(State).ToContainTextAsync("示闲");
    }

    /// <summary>The same where a call waits: it rings at once. Who closed his page a moment ago while ready is ready still.</summary>
    public async Task ReadyForTheNextAsync()
    {
        await Assertions.Expect(State).Not.ToHaveAttributeAsync("data-state", "unknown");
        await PhoneIsKnownAsync();
        if (await State.GetAttributeAsync("data-state") == "notReady")
        {
            await Part("go-ready").ClickAsync();
        }
    }

    /// <summary>The server knows of the telephone, too: before that nobody is ready.</summary>
    public Task PhoneIsKnownAsync() => Assertions.Expect(page.GetByText("电话 已注册", new PageGetByTextOptions { Exact = true })).ToBeVisibleAsync();

    public async Task AnswerAsync()
    {
        await Part("answer").WaitForAsync();
        await page.Keyboard.PressAsync("F2");
        await Assertions.Expect(State).ToContainTextAsync("通话");
    }

    /// <summary>Waits for a talk that began by itself: the page answers.</summary>
    public Task TalksAsync() => Assertions.Expect(State).ToContainTextAsync("通话");

    /// <summary>Packets of the call's sound so far, both ways; null while there is no call in this page.</summary>
    public async Task<(long Sent, long Received)?> SoundAsync()
    {
        var stats = await page.EvaluateAsync<JsonElement?>("() => window.__hotline?.stats() ?? null");
        return stats is { ValueKind: JsonValueKind.Object } s
            ? (s.GetProperty("packetsSent").GetInt64(), s.GetProperty("packetsReceived").GetInt64()) : null;
    }

    /// <summary>Sound flows both ways: at least 25 more packets (half a second) each way within the limit.</summary>
    public async Task ShouldTalkAndHearAsync()
    {
        var before = await SoundAsync() ?? (0, 0);
        var flows = await page.EvaluateAsync<bool>(
            """
            async ([sent, received]) => {
              for (const until = Date.now() + 10000; Date.now() < until; await new Promise(next => setTimeout(next, 100))) {
                const s = await window.__hotline?.stats();
                if (s && s.packetsSent > sent + 25 && s.packetsReceived > received + 25) return true;
              }
              return false;
            }
            """, new[] { before.Item1, before.Item2 });
        flows.ShouldBeTrue($"sound should flow both ways; before: {before}, now: {await SoundAsync()}");
    }

    public async Task<string> ValueAsync(string testId)
    {
        var part = Part(testId);
        return await part.EvaluateAsync<string>("e => (e.matches('input,textarea') ? e : e.querySelector('input,textarea')).value");
    }

    /// <summary>Ends the call: agents do not hang up first, so once is not enough.</summary>
    public async Task HangUpAsync()
    {
        await page.Keyboard.PressAsync("Alt+KeyG");
        await page.Keyboard.PressAsync("Alt+KeyG");
        await Assertions.Expect(State).ToContainTextAsync("话后");
    }

    /// <summary>Ends after-call work with an answer given on the spot.</summary>
    public async Task WrapUpAsync(string summary)
    {
        await WrapUpForTheNextAsync(summary);
        await Assertions.Expect(State).ToContainTextAsync("示闲");
    }

    /// <summary>The same where others wait: the next call rings at once.</summary>
    public async Task WrapUpForTheNextAsync(string summary)
    {
        await AnsweredOnTheSpotAsync(summary);
        await Part("finish-wrap-up").ClickAsync();
        await Assertions.Expect(State).Not.ToContainTextAsync("话后");
    }

    /// <summary>The same, and no call after it.</summary>
    public async Task WrapUpForGoodAsync(string summary)
    {
        await AnsweredOnTheSpotAsync(summary);
        await Part("finish-otherwise").ClickAsync();
        await page.GetByText("完成并示忙").ClickAsync();
        await Assertions.Expect(State).ToContainTextAsync("示忙");
    }

    /// <summary>Everything that a ticket needs to be accepted.</summary>
    public async Task WriteTicketAsync(string title, string unit = "市城市管理局", string demand = "咨询")
    {
        await Part("demand-type").GetByText(demand, new LocatorGetByTextOptions { Exact = true }).ClickAsync();
        await ChooseAsync("category", "设施管理");
        await ChooseAsync("unit", unit);
        await FillAsync("ticket-title", title);
        await FillAsync("ticket-text", title);
    }

    /// <summary>Chooses by typing a name into a list.</summary>
    public async Task ChooseAsync(string testId, string name)
    {
        await Part(testId).ClickAsync();
        await page.Keyboard.TypeAsync(name);
        await page.Locator(".ant-select-dropdown:visible, .category-list:visible").GetByText(name).Last.ClickAsync();
    }

    /// <summary>Goes to a part by the Tab key, as somebody without a mouse.</summary>
    public async Task TabToAsync(string testId)
    {
        for (var pressed = 0; pressed < 120; pressed++)
        {
            if (await page.EvaluateAsync<bool>("id => document.activeElement?.closest(`[data-testid=${id}]`) !== null", testId))
            {
                return;
            }
            await page.Keyboard.PressAsync("Tab");
        }
        throw new InvalidOperationException($"No way by the Tab key to {testId}.");
    }

    /// <summary>Gives the call to another seat (转接).</summary>
    public async Task HandOnAsync(string skill)
    {
        await page.Keyboard.PressAsync("Alt+KeyZ");
        await Part($"transfer-to-{skill}").ClickAsync();
        await Assertions.Expect(State).ToContainTextAsync("示闲");
    }

    /// <summary>退出登录 of the person's menu.</summary>
    public async Task AskToSignOutAsync()
    {
        await Part("person-menu").ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new PageGetByRoleOptions { Name = "退出登录" }).ClickAsync();
    }

    /// <summary>A recording, fetched with the rights of who is signed in here.</summary>
    public async Task<Recording> RecordingAsync(string call)
    {
        var answer = await page.Context.APIRequest.GetAsync(new Uri(hotline.Address, $"api/calls/{call}/recording").ToString());
        answer.Ok.ShouldBeTrue($"the recording of {call}: {answer.Status}");
        return new Recording(await answer.BodyAsync());
    }

    private async Task EnterAsync(string person, string? password = null)
    {
        page.PageError += (_, error) => Errors.Add(error);
        await page.GotoAsync(hotline.Address.ToString());
        await Part("agent-id").FillAsync(person);
        await Part("password").FillAsync(password ?? hotline.PasswordOf(person));
        await Part("sign-in").ClickAsync();
    }

    private async Task AnsweredOnTheSpotAsync(string summary)
    {
        await Part("outcome-directAnswer").ClickAsync();
        await page.Locator("[data-testid=demand-type] label").First.ClickAsync();
        await FillAsync("outcome-summary", summary);
    }

    public Task FillAsync(string testId, string text) => page.Locator(
        $"[data-testid={testId}]:is(input,textarea), [data-testid={testId}] :is(input,textarea)").First.FillAsync(text);

    /// <summary>Leaves a picture where HOTLINE_SHOTS names a folder.</summary>
    public Task ShotAsync(string name) => Environment.GetEnvironmentVariable("HOTLINE_SHOTS") is { Length: > 0 } folder
        ? page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{name} {_shots++}.png") }) : Task.CompletedTask;

    /// <summary>The last picture of each page is left, too.</summary>
    public async ValueTask DisposeAsync()
    {
        await ShotAsync(TestContext.Current.TestMethod?.MethodName ?? "page");
        await page.Context.DisposeAsync();
    }
}
