using Xunit.v3;

namespace Hotline.Testkit;

/// <summary>
/// Names a requirement of docs/requirements.tsv and says what of it this test shows: the words of one of its clauses there.
/// </summary>
/// <remarks>
/// Both are a trait of the test, so that they stand beside its outcome in the result file: <c>./hotline requirements</c> counts
/// what ran and passed, not what is written here.
/// </remarks>
/// <param name="id">The requirement's id, for example "CALL-07".</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class RequirementAttribute(string id) : Attribute, ITraitAttribute
{
    /// <summary>The trait's name; its value is the id, a colon and what is shown.</summary>
    public const string Trait = "Requirement";

    /// <summary>The requirement's id.</summary>
    public string Id { get; } = id;

    /// <summary>What this test shows, in the words of a clause.</summary>
    public required string Shows { get; init; }

    /// <inheritdoc />
    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [new(Trait, $"{Id}: {Shows}")];
}
