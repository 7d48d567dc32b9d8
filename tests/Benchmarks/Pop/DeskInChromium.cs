using System.Text.Json;
using Microsoft.Playwright;

namespace Hotline.Benchmarks.Pop;

/// <summary>When a call's pop was in the page's document, in milliseconds of Unix time.</summary>
/// <param name="Pop">Number and mode.</param>
/// <param name="History">The caller's earlier calls and tickets.</param>
internal readonly record struct PopMoments(double Pop, double History);

/// <summary>One agent's desk in a real page, which says of each call when it was in the document (the desk's own performance marks).</summary>
internal sealed class DeskInChromium(IPlaywright playwright, IBrowser chromium, IPage page) : IAsyncDisposable
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    public static async Task<DeskInChromium> OpenAsync(string url)
    {
        var place = Array.Find(Places, File.Exists) ?? throw new InvalidOperationException("Chromium is missing: install the package chromium.");
        var playwright = await Playwright.CreateAsync();
        var chromium = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = place,
            Args = ["--no-sandbox", "--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream", "--allow-loopback-in-peer-connection",
                "--autoplay-policy=no-user-gesture-required"],
        });
        var context = await chromium.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = 1366, Height = 768 }, Permissions = ["microphone", "notifications"], Locale = "zh-CN",
        });
        context.SetDefaultTimeout(15_000);
        var page = await context.NewPageAsync();
        await page.GotoAsync(url);
        return new DeskInChromium(playwright, chromium, page);
    }

    public async Task BeReadyAsync(string agent, string password)
    {
        await page.GetByTestId("agent-id").FillAsync(agent);
        await page.GetByTestId("password").FillAsync(password);
        await page.GetByTestId("sign-in").ClickAsync();
        await page.GetByTestId("microphone-done").ClickAsync();
        await Assertions.Expect(page.GetByText("电话 已注册")).ToBeVisibleAsync();
        await page.GetByTestId("go-ready").ClickAsync();
        await Assertions.Expect(page.GetByTestId("state-block").First).ToContainTextAsync("示闲");
    }

    /// <summary>The marks of the n-th call, counted from 1, once both are there.</summary>
    public async Task<PopMoments> MomentsAsync(int call)
    {
        await page.WaitForFunctionAsync("n => performance.getEntriesByName('hotline-history').length >= n", call);
        var moments = await page.EvaluateAsync<JsonElement>(
            """
            n => {
              const at = name => performance.getEntriesByName(name)[n - 1].startTime - performance.now() + Date.now();
              return { pop: at('hotline-pop'), history: at('hotline-history') };
            }
            """, call);
        return new PopMoments(moments.GetProperty("pop").GetDouble(), moments.GetProperty("history").GetDouble());
    }

    /// <summary>The agent waits for the next call again.</summary>
    public Task FreeAsync() => Assertions.Expect(page.GetByTestId("state-block").First).ToContainTextAsync("示闲");

    public async ValueTask DisposeAsync()
    {
        await chromium.DisposeAsync();
        playwright.Dispose();
    }
}
