namespace Hotline.Persistence;

/// <summary>The first answer to a command.</summary>
public sealed record GivenAnswer
{
    public string RequestId { get; init; } = "";

    /// <summary>Who sent the command; somebody else with the same id must not see the answer.</summary>
    public string Who { get; init; } = "";

    public DateTimeOffset At { get; init; }

    /// <summary>The HTTP status.</summary>
    public int Status { get; init; }

    /// <summary>The body; empty where there was none.</summary>
    public string Answer { get; init; } = "";
}
