namespace Hotline.Persistence;

/// <summary>Who had a caller.</summary>
public sealed class HandlerRow
{
    public string Caller { get; init; } = "";
    public string AgentId { get; init; } = "";
    public DateTimeOffset EndedAt { get; init; }
}
