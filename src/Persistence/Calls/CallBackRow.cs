namespace Hotline.Persistence;

/// <summary>A caller who asked to be called back.</summary>
public sealed class CallBackRow
{
    public string CallId { get; init; } = "";
    public string Caller { get; init; } = "";
    public string Dialled { get; init; } = "";
    public string NumberName { get; init; } = "";
    public DateTimeOffset? QueuedAt { get; init; }
    public DateTimeOffset? EndedAt { get; init; }
}
