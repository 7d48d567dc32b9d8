namespace Hotline.Persistence;

/// <summary>One applied migration.</summary>
internal sealed class SchemaVersionRow
{
    public int Version { get; init; }
    public string Name { get; init; } = "";
    public string Checksum { get; init; } = "";
}
