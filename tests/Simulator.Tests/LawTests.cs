using Hotline.Simulator.Laws;
using Hotline.Simulator.Scenarios;

namespace Hotline.Simulator.Tests;

/// <summary>The router under virtual time shows what mathematics says it must, on the examples that ship with it.</summary>
public sealed class LawTests
{
    /// <summary>
    /// The files ask for 95 % intervals; a test that must not fail one time in twenty widens them to 99.9 % (20 runs: 3.883 / 2.093).
    /// </summary>
    private const double Wider = 3.883 / 2.093;

    [Theory]
    [InlineData("erlang-c.json", "Erlang C", 3)]
    [InlineData("erlang-a.json", "Erlang A", 2)]
    [InlineData("graph-n.json", "FCFS-ALIS", 3)]
    [InlineData("graph-w.json", "FCFS-ALIS", 4)]
    [InlineData("graph-m.json", "FCFS-ALIS", 4)]
    public void Example_obeys_its_law(string file, string law, int figures)
    {
        // A tenth of the example's length is enough here; ./hotline simulate runs all of it.
        var scenario = Example.Read(file);
        var result = Simulation.Run(scenario with { Horizon = scenario.Horizon / 10 }, cancellationToken: TestContext.Current.CancellationToken);

        result.Laws.Count.ShouldBe(figures);
        foreach (var figure in result.Laws)
        {
            figure.Law.ShouldBe(law);
            figure.Simulated.Holds(figure.Exact, Wider).ShouldBeTrue($"{figure.Figure}: {figure.Exact:0.0000} by law, {figure.Simulated} simulated");
        }
    }

    [Fact]
    public void Erlang_c_is_the_textbooks() => Erlang.Waits(arrival: 9, service: 1, agents: 10).ShouldBe(0.6687, 0.0001); // N = 10, 9 Erlang

    [Fact]
    public void Erlang_a_without_patience_is_erlang_c() => Erlang.WithPatience(9, 1, 1e-9, 10).Waits.ShouldBe(Erlang.Waits(9, 1, 10), 0.0001);

    /// <summary>Two equal agents and one class: half each, and each class with one agent only: all of it.</summary>
    [Fact]
    public void Fcfs_alis_is_right_where_the_answer_is_plain()
    {
        var pool = new FcfsAlis([1.2], [1, 1], [[true, true]]).Shares();
        pool[0][0].ShouldBe(0.5, 1e-12);
        pool[0][1].ShouldBe(0.5, 1e-12);

        var apart = new FcfsAlis([0.5, 0.7], [1, 1], [[true, false], [false, true]]).Shares();
        apart[0][0].ShouldBe(1, 1e-12);
        apart[1][1].ShouldBe(1, 1e-12);
    }

    [Fact]
    public void Fcfs_alis_knows_what_cannot_be_served() =>
        new FcfsAlis([1.1, 0.5], [1, 1], [[true, false], [true, true]]).IsStable.ShouldBeFalse("only the first agent serves the first class");

    [Fact]
    public void Scenario_beyond_the_laws_has_none() =>
        Simulation.Run(Example.Read("12348.json") with { Replications = 1, Horizon = TimeSpan.FromMinutes(30) },
            cancellationToken: TestContext.Current.CancellationToken).Laws.ShouldBeEmpty();
}
