using Hotline.Routing;

namespace Hotline.Telephony.Ari;

/// <summary>Everything that exists on a node now, by HTTP listings: events that were missed are gone, so list, never guess.</summary>
internal sealed class NodeSurvey(AriClient ari, AriTranslator translator, NodeId node)
{
    /// <summary>The truth, and beside it who waits in the fallback dialplan: those whom we cut off first, then the longest waiting.</summary>
    public sealed record Found(
        Input.NodeSnapshot Snapshot, IReadOnlyList<AriChannel> WaitingInFallback, IReadOnlyList<string> OrphanBridges,
        IReadOnlyList<AriChannel> Duty);

    public async Task<Found> TakeAsync(CancellationToken cancellationToken)
    {
        var info = await ari.GetAsync("asterisk/info?only=status", AriJson.Default.AriInfo, cancellationToken);
        var channels = await ari.GetAsync("channels", AriJson.Default.AriChannelArray, cancellationToken);
        var bridges = await ari.GetAsync("bridges", AriJson.Default.AriBridgeArray, cancellationToken);
        var endpoints = await ari.GetAsync("endpoints/PJSIP", AriJson.Default.AriEndpointArray, cancellationToken);

        var ownBridged = bridges.Where(b => LegNames.CallOf(b.Id) is not null).SelectMany(b => b.Channels).ToHashSet(StringComparer.Ordinal);
        var anyBridged = bridges.SelectMany(b => b.Channels).ToHashSet(StringComparer.Ordinal);
        var legs = channels.Select(c => translator.Find(c, ownBridged)).OfType<FoundLeg>().ToList();
        var alive = legs.Where(l => l.Role == FoundRole.Citizen).Select(l => l.Mark?.Call).OfType<CallId>().ToHashSet();
        return new Found(
            new Input.NodeSnapshot(node, AriTime.Parse(info.Status?.StartupTime ?? "") ?? DateTimeOffset.MinValue, legs,
                [.. endpoints.Where(e => e.State == "online").Select(e => e.Resource)]),
            [.. channels.Where(c => c.Dialplan?.Context == "fallback" && !anyBridged.Contains(c.Id))
            .OrderBy(c => MarkOf(c)?.Step is CallStep.Queued or CallStep.Offered or null).ThenBy(WaitingSince)],
            [.. bridges.Where(b => b.Channels.Length == 0 && IsNobodys(b.Id, alive)).Select(b => b.Id)],
            [.. channels.Where(c => DutyLine.Is(c.Id))]);
    }

    private static bool IsNobodys(string bridge, HashSet<CallId> alive) =>
        LegNames.IsEar(bridge) || (LegNames.CallOf(bridge) is { } call && !alive.Contains(call));

    /// <summary>Only those who wait in the fallback queue.</summary>
    public async Task<IReadOnlyList<AriChannel>> WaitingInFallbackAsync(CancellationToken cancellationToken) =>
        (await TakeAsync(cancellationToken)).WaitingInFallback;

    private static CallMark? MarkOf(AriChannel c) => CallMark.Decode(c.Variable(AriTranslator.MarkVariable), c.Id);

    private static long WaitingSince(AriChannel c) =>
        (MarkOf(c)?.QueuedAt ?? AriTime.Parse(c.Creationtime) ?? DateTimeOffset.MaxValue).ToUnixTimeMilliseconds();
}
