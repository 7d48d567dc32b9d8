namespace Hotline.Requirements;

/// <summary>How a test ended in the last run of its suite.</summary>
public enum Outcome
{
    Passed,
    Failed,

    /// <summary>Skipped, or found and not run.</summary>
    Skipped,
}

/// <summary>A test that names a requirement, as the last run of its suite left it.</summary>
/// <param name="Id">The requirement.</param>
/// <param name="Shows">What of it the test shows: the text of a clause.</param>
/// <param name="Suite">The test's suite, for example "Live.Tests".</param>
/// <param name="Test">The test, as class and method; all rows of a theory are one.</param>
/// <param name="Outcome">Passed if all of it passed.</param>
public sealed record RequirementMark(string Id, string Shows, string Suite, string Test, Outcome Outcome);
