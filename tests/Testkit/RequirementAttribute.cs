namespace Hotline.Testkit;

/// <summary>Names the requirement of docs/requirements.tsv that a test proves, for example "CALL-07".</summary>
/// <remarks><c>./hotline requirements</c> reads these marks from the test assemblies.</remarks>
/// <param name="id">The requirement's id.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class, AllowMultiple = true)]
public sealed class RequirementAttribute(string id) : Attribute
{
    /// <summary>The requirement's id.</summary>
    public string Id { get; } = id;

    /// <summary>What of the requirement this test leaves open; null where the test proves every clause.</summary>
    public string? Part { get; init; }
}
