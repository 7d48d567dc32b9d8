namespace Hotline.Persistence;

/// <summary>An agent who talked in a call.</summary>
public sealed class TalkRow
{
    public string CallId { get; init; } = "";
    public string AgentId { get; init; } = "";
}
