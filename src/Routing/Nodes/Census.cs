namespace Hotline.Routing;

/// <summary>What exists on a node at one moment, told by both of Asterisk's interfaces.</summary>
/// <param name="Found">By ARI: channels, registrations.</param>
/// <param name="Managed">Unique ids of all channels by the manager interface (CoreShowChannels).</param>
/// <param name="OrphanBridges">Bridges of ours whose call is not there.</param>
public sealed record Census(Input.NodeSnapshot Found, IReadOnlySet<string> Managed, IReadOnlyList<string> OrphanBridges);
