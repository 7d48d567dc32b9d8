namespace Hotline.Persistence;

/// <summary>The end of a city's chain.</summary>
internal sealed class AuditHeadRow
{
    public string Tenant { get; init; } = "";
    public long Seq { get; init; }
    public string Hash { get; init; } = "";
}
