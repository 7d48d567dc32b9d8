namespace Hotline.Persistence;

/// <summary>A call as far as a day's figures ask for it.</summary>
public sealed class CallOfDayRow
{
    public string CallId { get; init; } = "";
    public string Dialled { get; init; } = "";
    public string NumberName { get; init; } = "";
    public string Caller { get; init; } = "";
    public DateTimeOffset? HumanAskedAt { get; init; }
    public DateTimeOffset? AgentAnsweredAt { get; init; }
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Code of the terminal state; null while the call lasts.</summary>
    public string? TerminalState { get; init; }

    /// <summary>Code of the outcome (CALL-07), once somebody recorded it.</summary>
    public string? Outcome { get; init; }
}
