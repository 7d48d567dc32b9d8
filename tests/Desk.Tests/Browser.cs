using Hotline.Testkit.Running;
using Microsoft.Playwright;

[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace Hotline.Desk.Tests;

/// <summary>One Hotline and one Chromium for all stories. Its microphone is Chromium's own beeping one.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
    private IPlaywright? _playwright;
    private IBrowser? _chromium;

    public HotlineInstance Hotline { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var place = Array.Find(Places, File.Exists) ?? throw new FileNotFoundException("Chromium is missing; ./hotline test browser installs it.");
        Hotline = await HotlineInstance.StartAsync([], ("ringTimeoutSeconds", 8), ("notAgainForSeconds", 5));
        _playwright = await Playwright.CreateAsync();
        _chromium = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = place,
            Args =
            [
                "--no-sandbox", "--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream",
                "--allow-loopback-in-peer-connection", "--autoplay-policy=no-user-gesture-required",
            ],
        });
    }

    /// <summary>A PC of its own: cookies are not shared with other pages.</summary>
    public async Task<DeskPage> OpenAsync()
    {
        var context = await _chromium!.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = 1366, Height = 768 },
            Permissions = ["microphone", "notifications"],
            Locale = "zh-CN",
        });
        context.SetDefaultTimeout(10_000);
        return new DeskPage(await context.NewPageAsync(), Hotline);
    }

    public async ValueTask DisposeAsync()
    {
        if (_chromium is not null)
        {
            await _chromium.DisposeAsync();
        }
        _playwright?.Dispose();
        if (Hotline is not null)
        {
            await Hotline.DisposeAsync();
        }
    }
}

[CollectionDefinition(Name)]
public sealed class DeskStories : ICollectionFixture<Browser>
{
    public const string Name = "desk";
}
