using System.Text.Json.Serialization;

namespace Hotline.Tickets.Duty;

/// <summary>One time that somebody on duty was rung. It is written down before the telephone is asked to ring.</summary>
public sealed record DutyAttempt
{
    /// <summary>From 1, through all rounds.</summary>
    public required int No { get; init; }

    /// <summary>Which time through the list, from 1.</summary>
    public required int Round { get; init; }

    /// <summary>His place in the list, from 0.</summary>
    public required int Person { get; init; }

    /// <summary>When it was begun.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>When he answered; null while he did not.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>How often the notice was begun to be read to him.</summary>
    public int Readings { get; init; }

    /// <summary>The notice was read to its end, and he is waited for.</summary>
    public bool Listening { get; init; }

    /// <summary>When it was over; null while it is not.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>What came of it; null while it is not over.</summary>
    public DutyResult? Result { get; init; }

    /// <summary>Number of the person of the hotline who ended it; null where nobody did.</summary>
    public string? EndedBy { get; init; }

    /// <summary>It is not over.</summary>
    [JsonIgnore]
    public bool IsOpen => Result is null;
}

/// <summary>What came of ringing somebody on duty.</summary>
public enum DutyResult
{
    /// <summary>He pressed 1.</summary>
    Acknowledged,

    /// <summary>He did not answer in time.</summary>
    NoAnswer,

    /// <summary>His line was busy.</summary>
    Busy,

    /// <summary>He refused the call.</summary>
    Refused,

    /// <summary>The network could not ring him.</summary>
    Failed,

    /// <summary>He answered and pressed no key: he hung up, or the time was over.</summary>
    NoKey,

    /// <summary>The server or Asterisk ended in the middle; he is rung again.</summary>
    Interrupted,

    /// <summary>It was not needed any more, or the hotline passed on to the next.</summary>
    Ended,
}
