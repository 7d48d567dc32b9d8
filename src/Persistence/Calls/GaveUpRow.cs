namespace Hotline.Persistence;

/// <summary>A caller who hung up while he waited.</summary>
public sealed class GaveUpRow
{
    public string Caller { get; init; } = "";
    public DateTimeOffset QueuedAt { get; init; }
    public DateTimeOffset EndedAt { get; init; }
}
