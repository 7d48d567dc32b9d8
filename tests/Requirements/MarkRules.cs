namespace Hotline.Requirements;

/// <summary>What a mark may say.</summary>
public static class MarkRules
{
    /// <summary>What is wrong with a mark, in a sentence; null where nothing is.</summary>
    /// <param name="requirement">The requirement that it names; null where the list has none of this id.</param>
    /// <param name="id">The id as the mark has it.</param>
    /// <param name="shows">What it says that its test shows.</param>
    /// <param name="suite">Where its test runs.</param>
    public static string? Mistake(Requirement? requirement, string id, string shows, string suite) =>
        requirement is null ? $"{id} stands in no line of docs/requirements.tsv"
        : shows.Length == 0 ? $"{id}: the mark does not say what is shown"
        : requirement.Clauses.Count == 0 ? null
        : requirement.Clauses.FirstOrDefault(c => c.Text == shows) is not { } clause ? $"{id} has no clause '{shows}'"
        : !clause.CanBeShownBy(suite) ? $"{id}: '{clause}' cannot be shown in {suite}"
        : null;
}
