using Hotline.Routing;

namespace Hotline.Exchange;

/// <summary>
/// The floor beside Asterisk. Events are always on their way, so a difference counts only if it stood at two looks, and if the floor
/// knew (or did not know) the leg before the first of them.
/// </summary>
public static class TruthComparison
{
    /// <summary>What the floor holds of a node: its legs, and which phones it takes for registered.</summary>
    public sealed record FloorSide(IReadOnlySet<LegId> Legs, IReadOnlyDictionary<string, bool> Phones);

    /// <param name="node">Which node.</param>
    /// <param name="before">The floor before the first look.</param>
    /// <param name="first">The first look.</param>
    /// <param name="second">The second, some seconds later.</param>
    /// <param name="after">The floor after it.</param>
    public static Input.TruthDiffered Of(NodeId node, FloorSide before, Census first, Census second, FloorSide after)
    {
        bool Exists(Census census, LegId leg) => census.Managed.Contains(leg.Channel) || census.Found.Legs.Any(l => l.Leg == leg);
        var once = first.Found.Legs.Select(l => l.Leg).ToHashSet();
        var (registeredFirst, registeredSecond) = (first.Found.RegisteredEndpoints.ToHashSet(), second.Found.RegisteredEndpoints.ToHashSet());
        return new Input.TruthDiffered(
            node,
            [.. before.Legs.Where(l => l.Node == node && after.Legs.Contains(l) && !Exists(first, l) && !Exists(second, l))],
            [.. second.Found.Legs.Where(l => once.Contains(l.Leg) && first.Managed.Contains(l.Leg.Channel) && second.Managed.Contains(l.Leg.Channel)
                && !before.Legs.Contains(l.Leg) && !after.Legs.Contains(l.Leg))],
            [.. before.Phones.Where(p => after.Phones.TryGetValue(p.Key, out var still) && still == p.Value
                    && registeredFirst.Contains(p.Key) != p.Value && registeredSecond.Contains(p.Key) != p.Value)
                .Select(p => new PhoneFound(p.Key, !p.Value))]);
    }

    /// <summary>
    /// Channels that one interface lists and the other does not, at both looks: nothing of ours can mend that, but somebody should know.
    /// </summary>
    public static int ListsDiffer(Census first, Census second)
    {
        static IEnumerable<string> OnlyInOne(Census census) => census.Found.Legs.Select(l => l.Leg.Channel).Where(c => !census.Managed.Contains(c));
        return OnlyInOne(first).Intersect(OnlyInOne(second)).Count();
    }
}
