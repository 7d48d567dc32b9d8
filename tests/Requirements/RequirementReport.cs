using System.Globalization;

namespace Hotline.Requirements;

public enum RequirementState
{
    /// <summary>Tests that passed show every clause.</summary>
    Proven,

    /// <summary>Tests that passed show a part of it, or its clauses are not written down.</summary>
    Part,

    /// <summary>Nothing that passed shows anything of it.</summary>
    Open,

    NotSoftware,
}

/// <summary>How far each requirement is proven by the last run of the suites.</summary>
public sealed class RequirementReport
{
    private const int TestsShownMax = 3;
    private readonly ILookup<string, RequirementMark> _counting;
    private readonly ILookup<string, RequirementMark> _claimed;
    private readonly IReadOnlyList<SuiteRun> _runs;

    public RequirementReport(IReadOnlyList<Requirement> requirements, IReadOnlyList<SuiteRun> runs)
    {
        Requirements = requirements;
        _runs = runs;
        var known = requirements.ToDictionary(r => r.Id);
        var byMistake = runs.SelectMany(r => r.Marks)
            .ToLookup(m => MarkRules.Mistake(known.GetValueOrDefault(m.Id), m.Id, m.Shows, m.Suite));
        Mistakes = [.. byMistake.Where(g => g.Key is not null).SelectMany(g => g.Select(m => $"{m.Test}: {g.Key}")).Distinct()
            .Order(StringComparer.Ordinal)];
        RequirementMark[] sound = [.. byMistake[null]];
        _claimed = sound.ToLookup(m => m.Id);
        HashSet<string> believed = [.. runs.Where(r => r.State is RunState.Fresh).Select(r => r.Suite)];
        _counting = sound.Where(m => m.Outcome is Outcome.Passed && believed.Contains(m.Suite)).ToLookup(m => m.Id);
    }

    public IReadOnlyList<Requirement> Requirements { get; }

    /// <summary>Marks that say what their requirement does not ask for, or more than their suite can show.</summary>
    public IReadOnlyList<string> Mistakes { get; }

    /// <summary>The marks that count: of tests that passed, in a suite that ran on what is built.</summary>
    public IEnumerable<RequirementMark> CountingFor(Requirement requirement) => _counting[requirement.Id];

    /// <summary>The clauses that no counting mark shows.</summary>
    public IEnumerable<Clause> LeftOf(Requirement requirement) =>
        requirement.Clauses.Where(c => !CountingFor(requirement).Any(m => m.Shows == c.Text && c.CanBeShownBy(m.Suite)));

    public RequirementState StateOf(Requirement requirement) =>
        !requirement.IsSoftware ? RequirementState.NotSoftware
        : !CountingFor(requirement).Any() ? RequirementState.Open
        : requirement.Clauses.Count > 0 && !LeftOf(requirement).Any() ? RequirementState.Proven
        : RequirementState.Part;

    public int Count(RequirementState state) => Requirements.Count(r => StateOf(r) == state);

    public void Write(TextWriter writer)
    {
        foreach (var requirement in Requirements)
        {
            Write(writer, requirement);
        }

        writer.WriteLine();
        writer.WriteLine("By the last run of each suite (artifacts/results); only tests that passed count:");
        foreach (var run in _runs)
        {
            writer.WriteLine($"  {run.Suite,-18} {Words(run)}");
        }

        if (_runs.All(r => r.State is RunState.Absent))
        {
            writer.WriteLine("NO SUITE HAS RUN: nothing can count. Run ./hotline test first.");
        }
        else if (_runs.Any(r => r.State is not RunState.Fresh))
        {
            writer.WriteLine("NOT ALL SUITES COUNT: what only they show is open here. ./hotline test runs all of them.");
        }

        writer.WriteLine(
            $"{Requirements.Count} requirements: {string.Join(", ", Enum.GetValues<RequirementState>().Select(s => $"{Count(s)} {Word(s)}"))}");
    }

    private void Write(TextWriter writer, Requirement requirement)
    {
        var state = StateOf(requirement);
        string[] tests = [.. CountingFor(requirement).Select(m => m.Test).Distinct()];
        writer.WriteLine(
            $"{requirement.Id,-9} {Word(state),-12} {(tests.Length > 0 ? $"{tests.Length} {(tests.Length == 1 ? "test" : "tests")}" : ""),-9} {requirement.Text}");
        if (state is RequirementState.Part or RequirementState.Proven)
        {
            writer.WriteLine($"{"",-32} by: {string.Join(", ", tests.Take(TestsShownMax))}{(tests.Length > TestsShownMax ? ", …" : "")}");
        }

        if (state is RequirementState.Part)
        {
            var left = requirement.Clauses.Count > 0
                ? LeftOf(requirement).Select(c => c.ToString())
                : ["its clauses are not written down"];
            foreach (var clause in left)
            {
                writer.WriteLine($"{"",-32} left: {clause}");
            }
        }

        foreach (var mark in _claimed[requirement.Id].Where(m => m.Outcome is not Outcome.Passed).DistinctBy(m => m.Test))
        {
            writer.WriteLine($"{"",-32} does not count: {mark.Test} {(mark.Outcome is Outcome.Failed ? "failed" : "was skipped")}");
        }
    }

    private static string Words(SuiteRun run)
    {
        var ran =
            $"{Moment(run.Started)}  {run.Tests[Outcome.Passed]} passed, {run.Tests[Outcome.Failed]} failed, {run.Tests[Outcome.Skipped]} skipped";
        return run.State switch
        {
            RunState.Fresh => ran,
            RunState.Stale => $"{ran}; STALE, does not count: {(run.Built is null ? "what it ran on is gone" : $"built again {Moment(run.Built)}")}",
            RunState.Absent => "NO RESULTS: does not count",
            _ => throw new System.Diagnostics.UnreachableException($"{run.State}"),
        };
    }

    private static string Moment(DateTimeOffset? at) => at?.ToLocalTime().ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) ?? "";

    private static string Word(RequirementState state) => state switch
    {
        RequirementState.Proven => "proven",
        RequirementState.Part => "part",
        RequirementState.Open => "open",
        RequirementState.NotSoftware => "not software",
        _ => throw new System.Diagnostics.UnreachableException($"{state}"),
    };
}
