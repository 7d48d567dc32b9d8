using Hotline.Testkit.Running;
using Hotline.Testkit.Sound;
using Microsoft.Playwright;

[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]

namespace Hotline.Desk.Tests;

/// <summary>One Hotline for all stories, and one Chromium whose microphone is its own beeping one; more where a voice must be known.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
    /// <summary>How long a page may take for what it does at once when all is well, on a machine with other work.</summary>
    private const int LimitMs = 10_000;
    private static readonly TimeSpan VoiceLoop = TimeSpan.FromSeconds(10);
    private readonly List<IBrowser> _chromiums = [];
    private int _computers;
    private IPlaywright? _playwright;

    public HotlineInstance Hotline { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Hotline = await HotlineInstance.StartAsync([], ("ringTimeoutSeconds", 8), ("notAgainForSeconds", 5));
        _playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(LimitMs);
        await LaunchAsync();
    }

    /// <summary>A PC whose microphone hears one tone: who was talked to by this agent can be told from it.</summary>
    public async Task<DeskPage> OpenAsync(Tone voice)
    {
        var file = Path.Combine(Hotline.Data, $"voice-{voice.Hertz}.wav");
        await File.WriteAllBytesAsync(file, voice.Wav(VoiceLoop));
        var desk = await OpenAsync(await LaunchAsync($"--use-file-for-fake-audio-capture={file}"));
        // A steady tone is noise to the browser, and would be taken out. It is no voice: nothing is to be taken out of it.
        await desk.Page.AddInitScriptAsync(
            """
            const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
            const raw = { echoCancellation: false, noiseSuppression: false, autoGainControl: false };
            navigator.mediaDevices.getUserMedia = wish => ask({ ...wish, audio: { ...(wish.audio === true ? {} : wish.audio), ...raw } });
            """);
        return desk;
    }

    /// <summary>A PC of its own: cookies are not shared with other pages.</summary>
    public Task<DeskPage> OpenAsync() => OpenAsync(_chromiums[0]);

    private async Task<IBrowser> LaunchAsync(params string[] more)
    {
        var place = Array.Find(Places, File.Exists) ?? throw new FileNotFoundException("Chromium is missing; ./hotline test browser installs it.");
        var chromium = await _playwright!.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = place,
            Args =
            [
                "--no-sandbox", "--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream",
                "--allow-loopback-in-peer-connection", "--autoplay-policy=no-user-gesture-required", .. more,
            ],
        });
        _chromiums.Add(chromium);
        return chromium;
    }

    private async Task<DeskPage> OpenAsync(IBrowser chromium)
    {
        var context = await chromium.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = 1366, Height = 768 },
            Permissions = ["microphone", "notifications"],
            Locale = "zh-CN",
            // From one computer only so many sign in within a minute. The server believes the proxy on its machine.
            ExtraHTTPHeaders = [new("X-Forwarded-For", $"10.79.{_computers / 250}.{_computers++ % 250}")],
        });
        context.SetDefaultTimeout(LimitMs);
        return new DeskPage(await context.NewPageAsync(), Hotline);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var chromium in _chromiums)
        {
            await chromium.DisposeAsync();
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
