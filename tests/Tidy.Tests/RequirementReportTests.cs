using Hotline.Requirements;

namespace Hotline.Tidy.Tests;

/// <summary>What counts for a requirement, and what does not.</summary>
public sealed class RequirementReportTests
{
    private const string Live = "Live.Tests", Page = "Desk.Tests", Core = "Routing.Tests";

    private static readonly Requirement X =
        new("X-01", "x", "[ZY]", IsSoftware: true, "", Clause.ParseAll("live: he hears it | page: she sees it | rule: it is so"));

    private static readonly RequirementMark Heard = Mark("he hears it", Live), Seen = Mark("she sees it", Page), Ruled = Mark("it is so", Core);

    [Fact]
    public void All_clauses_shown_is_proven() => State(Run(Live, Heard), Run(Page, Seen), Run(Core, Ruled)).ShouldBe(RequirementState.Proven);

    [Fact]
    public void One_clause_missing_is_part_and_the_report_names_it()
    {
        SuiteRun[] runs = [Run(Live, Heard), Run(Core, Ruled)];

        State(runs).ShouldBe(RequirementState.Part);
        Written(runs).ShouldContain("left: page: she sees it");
        Written(runs).ShouldNotContain("left: live");
    }

    [Theory]
    [InlineData(Outcome.Failed, "does not count: T.T failed")]
    [InlineData(Outcome.Skipped, "does not count: T.T was skipped")]
    public void Not_passed_does_not_count_and_the_report_says_so(Outcome outcome, string said)
    {
        var run = Run(Live, Heard with { Outcome = outcome });

        State(run).ShouldBe(RequirementState.Open);
        Written(run).ShouldContain(said);
    }

    [Fact]
    public void Stale_does_not_count_and_the_report_says_so()
    {
        var run = Run(Live, Heard) with { State = RunState.Stale };

        State(run).ShouldBe(RequirementState.Open);
        Written(run).ShouldContain("STALE");
        Written(run).ShouldContain("NOT ALL SUITES COUNT", Case.Sensitive);
    }

    [Fact]
    public void No_results_are_said_so() => Written(Run(Live) with { State = RunState.Absent }).ShouldContain("NO SUITE HAS RUN");

    [Fact]
    public void Results_of_all_suites_are_not_warned_of()
    {
        Written(Run(Live, Heard)).ShouldNotContain("not all suites");
        Written(Run(Live, Heard)).ShouldContain("Live.Tests");
        Written(Run(Live, Heard)).ShouldContain("1 passed, 0 failed, 0 skipped");
    }

    [Theory]
    [InlineData("he hears it", Core)]
    [InlineData("she sees it", Core)]
    [InlineData("she sees it", Live)]
    public void Clause_at_an_inner_layer_does_not_count_and_is_a_mistake(string shows, string suite)
    {
        var run = Run(suite, Mark(shows, suite));

        State(run).ShouldBe(RequirementState.Open);
        new RequirementReport([X], [run]).Mistakes.ShouldHaveSingleItem().ShouldContain($"cannot be shown in {suite}");
    }

    [Theory]
    [InlineData("he hears it")]
    [InlineData("it is so")]
    public void Clause_further_out_counts(string shows) => State(Run(Page, Mark(shows, Page))).ShouldBe(RequirementState.Part);

    [Fact]
    public void Words_of_no_clause_do_not_count_and_are_a_mistake()
    {
        RequirementReport report = new([X], [Run(Live, Mark("he hears  it", Live))]);

        report.StateOf(X).ShouldBe(RequirementState.Open);
        report.Mistakes.ShouldHaveSingleItem().ShouldContain("X-01 has no clause 'he hears  it'");
    }

    [Fact]
    public void Unknown_id_is_a_mistake() =>
        new RequirementReport([X], [Run(Live, Heard with { Id = "Y-01" })]).Mistakes.ShouldHaveSingleItem().ShouldContain("Y-01");

    [Fact]
    public void Without_clauses_a_mark_is_a_part_at_best()
    {
        var bare = X with { Clauses = [] };
        RequirementReport report = new([bare], [Run(Live, Heard)]);

        report.StateOf(bare).ShouldBe(RequirementState.Part);
        report.Mistakes.ShouldBeEmpty();
    }

    [Fact]
    public void Not_software_stays_so() =>
        new RequirementReport([X with { IsSoftware = false }], [Run(Live, Heard)]).Count(RequirementState.NotSoftware).ShouldBe(1);

    [Fact]
    public void Totals_stand_at_the_end() =>
        Written(Run(Live, Heard)).ShouldEndWith("1 requirements: 0 proven, 1 part, 0 open, 0 not software" + Environment.NewLine);

    [Fact]
    public void Parse_line_without_source_names_the_line() =>
        Should.Throw<FormatException>(() => Requirement.Parse(["id\trequirement", "NUM-01\tx"])).Message.ShouldContain("line 2");

    [Theory]
    [InlineData("he hears it")]
    [InlineData("wire: he hears it")]
    [InlineData("live:")]
    [InlineData("live: a | live: a")]
    [InlineData("live: a |")]
    public void Parse_clause_that_is_none_names_the_line(string clauses) =>
        Should.Throw<FormatException>(() => Requirement.Parse(["id", $"NUM-01\tx\t[KF]\t\t\t{clauses}"])).Message.ShouldStartWith("line 2");

    [Fact]
    public void Parse_clauses_with_their_layers() =>
        Requirement.Parse(["id", "NUM-01\tx\t[KF]\t\tt\tlive: a: b | rule: c"])
            .Single().Clauses.ShouldBe([new Clause(Layer.Live, "a: b"), new Clause(Layer.Rule, "c")]);

    private static RequirementMark Mark(string shows, string suite) => new("X-01", shows, suite, "T.T", Outcome.Passed);

    private static SuiteRun Run(string suite, params RequirementMark[] marks) => new(
        suite, RunState.Fresh, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch,
        Enum.GetValues<Outcome>().ToDictionary(o => o, o => marks.Count(m => m.Outcome == o)), marks);

    private static RequirementState State(params SuiteRun[] runs) => new RequirementReport([X], runs).StateOf(X);

    private static string Written(params SuiteRun[] runs)
    {
        using StringWriter writer = new();
        new RequirementReport([X], runs).Write(writer);
        return writer.ToString();
    }
}
