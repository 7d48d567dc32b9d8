namespace Hotline.Requirements;

/// <summary>A test that names a requirement.</summary>
/// <param name="Id">The requirement.</param>
/// <param name="Part">What the test leaves open; null where it proves every clause.</param>
/// <param name="Test">The test, as class and method.</param>
public sealed record RequirementMark(string Id, string? Part, string Test)
{
    /// <summary>Marks that only test the reader of marks; no report counts them.</summary>
    public const string SpecimenSection = "SPECIMEN-";

    public bool IsSpecimen => Id.StartsWith(SpecimenSection, StringComparison.Ordinal);
}
