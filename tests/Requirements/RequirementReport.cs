namespace Hotline.Requirements;

public enum RequirementState
{
    /// <summary>At least one test proves every clause.</summary>
    Proven,

    /// <summary>Tests prove a part of it.</summary>
    Part,

    /// <summary>No test names it.</summary>
    Open,

    NotSoftware,
}

/// <summary>How far each requirement is proven, by the tests that name it.</summary>
public sealed class RequirementReport
{
    private readonly ILookup<string, RequirementMark> _marks;

    public RequirementReport(IReadOnlyList<Requirement> requirements, IEnumerable<RequirementMark> marks)
    {
        Requirements = requirements;
        _marks = marks.Where(m => !m.IsSpecimen).ToLookup(m => m.Id);
        Unknown = [.. _marks.Select(m => m.Key).Except(requirements.Select(r => r.Id)).Order(StringComparer.Ordinal)];
    }

    public IReadOnlyList<Requirement> Requirements { get; }

    /// <summary>Ids that tests name and no list knows.</summary>
    public IReadOnlyList<string> Unknown { get; }

    public IEnumerable<RequirementMark> MarksOf(Requirement requirement) => _marks[requirement.Id];

    public RequirementState StateOf(Requirement requirement) =>
        !requirement.IsSoftware ? RequirementState.NotSoftware
        : MarksOf(requirement).Any(m => m.Part is null) ? RequirementState.Proven
        : MarksOf(requirement).Any() ? RequirementState.Part
        : RequirementState.Open;

    public int Count(RequirementState state) => Requirements.Count(r => StateOf(r) == state);

    public void Write(TextWriter writer)
    {
        foreach (Requirement requirement in Requirements)
        {
            int tests = MarksOf(requirement).Count();
            writer.WriteLine($"{requirement.Id,-9} {Word(StateOf(requirement)),-12} {(tests > 0 ? $"{tests} {(tests == 1 ? "test" : "tests")}" : ""),-9} {requirement.Text}");
            foreach (string part in MarksOf(requirement).Select(m => m.Part).OfType<string>().Distinct())
            {
                writer.WriteLine($"{"",-32} left: {part}");
            }
        }

        writer.WriteLine();
        writer.WriteLine($"{Requirements.Count} requirements: {string.Join(", ", Enum.GetValues<RequirementState>().Select(s => $"{Count(s)} {Word(s)}"))}");
    }

    private static string Word(RequirementState state) => state switch
    {
        RequirementState.Proven => "proven",
        RequirementState.Part => "part",
        RequirementState.Open => "open",
        RequirementState.NotSoftware => "not software",
        _ => throw new System.Diagnostics.UnreachableException($"{state}"),
    };
}
