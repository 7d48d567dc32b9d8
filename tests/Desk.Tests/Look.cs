using System.Text.Json;
using Hotline.Testkit.Running;
using Microsoft.Playwright;

namespace Hotline.Desk.Tests;

/// <summary>
/// What a page looks like to whoever works on it, whatever it shows: nothing on top of another or cut off from 683 to 1920 px, nothing that
/// axe-core finds, and the focus somewhere.
/// </summary>
internal static class Look
{
    /// <summary>A screen of 1366 × 768 at 200, 150, 125 and 100 %, and a large one.</summary>
    private static readonly (int Width, int Height)[] Sizes = [(683, 384), (911, 512), (1093, 614), (1920, 1080), (1366, 768)];

    private static readonly string Axe =
        File.ReadAllText(Path.Combine(SourceTree.Root, "src", "AgentHub", "desk", "node_modules", "axe-core", "axe.min.js"));

    private static readonly string Layout = File.ReadAllText(Path.Combine(SourceTree.Root, "tests", "Desk.Tests", "layout.js"));

    /// <param name="desk">The page.</param>
    /// <param name="state">What it shows, for the sentence that says what is wrong.</param>
    public static async Task ShouldLookRightAsync(this DeskPage desk, string state)
    {
        await FocusIsSomewhereAsync(desk, state);
        List<string> found = [];
        foreach (var (width, height) in Sizes)
        {
            await desk.Page.SetViewportSizeAsync(width, height);
            await AtRestAsync(desk);
            found.AddRange((await desk.Page.EvaluateAsync<string[]>(Layout)).Select(f => $"{state} at {width}: {f}"));
            if (width is 683 or 1366)
            {
                found.AddRange((await AxeAsync(desk)).Select(f => $"{state} at {width}: {f}"));
            }
        }
        await desk.ShotAsync(state);
        found.ShouldBeEmpty();
    }

    /// <summary>Two pictures, and whatever moved has come to its end.</summary>
    private static async Task AtRestAsync(DeskPage desk) => await desk.Page.EvaluateAsync(
        """
        async () => {
          const picture = () => new Promise(next => requestAnimationFrame(next));
          await picture();
          await picture();
          const moves = document.getAnimations().filter(a => a.effect?.getComputedTiming().iterations !== Infinity);
          await Promise.all(moves.map(a => a.finished.catch(() => undefined)));
          await picture();
        }
        """);

    private static async Task FocusIsSomewhereAsync(DeskPage desk, string state) => await desk.Page.WaitForFunctionAsync(
        "state => document.activeElement !== null && document.activeElement !== document.body ? state : false", state);

    /// <summary>All its rules, not only those of a level of WCAG.</summary>
    private static async Task<IEnumerable<string>> AxeAsync(DeskPage desk)
    {
        await desk.Page.EvaluateAsync(Axe);
        var found = await desk.Page.EvaluateAsync<JsonElement>(
            """
            async () => {
              const { violations, passes } = await axe.run(document);
              return { rules: passes.length, found: violations.flatMap(v => v.nodes.map(n => `${v.id}: ${n.target} ${n.failureSummary}`)) };
            }
            """);
        found.GetProperty("rules").GetInt32().ShouldBeGreaterThan(0);
        return found.GetProperty("found").EnumerateArray().Select(f => f.GetString()!);
    }
}
