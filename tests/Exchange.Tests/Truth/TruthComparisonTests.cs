using Hotline.Routing;

namespace Hotline.Exchange.Tests;

/// <summary>Events are always on their way: only what differed at both looks is mended.</summary>
public sealed class TruthComparisonTests
{
    private static readonly NodeId Node = new("n1");
    private static readonly DateOnly Day = new(2026, 4, 1);

    private static LegId Leg(string channel) => new(Node, channel);

    private static TruthComparison.FloorSide Floor(string[] legs, params (string Phone, bool Registered)[] phones) =>
        new(legs.Select(Leg).ToHashSet(), phones.ToDictionary(p => p.Phone, p => p.Registered));

    /// <param name="ari">Channels by ARI.</param>
    /// <param name="managed">Channels by the manager interface.</param>
    /// <param name="registered">Phones.</param>
    private static Census Census(string[] ari, string[] managed, params string[] registered) => new(
        new Input.NodeSnapshot(Node, DateTimeOffset.MinValue,
            [.. ari.Select(c => new FoundLeg { Leg = Leg(c), Role = FoundRole.Citizen, Up = true })], registered),
        managed.ToHashSet(), []);

    private static Input.TruthDiffered Of(TruthComparison.FloorSide before, Census first, Census second, TruthComparison.FloorSide? after = null) =>
        TruthComparison.Of(Node, before, first, second, after ?? before);

    [Fact]
    public void A_leg_that_neither_interface_has_at_either_look_is_gone()
    {
        var floor = Floor(["a", "b"]);
        Of(floor, Census(["b"], ["b"]), Census(["b"], ["b"])).Gone.ShouldBe([Leg("a")]);
        Of(floor, Census(["a", "b"], ["a", "b"]), Census(["b"], ["b"])).Gone.ShouldBeEmpty("its event is on its way");
        Of(floor, Census(["b"], ["a", "b"]), Census(["b"], ["b"])).Gone.ShouldBeEmpty("one interface had it");
        Of(floor, Census(["b"], ["b"]), Census(["b"], ["b"]), Floor(["b"])).Gone.ShouldBeEmpty("the floor knows by now");
    }

    [Fact]
    public void A_leg_that_both_interfaces_have_at_both_looks_and_the_floor_at_neither_is_unknown()
    {
        var none = Floor([]);
        Of(none, Census(["a"], ["a"]), Census(["a"], ["a"])).Unknown.Single().Leg.ShouldBe(Leg("a"));
        Of(none, Census([], ["a"]), Census(["a"], ["a"])).Unknown.ShouldBeEmpty();
        Of(none, Census(["a"], ["a"]), Census(["a"], [])).Unknown.ShouldBeEmpty();
        Of(none, Census(["a"], ["a"]), Census(["a"], ["a"]), Floor(["a"])).Unknown.ShouldBeEmpty("its arrival came meanwhile");
        Of(Floor(["a"]), Census(["a"], ["a"]), Census(["a"], ["a"]), none).Unknown.ShouldBeEmpty("it is being hung up");
    }

    [Fact]
    public void A_phone_counts_as_what_it_was_at_both_looks()
    {
        var floor = Floor([], ("p", true), ("q", false));
        Of(floor, Census([], [], "q"), Census([], [], "q")).Phones.ShouldBe([new PhoneFound("p", false), new PhoneFound("q", true)]);
        Of(floor, Census([], [], "p"), Census([], [], "q")).Phones.ShouldBeEmpty();
        Of(floor, Census([], [], "q"), Census([], [], "q"), Floor([], ("p", false), ("q", true))).Phones.ShouldBeEmpty();
    }

    [Fact]
    public void Interfaces_that_differ_twice_are_counted()
    {
        TruthComparison.ListsDiffer(Census(["a", "b"], ["b"]), Census(["a", "b"], ["b"])).ShouldBe(1);
        TruthComparison.ListsDiffer(Census(["a", "b"], ["b"]), Census(["a", "b"], ["a"])).ShouldBe(0);
    }

    [Fact]
    public void The_book_counts_by_day_and_kind()
    {
        var book = new TruthBook();
        book.Note(Day, Difference.Bridge);
        book.Note(Day, Difference.LegGone, 2);
        book.Note(Day, Difference.Lists, 0);
        book.Of(Day).ShouldBe([(Difference.LegGone, 2), (Difference.Bridge, 1)]);
        book.Of(Day.AddDays(1)).ShouldBeEmpty();
        book.Total.ShouldBe(3);
    }
}
