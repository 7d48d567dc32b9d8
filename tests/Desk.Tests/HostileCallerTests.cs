using Hotline.Testkit;
using Hotline.Testkit.Sound;
using Microsoft.Playwright;

namespace Hotline.Desk.Tests;

/// <summary>What an attacker writes into a caller's name and number is text on every page, runs nowhere and breaks no layout.</summary>
[Collection(DeskStories.Name)]
public sealed class HostileCallerTests(Browser browser)
{
    private const string Agent = "1010", Leader = "2001";
    private static readonly Tone Citizen = new(440);

    public static TheoryData<string, string> Callers { get; } = new()
    {
        { "a script", "\"<script>window.evil=1</script>\" <sip:%3Cscript%3Ewindow.evil=1%3C%2Fscript%3E@127.0.0.2>" },
        { "a picture that fails", "\"x\" <sip:%22%3E%3Cimg%20src%3Dx%20onerror%3D%22window.evil%3D1%22%3E@127.0.0.2>" },
        { "writing from right to left", "\"x\" <sip:%E2%80%AE138%E2%80%8F0000%E2%81%A66021@127.0.0.2>" },
        { "2,000 characters", $"\"{new string('W', 2000)}\" <sip:{new string('W', 2000)}@127.0.0.2>" },
        { "zero bytes", "\"x\" <sip:138%00%00006021@127.0.0.2>" },
    };

    [Theory]
    [MemberData(nameof(Callers))]
    public async Task A_hostile_caller_is_text_in_the_pop_on_the_floor_and_in_the_list(string what, string from)
    {
        await using var desk = await browser.OpenAsync();
        await desk.SignInAsync(Agent);
        await using var floor = await browser.OpenAsync();
        await floor.SignInAsLeaderAsync(Leader);
        await desk.ReadyAsync();
        await using var citizen = browser.Hotline.Calls("12345", from, Citizen);

        await desk.Part("answer").WaitForAsync();
        await ShouldBeHarmlessAsync(desk, what);
        await desk.AnswerAsync();
        await desk.Part("reveal").ClickAsync();
        await Assertions.Expect(desk.Page.GetByText("本次查看已留痕")).ToBeVisibleAsync();
        await ShouldBeHarmlessAsync(desk, what);
        await Assertions.Expect(floor.Page.Locator($"[data-testid=seat][data-agent='{Agent}']")).ToContainTextAsync("通话");
        await ShouldBeHarmlessAsync(floor, what);
        await desk.FillAsync("ticket-title", what);
        await citizen.HangUpAsync();
        await desk.WrapUpForGoodAsync("已答复");

        await desk.Part("nav-tickets").ClickAsync();
        await desk.FillAsync("search-box", what);
        await desk.Part("search").ClickAsync();
        await Assertions.Expect(desk.Part("ticket-row").First).ToContainTextAsync(what);
        await ShouldBeHarmlessAsync(desk, what);
        await desk.Part("ticket-row").First.ClickAsync();
        await ShouldBeHarmlessAsync(desk, what);
        desk.Errors.Concat(floor.Errors).ShouldBeEmpty();
    }

    /// <summary>No script ran, nothing of the caller became an element, and the frame stands where it always stands.</summary>
    private static async Task ShouldBeHarmlessAsync(DeskPage desk, string what)
    {
        await desk.ShotAsync($"hostile {what}");
        (await desk.Page.EvaluateAsync<bool>("'evil' in window")).ShouldBeFalse(what);
        (await desk.Page.Locator("#root script, #root img[src=x]").CountAsync()).ShouldBe(0, what);
        (await desk.Page.EvaluateAsync<string>(
            """
            (() => {
              const numbers = [...document.querySelectorAll('[data-testid=caller-number]')]
                .map(e => [e, e.closest('section, header, [data-testid=call-bar]')]);
              const outside = numbers.filter(([e, card]) => e.getBoundingClientRect().right > card.getBoundingClientRect().right);
              const wide = [...document.querySelectorAll('#root *')].filter(e => e.getBoundingClientRect().width > innerWidth);
              const scrolls = document.scrollingElement.scrollWidth > innerWidth || document.scrollingElement.scrollHeight > innerHeight;
              const bar = document.querySelector('[data-testid=call-bar]')?.getBoundingClientRect().height ?? 76;
              return wide.length + outside.length === 0 && !scrolls && bar === 76 ? 'stands'
                : `${wide.length} too wide, ${outside.length} outside of their card, scrolls: ${scrolls}, call bar: ${bar}`;
            })()
            """)).ShouldBe("stands", what);
    }
}
