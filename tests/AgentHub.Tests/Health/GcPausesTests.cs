using Hotline.AgentHub.Health;
using Hotline.AgentHub.Tests.Services;

namespace Hotline.AgentHub.Tests.Health;

/// <summary>How long the collector stopped the process.</summary>
public sealed class GcPausesTests
{
    [Fact]
    public async Task The_collectors_pauses_are_seen()
    {
        using var pauses = new GcPauses();

        await Room.UntilAsync(
            () =>
            {
                GC.Collect();
                return Task.FromResult(pauses.Longest > TimeSpan.Zero);
            },
            "a pause of the collector");
    }
}
