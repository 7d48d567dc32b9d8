using System.Text.Json.Nodes;
using Hotline.Testkit.Running;

[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace Hotline.Live.Tests;

/// <summary>The Hotline that most tests share: no prompts, and limits as short as the settings allow.</summary>
public sealed class QuickHotline : IAsyncLifetime
{
    private HotlineInstance? _hotline;

    public HotlineInstance Hotline => _hotline ?? throw new InvalidOperationException("Hotline is not started.");

    /// <summary>The people of the floor, signed in once.</summary>
    internal Staff Staff { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        (string, JsonNode)[] routing =
        [
            ("greeting", false), ("agentNumberAnnouncement", false), ("ringTimeoutSeconds", 5), ("returnTimeoutSeconds", 4), ("partyRingTimeoutSeconds", 5),
            ("notAgainForSeconds", 30),
        ];
        _hotline = await HotlineInstance.StartAsync(routing);
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
}
