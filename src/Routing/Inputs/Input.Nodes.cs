namespace Hotline.Routing;

public abstract partial record Input
{
    /// <summary>A registration of an agent's phone came or went.</summary>
    public sealed record PhoneRegistered(NodeId Node, string Endpoint, bool Registered) : Input;

    /// <summary>The connection to a node is gone. Its calls talk on; nothing can be commanded.</summary>
    public sealed record NodeLost(NodeId Node) : Input;

    /// <summary>The truth after every (re)connect: all that exists on a node now.</summary>
    /// <param name="Node">Which node.</param>
    /// <param name="StartedAt">When the node itself started: older calls that are missing failed, nobody hung up.</param>
    /// <param name="Legs">Its channels that concern us.</param>
    /// <param name="RegisteredEndpoints">The agents' phones that are registered now.</param>
    public sealed record NodeSnapshot(NodeId Node, DateTimeOffset StartedAt, IReadOnlyList<FoundLeg> Legs, IReadOnlyList<string> RegisteredEndpoints)
        : Input;

    /// <summary>Asterisk and the floor differed at two looks some seconds apart: an event was lost, or a command of ours.</summary>
    /// <param name="Node">Which node.</param>
    /// <param name="Gone">Legs that the floor holds and that are not there.</param>
    /// <param name="Unknown">Legs of ours that are there and that the floor does not hold.</param>
    /// <param name="Phones">Phones of whose registration the floor believes the opposite.</param>
    public sealed record TruthDiffered(NodeId Node, IReadOnlyList<LegId> Gone, IReadOnlyList<FoundLeg> Unknown, IReadOnlyList<PhoneFound> Phones)
        : Input;
}

/// <summary>Whether an agent's phone is registered.</summary>
public sealed record PhoneFound(string Endpoint, bool Registered);
