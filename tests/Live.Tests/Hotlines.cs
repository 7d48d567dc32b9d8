using System.Text.Json.Nodes;
using Hotline.Testkit.Running;
using Hotline.Testkit.Sound;

[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]

namespace Hotline.Live.Tests;

/// <summary>The Hotline that most tests share: no prompts, and limits as short as the settings allow.</summary>
public sealed class QuickHotline : IAsyncLifetime
{
    private HotlineInstance? _hotline;

    public HotlineInstance Hotline => _hotline ?? throw new InvalidOperationException("Hotline is not started.");

    /// <summary>The announcements of a call-back, known by their tones.</summary>
    public static Tone CallBackOffer { get; } = new(3000);
    public static Tone CallBackTaken { get; } = new(3300);

    /// <summary>What somebody on duty hears, known by its tones.</summary>
    public static Tone DutyNotice { get; } = new(3500);
    public static Tone DutyThanks { get; } = new(3700);

    /// <summary>The people of the floor, signed in once.</summary>
    internal Staff Staff { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        (string, JsonNode)[] routing =
        [
            ("greeting", false), ("agentNumberAnnouncement", false), ("ringTimeoutSeconds", 5), ("returnTimeoutSeconds", 4),
            ("partyRingTimeoutSeconds", 5),
            ("notAgainForSeconds", 30),
        ];
        var length = TimeSpan.FromSeconds(1);
        _hotline = await HotlineInstance.StartAsync(
            [
                ("call-back-offer", CallBackOffer.Wav(length)), ("call-back-taken", CallBackTaken.Wav(length)),
                ("duty-notice", DutyNotice.Wav(length)), ("duty-thanks", DutyThanks.Wav(length)),
            ],
            routing);
        Staff = new Staff(_hotline);
    }

    public async ValueTask DisposeAsync()
    {
        if (_hotline is not null)
        {
            await Staff.DisposeAsync();
            await _hotline.DisposeAsync();
        }
    }
}

/// <summary>A Hotline with a greeting that is long and known by its tone.</summary>
public sealed class GreetingHotline : IAsyncLifetime
{
    private HotlineInstance? _hotline;

    public static Tone Greeting { get; } = new(3100);

    public static TimeSpan GreetingLength { get; } = TimeSpan.FromSeconds(8);

    public HotlineInstance Hotline => _hotline ?? throw new InvalidOperationException("Hotline is not started.");

    internal Staff Staff { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _hotline =
            await HotlineInstance.StartAsync([("greeting", Greeting.Wav(GreetingLength))], ("ringTimeoutSeconds", 5),
                ("agentNumberAnnouncement", false));
        Staff = new Staff(_hotline);
    }

    public async ValueTask DisposeAsync()
    {
        if (_hotline is not null)
        {
            await Staff.DisposeAsync();
            await _hotline.DisposeAsync();
        }
    }
}

/// <summary>
/// A Hotline whose network to Asterisk can be made to fail, that lays its books side by side every second and lets two callers wait.
/// </summary>
public sealed class FrailHotline : IAsyncLifetime
{
    public const int WaitingMax = 2;
    private HotlineInstance? _hotline;

    public HotlineInstance Hotline => _hotline ?? throw new InvalidOperationException("Hotline is not started.");

    internal Staff Staff { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _hotline = await HotlineInstance.StartAsync([], ("greeting", false), ("agentNumberAnnouncement", false), ("ringTimeoutSeconds", 5),
            ("waitingCallsMax", WaitingMax));
        await _hotline.WireAsync();
        Staff = new Staff(_hotline);
    }

    public async ValueTask DisposeAsync()
    {
        if (_hotline is not null)
        {
            await Staff.DisposeAsync();
            await _hotline.DisposeAsync();
        }
    }
}

/// <summary>A Hotline whose server will be replaced, and does not come back.</summary>
public sealed class ReplacedHotline : IAsyncLifetime
{
    private HotlineInstance? _hotline;

    public HotlineInstance Hotline => _hotline ?? throw new InvalidOperationException("Hotline is not started.");

    internal Staff Staff { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _hotline = await HotlineInstance.StartAsync([], ("greeting", false), ("agentNumberAnnouncement", false));
        Staff = new Staff(_hotline);
    }

    public async ValueTask DisposeAsync()
    {
        if (_hotline is not null)
        {
            await Staff.DisposeAsync();
            await _hotline.DisposeAsync();
        }
    }
}

[CollectionDefinition(Name)]
public sealed class LiveTests : ICollectionFixture<QuickHotline>
{
    public const string Name = "live";

    /// <summary>The mark of classes that look into the database, or depend on it: <c>./hotline test</c> runs them once more on PostgreSQL.</summary>
    public const string Reads = "Reads", TheDatabase = "database";
}
