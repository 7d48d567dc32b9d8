using System.Security;
using Hotline.Requirements;
using Hotline.Testkit;

namespace Hotline.Tidy.Tests;

/// <summary>What <c>./hotline requirements</c> reads out of the files that a run left.</summary>
public sealed class RequirementResultTests : IDisposable
{
    private const string Suite = "Live.Tests", Project = "Hotline.Live.Tests", Shows = "“音”: he hears <it> & it's so";
    private static readonly DateTimeOffset Ran = new(2026, 11, 27, 12, 0, 0, TimeSpan.Zero);
    private static readonly RequirementAttribute OfTheTest = new("X-01") { Shows = Shows };
    private readonly string _root = Directory.CreateTempSubdirectory("hotline-tidy-").FullName;

    public RequirementResultTests()
    {
        Write($"tests/{Suite}/{Project}.csproj", "");
        Built($"artifacts/bin/{Project}/release/{Project}.dll", Ran.AddMinutes(-1));
    }

    [Fact]
    public void Mark_is_read_from_the_trait_that_the_attribute_makes()
    {
        var run = Read(("A", "Pass"));

        run.Marks.ShouldBe([new RequirementMark("X-01", Shows, Suite, "Class.A", Outcome.Passed)]);
        (run.State, run.Started, run.Tests[Outcome.Passed]).ShouldBe((RunState.Fresh, Ran, 1));
    }

    [Theory]
    [InlineData("Fail", Outcome.Failed)]
    [InlineData("Skip", Outcome.Skipped)]
    [InlineData("NotRun", Outcome.Skipped)]
    public void Test_that_did_not_pass_is_not_passed(string result, Outcome outcome) => Read(("A", result)).Marks.Single().Outcome.ShouldBe(outcome);

    [Theory]
    [InlineData("Pass", "Pass", Outcome.Passed)]
    [InlineData("Pass", "Fail", Outcome.Failed)]
    [InlineData("Pass", "Skip", Outcome.Skipped)]
    [InlineData("Skip", "Fail", Outcome.Failed)]
    public void Theory_is_one_test_and_passes_with_all_its_rows(string first, string second, Outcome outcome) =>
        Read(("A", first), ("A", second)).Marks.ShouldHaveSingleItem().Outcome.ShouldBe(outcome);

    [Fact]
    public void Suite_that_did_not_run_is_absent() => Results.Of(_root).Single().State.ShouldBe(RunState.Absent);

    [Fact]
    public void File_that_breaks_off_is_absent()
    {
        Write($"artifacts/results/{Suite}.xml", File(("A", "Pass"))[..^20]);

        Results.Of(_root).Single().ShouldSatisfyAllConditions(r => r.State.ShouldBe(RunState.Absent), r => r.Marks.ShouldBeEmpty());
    }

    [Theory]
    [InlineData($"artifacts/bin/{Project}/release/{Project}.dll")]
    [InlineData($"artifacts/bin/{Project}/release/Hotline.Routing.dll")]
    [InlineData("artifacts/bin/Hotline.AgentHub/release/Hotline.AgentHub.dll")]
    [InlineData("artifacts/bin/Hotline.Watchdog/release/Hotline.Watchdog.dll")]
    public void Suite_that_ran_before_something_of_it_was_built_is_stale(string later)
    {
        Built(later, Ran.AddSeconds(1));

        Read(("A", "Pass")).State.ShouldBe(RunState.Stale);
    }

    [Fact]
    public void Suite_whose_build_is_gone_is_stale()
    {
        Directory.Delete(Path.Combine(_root, "artifacts", "bin"), recursive: true);

        Read(("A", "Pass")).State.ShouldBe(RunState.Stale);
    }

    [Fact]
    public void Suite_of_which_nothing_was_built_since_is_fresh()
    {
        Built("artifacts/bin/Hotline.AgentHub/release/Hotline.AgentHub.dll", Ran.AddSeconds(-1));
        Built("artifacts/bin/Hotline.Desk.Tests/release/Hotline.Desk.Tests.dll", Ran.AddSeconds(1)); // another suite's

        Read(("A", "Pass")).State.ShouldBe(RunState.Fresh);
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private SuiteRun Read(params (string Method, string Result)[] tests)
    {
        Write($"artifacts/results/{Suite}.xml", File(tests));
        return Results.Of(_root).Single();
    }

    private static string File(params (string Method, string Result)[] tests) => $"""
        <assemblies schema-version="3" start-rtf="{Ran:O}"><assembly name="x.dll"><collection name="c">{string.Concat(tests.Select(Test))}</collection></assembly></assemblies>
        """;

    private static string Test((string Method, string Result) test)
    {
        var trait = OfTheTest.GetTraits().Single();
        return $"""
            <test name="n" type="Hotline.Live.Tests.Class" method="{test.Method}" result="{test.Result}"><traits>
            <trait name="{trait.Key}" value="{SecurityElement.Escape(trait.Value)}" /><trait name="Other" value="X-02: y" /></traits></test>
            """;
    }

    private void Built(string file, DateTimeOffset at)
    {
        Write(file, "");
        System.IO.File.SetLastWriteTimeUtc(Path.Combine(_root, file), at.UtcDateTime);
    }

    private void Write(string file, string text)
    {
        var path = Path.Combine(_root, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        System.IO.File.WriteAllText(path, text);
    }
}
