using Hotline.Routing;
using Hotline.Telephony.Ami;
using Hotline.Telephony.Ari;

namespace Hotline.Telephony;

/// <summary>Takes the census while all goes well: the events tell the same, unless one was lost.</summary>
public sealed class NodeCensus
{
    private readonly AriClient _ari;
    private readonly AmiConnection _ami;
    private readonly NodeSurvey _survey;

    internal NodeCensus(AsteriskOptions options, AriClient ari, AmiConnection ami, IdSource ids, IArrivalRules rules, TimeProvider time)
    {
        (_ari, _ami) = (ari, ami);
        var node = new NodeId(options.Node);
        _survey = new NodeSurvey(ari, new AriTranslator(node, ids, rules, time), node);
    }

    /// <exception cref="HttpRequestException">ARI is away.</exception>
    /// <exception cref="IOException">The manager interface is away.</exception>
    /// <exception cref="TimeoutException">The manager interface does not answer.</exception>
    public async Task<Census> TakeAsync(CancellationToken cancellationToken)
    {
        var found = await _survey.TakeAsync(cancellationToken);
        var channels = await _ami.SendAsync(AmiMessage.Action("CoreShowChannels"), cancellationToken);
        return new Census(found.Snapshot, channels.Items.Select(c => c["Uniqueid"]).ToHashSet(StringComparer.Ordinal), found.OrphanBridges);
    }

    /// <summary>Removes a bridge that belongs to no call; one that is gone already is no error.</summary>
    public Task RemoveBridgeAsync(string bridge, CancellationToken cancellationToken) =>
        _ari.SendAsync(new AriRequest(HttpMethod.Delete, $"bridges/{Uri.EscapeDataString(bridge)}"), cancellationToken);
}
