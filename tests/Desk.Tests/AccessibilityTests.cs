using System.Text.Json;
using Hotline.Testkit.Running;
using Hotline.Testkit.Sound;
using Microsoft.Playwright;

namespace Hotline.Desk.Tests;

/// <summary>axe-core finds nothing against WCAG 2.2 AA on the pages on which an agent spends the day.</summary>
[Collection(DeskStories.Name)]
public sealed class AccessibilityTests(Browser browser)
{
    private const string Agent = "1005";
    private static readonly string Axe = Path.Combine(SourceTree.Root, "src", "AgentHub", "desk", "node_modules", "axe-core", "axe.min.js");

    [Fact]
    public async Task Sign_in_idle_ringing_talking_and_after_call_work_pass_axe()
    {
        await using var desk = await browser.OpenAsync();
        // What is measured in the middle of a change of colour is no colour of ours.
        await desk.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ReducedMotion = ReducedMotion.Reduce });
        await desk.Page.GotoAsync(browser.Hotline.Address.ToString());
        await desk.Part("agent-id").WaitForAsync();
        await ShouldPassAsync(desk, "sign-in");
        await desk.SignInAsync(Agent);
        await desk.ReadyAsync();
        await ShouldPassAsync(desk, "idle");
        await using var citizen = browser.Hotline.Calls("12345", "13800006040", new Tone(440));
        await desk.Part("answer").WaitForAsync();
        await ShouldPassAsync(desk, "ringing");
        await desk.AnswerAsync();
        await ShouldPassAsync(desk, "talking");
        await citizen.HangUpAsync();
        await Assertions.Expect(desk.State).ToContainTextAsync("话后");
        await ShouldPassAsync(desk, "after-call work");
        await desk.WrapUpAsync("已答复");
    }

    private static async Task ShouldPassAsync(DeskPage desk, string page)
    {
        await desk.Page.EvaluateAsync(await File.ReadAllTextAsync(Axe));
        var found = await desk.Page.EvaluateAsync<JsonElement>(
            """
            async () => {
              const wanted = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] };
              const { violations, passes } = await axe.run(document, wanted);
              return { rules: passes.length, found: violations.flatMap(v => v.nodes.map(n => `${v.id}: ${n.target} ${n.failureSummary}`)) };
            }
            """);
        found.GetProperty("rules").GetInt32().ShouldBeGreaterThan(0, page);
        found.GetProperty("found").EnumerateArray().Select(f => f.GetString()).ShouldBeEmpty(page);
    }
}
