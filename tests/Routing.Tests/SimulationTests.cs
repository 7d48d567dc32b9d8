namespace Hotline.Routing.Tests;

/// <summary>Random floors. A seed that ever failed stands below by its number.</summary>
public sealed class SimulationTests
{
    private const int Seeds = 60;
    private const int InputsPerSeed = 2_000;

    [Fact]
    public void Every_seed_keeps_the_invariants_and_serves_everybody_when_nothing_fails() => RunAll(faults: false);

    [Fact]
    public void Every_seed_keeps_the_invariants_under_faults_and_serves_everybody_afterwards() => RunAll(faults: true);

    [Fact]
    public void The_same_seed_gives_the_same_day()
    {
        static List<string> Day()
        {
            var floor = new SimulatedFloor(7, faults: true);
            floor.Run(InputsPerSeed);
            return [.. floor.Harness.All.Select(e => e.ToString())];
        }
        Day().ShouldBe(Day());
    }

    private static void RunAll(bool faults)
    {
        for (var seed = 1; seed <= Seeds; seed++)
        {
            var floor = new SimulatedFloor(seed, faults);
            try
            {
                floor.Run(InputsPerSeed);
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"seed {seed} after {floor.Inputs} inputs: {e.Message}", e);
            }
        }
    }
}
