using Hotline.Simulator.Results;
using Hotline.Simulator.Scenarios;

namespace Hotline.Simulator.Tests;

public sealed class SimulationTests
{
    private static Scenario Scene(string classes, string groups, string more = "") =>
        ScenarioReader.Read($$"""{ "name": "n", "horizonMinutes": 60, "replications": 1, {{more}} "classes": [{{classes}}], "groups": [{{groups}}] }""");

    private static SimulationResult Run(Scenario scene) => Simulation.Run(scene, cancellationToken: TestContext.Current.CancellationToken);

    /// <summary>Two calls at once, one agent, a minute each: the second waits the minute.</summary>
    [Fact]
    public void Waits_are_counted_from_the_list()
    {
        var one = Run(Scene("""{ "name": "a", "arrivals": { "at": [10, 10] }, "talk": { "always": 60 } }""", """{ "name": "g", "count": 1 }""")).Classes.ShouldHaveSingleItem();

        (one.Arrivals.Mean, one.Answered.Mean, one.MeanWait.Mean, one.P99Wait.Mean).ShouldBe((2, 2, 30, 60));
        (one.ShareWaited.Mean, one.ShareInTarget.Mean).ShouldBe((0.5, 0.5));
    }

    [Fact]
    public void After_call_work_keeps_the_agent() => Run(Scene(
            """{ "name": "a", "arrivals": { "at": [10, 10] }, "talk": { "always": 60 }, "afterCall": { "always": 20 } }""", """{ "name": "g", "count": 1 }"""))
        .Classes[0].P99Wait.Mean.ShouldBe(80);

    [Fact]
    public void Impatient_caller_gives_up()
    {
        var one = Run(Scene(
            """{ "name": "a", "arrivals": { "at": [10, 10] }, "talk": { "always": 60 }, "patience": { "always": 30 } }""", """{ "name": "g", "count": 1 }""")).Classes[0];

        (one.Answered.Mean, one.Abandoned.Mean, one.ShareAbandoned.Mean).ShouldBe((1, 1, 0.5));
    }

    /// <summary>Three at once, one agent: the others go where their plan ends.</summary>
    [Theory]
    [InlineData("announcement", 2, 0, 1)]
    [InlineData("to 12366", 0, 2, 1)]
    [InlineData("call-back", 0, 0, 3)]
    public void Ending_takes_those_who_are_left(string ending, int refused, int handedOn, int answered)
    {
        var one = Run(Scene(
            $$"""{ "name": "a", "plan": "any 5s; {{ending}}", "arrivals": { "at": [10, 10, 10] }, "talk": { "always": 600 }, "patience": { "always": 1500 } }""",
            """{ "name": "g", "count": 1 }""")).Classes[0];

        (one.Refused.Mean, one.HandedOn.Mean, one.Answered.Mean, one.Abandoned.Mean).ShouldBe((refused, handedOn, answered, 0));
    }

    [Fact]
    public void Occupancy_is_the_share_of_the_counted_time()
    {
        var group = Run(Scene("""{ "name": "a", "arrivals": { "at": [0, 1800] }, "talk": { "always": 900 } }""", """{ "name": "g", "count": 2 }""")).Groups[0];

        (group.Occupancy.Mean, group.Answered.Mean).ShouldBe((0.25, 2));
        group.Spread.Mean.ShouldBe(0, 1e-9, "the longest idle took the second call");
    }

    [Fact]
    public void Shift_begins_and_ends()
    {
        var result = Run(Scene(
            """{ "name": "a", "arrivals": { "at": [60, 1500, 3000] }, "talk": { "always": 600 }, "patience": { "always": 1200 } }""",
            """{ "name": "early", "count": 1, "shifts": ["08:20-08:30"] }""", "\"start\": \"2026-03-16T08:00:00\","));

        // The first waits for the shift and keeps his agent over its end; the others find nobody.
        (result.Classes[0].Answered.Mean, result.Classes[0].P99Wait.Mean, result.Classes[0].Abandoned.Mean).ShouldBe((1, 1140, 2));
        result.Groups[0].Occupancy.Mean.ShouldBe(1);
    }

    [Fact]
    public void Plan_goes_on_to_the_next_step()
    {
        var result = Run(Scene(
            """{ "name": "law", "plan": "law 20s; any", "arrivals": { "at": [0, 0] }, "talk": { "always": 600 } }""",
            """{ "name": "experts", "count": 1, "skills": ["law"] }, { "name": "desk", "count": 1 }"""));

        result.Matching.Select(m => (m.Group, m.Share.Mean)).ShouldBe([("experts", 0.5), ("desk", 0.5)]);
        result.Classes[0].P99Wait.Mean.ShouldBe(20);
    }

    [Fact]
    public void Missed_ring_goes_to_the_next()
    {
        var result = Run(Scene(
            """{ "name": "a", "arrivals": { "at": [0] }, "talk": { "always": 60 } }""",
            """{ "name": "deaf", "count": 1, "answer": { "always": 30 } }, { "name": "quick", "count": 1, "answer": { "always": 2 } }"""));

        (result.Groups[1].Answered.Mean, result.Classes[0].MeanWait.Mean).ShouldBe((1, 22));
    }

    [Fact]
    public void Same_seed_gives_the_same_figures()
    {
        var scene = Example.Read("12348.json") with { Replications = 2, Horizon = TimeSpan.FromHours(1) };

        ResultTable.Of(Run(scene)).ShouldBe(ResultTable.Of(Run(scene)));
        ResultTable.Of(Run(scene)).ShouldNotBe(ResultTable.Of(Run(scene with { Seed = 8 })));
    }

    [Theory]
    [InlineData(2, 12.706)]
    [InlineData(3, 4.303)]
    [InlineData(4, 3.182)]
    [InlineData(10, 2.262)]
    [InlineData(20, 2.093)]
    public void Interval_is_students(int runs, double quantile)
    {
        // Runs of 0 and 1 in turn have a known deviation.
        double[] figures = [.. Enumerable.Range(0, runs).Select(i => i % 2.0)];
        var mean = figures.Average();
        var error = Math.Sqrt(figures.Sum(f => (f - mean) * (f - mean)) / (runs - 1) / runs);

        (Estimate.Of(figures).HalfWidth / error).ShouldBe(quantile, quantile * 0.002);
    }

    [Fact]
    public void Files_are_written()
    {
        var folder = Directory.CreateTempSubdirectory("hotline-simulate").FullName;
        try
        {
            ResultFiles.Write(Run(Scene("""{ "name": "a, b", "arrivals": { "at": [10] }, "talk": { "always": 60 } }""", """{ "name": "g", "count": 1 }""")), folder);

            File.ReadAllLines(Path.Combine(folder, "classes.csv"))[1].ShouldStartWith("\"a, b\",1,,1,");
            File.ReadAllLines(Path.Combine(folder, "matching.csv"))[1].ShouldBe("\"a, b\",g,1,,1,");
            File.ReadAllText(Path.Combine(folder, "result.json"))
                .ShouldContain(
                    "\"meanWait\": {\n          \"mean\": 0,\n          \"halfWidth\": null".Replace("\n          ", "\n        ",
                        StringComparison.Ordinal));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
