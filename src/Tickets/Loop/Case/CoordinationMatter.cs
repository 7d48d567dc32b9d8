namespace Hotline.Tickets.Loop;

/// <summary>A ticket before the coordination group (会商协调小组, CRD), and what came of it.</summary>
public sealed record CoordinationMatter
{
    /// <summary>From 1.</summary>
    public required int No { get; init; }

    public required CoordinationReason Reason { get; init; }
    public required string By { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>一事一报: the matter in words.</summary>
    public required string Report { get; init; }

    public CoordinationOrder? Order { get; init; }
}

/// <summary>Why a ticket goes to the group. It says which order may come of it.</summary>
public enum CoordinationReason
{
    /// <summary>The unit cannot be determined: 交办单 (CRD-02).</summary>
    UnitUnknown,

    /// <summary>Many units and no lead: a meeting (CRD-03).</summary>
    ManyUnits,

    /// <summary>Strong public reaction, wide, unsolvable by one department, risk of unrest: 督办单 (CRD-04).</summary>
    StrongReaction,

    /// <summary>Repeated and with abnormal risk: 特殊件 (CRD-05).</summary>
    AbnormalRisk,

    /// <summary>A return in dispute (RET-02).</summary>
    ReturnDispute,

    /// <summary>Done again too often.</summary>
    RepeatedRedo,
}

/// <summary>What the group decided.</summary>
public sealed record CoordinationOrder
{
    public required CoordinationOrderKind Kind { get; init; }
    public required string By { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>Who signed (签批).</summary>
    public required string SignedOffBy { get; init; }

    /// <summary>The signed paper, or the minutes of the meeting.</summary>
    public required string Document { get; init; }

    /// <summary>Who met; empty but for a meeting.</summary>
    public IReadOnlyList<string> Attendees { get; init; } = [];

    public required string Lead { get; init; }
    public IReadOnlyList<string> CoHandlers { get; init; } = [];
}

/// <summary>The group's instruments.</summary>
public enum CoordinationOrderKind
{
    /// <summary>交办单.</summary>
    AssignmentOrder,

    /// <summary>督办单, signed by the city's leaders.</summary>
    SupervisionOrder,

    /// <summary>特殊件: restricted visibility.</summary>
    SpecialPiece,

    /// <summary>A meeting, with minutes and attendees.</summary>
    Meeting,
}
