using System.Text.Json.Serialization;

namespace Hotline.Tickets.Loop;

/// <summary>The task of one unit (JNT-01, JUR-05). It has its own state beside the ticket's.</summary>
public sealed record Assignment
{
    /// <summary>From 1, in the order of the ticket's list.</summary>
    public required int No { get; init; }

    public required AssignmentKind Kind { get; init; }

    /// <summary>Code of the unit.</summary>
    public required string Unit { get; init; }

    /// <summary>Of a nested task: the number of the lead's.</summary>
    public int? Parent { get; init; }

    public required AssignmentState State { get; init; }

    public required DateTimeOffset DispatchedAt { get; init; }

    /// <summary>When the unit has it; null: when it was dispatched.</summary>
    public DateTimeOffset? ReceivedAt { get; init; }

    /// <summary>The first time it was signed for (签收); a redo is signed for in its round.</summary>
    public DateTimeOffset? SignedAt { get; init; }

    public string? SignedBy { get; init; }

    /// <summary>It may not be given back: a precedent or an order of the group (RET-04).</summary>
    public bool ReturnForbidden { get; init; }

    /// <summary>Number of the coordination order it stands on (RET-05).</summary>
    public int? Order { get; init; }

    /// <summary>The first response to an urgent matter (初步响应意见, URG-01).</summary>
    public UnitWord? FirstResponse { get; init; }

    /// <summary>A co-handler's part (JNT-01).</summary>
    public UnitWord? Opinion { get; init; }

    /// <summary>True once it is no longer the unit's: given back, or taken away.</summary>
    [JsonIgnore]
    public bool IsOver => State is AssignmentState.Returned or AssignmentState.Withdrawn;
}

/// <summary>What a unit is to a ticket.</summary>
public enum AssignmentKind
{
    /// <summary>主办: handles, and alone answers.</summary>
    Lead,

    /// <summary>协办: gives its part to the lead.</summary>
    CoHandler,

    /// <summary>A department to which the lead, a county's station, passed it on.</summary>
    Nested,
}

/// <summary>Where the task of a unit stands.</summary>
public enum AssignmentState
{
    /// <summary>Given, not signed for.</summary>
    Open,

    /// <summary>Signed for.</summary>
    SignedFor,

    /// <summary>Its part is done: the reply has gone out, the opinion is given.</summary>
    Done,

    /// <summary>Given back, and that was granted.</summary>
    Returned,

    /// <summary>Taken away, or passed to another.</summary>
    Withdrawn,
}

/// <summary>What somebody of a unit said.</summary>
public sealed record UnitWord(string By, DateTimeOffset At, string Text);
