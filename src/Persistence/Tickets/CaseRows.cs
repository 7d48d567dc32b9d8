namespace Hotline.Persistence;

/// <summary>A ticket and its document.</summary>
internal sealed class CaseTicketRow : TicketRow
{
    public string Document { get; init; } = "";
}

/// <summary>A clock that runs, as sweeps see it.</summary>
public sealed class CaseTimerRow
{
    public string TicketId { get; init; } = "";
    public string Timer { get; init; } = "";

    /// <summary>0 for the hotline's own clocks.</summary>
    public int TaskNo { get; init; }

    public string Tenant { get; init; } = "";
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>When something is to be done about it by itself; null where nothing more is.</summary>
    public DateTimeOffset? NextAt { get; init; }

    public DateTimeOffset? WarnedAt { get; init; }
}

/// <summary>Where a case stands in a list.</summary>
internal sealed class CasePlaceRow
{
    public string TicketId { get; init; } = "";
    public DateTimeOffset DueAt { get; init; }
    public string? DueTimer { get; init; }
}

/// <summary>How often a caller was here before about the same matter.</summary>
internal sealed class CaseEarlierRow
{
    public int Closed { get; init; }
    public int Final { get; init; }
}

/// <summary>The ticket that another is to be merged into.</summary>
internal sealed class CaseTargetRow
{
    public string TicketId { get; init; } = "";
    public string Tenant { get; init; } = "";
    public string State { get; init; } = "";
}

/// <summary>What a desk is told.</summary>
public sealed class CaseNoticeRow
{
    public string TicketId { get; init; } = "";

    /// <summary>Empty for the hotline.</summary>
    public string Unit { get; init; } = "";

    /// <summary>warn, overdue or step.</summary>
    public string Topic { get; init; } = "";

    /// <summary>Of which clock, or by which command.</summary>
    public string What { get; init; } = "";

    public DateTimeOffset At { get; init; }
    public string Tenant { get; init; } = "";
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>When it was read at that desk; null while nobody has.</summary>
    public DateTimeOffset? ReadAt { get; init; }

    /// <summary>By whom.</summary>
    public string? ReadBy { get; init; }

    /// <summary>The ticket's number.</summary>
    public string? TicketNumber { get; init; }
}

/// <summary>What was decided about a unit in another ticket of the same kind.</summary>
public sealed class CasePrecedentRow
{
    public string TicketId { get; init; } = "";

    /// <summary>The number that people know.</summary>
    public string? TicketNumber { get; init; }

    /// <summary>Area code of where it happened; empty where that is not known.</summary>
    public string Area { get; init; } = "";

    public string Unit { get; init; } = "";

    /// <summary>By the code of <see cref="Hotline.Tickets.Loop.PrecedentKind"/>.</summary>
    public string Decided { get; init; } = "";

    public DateTimeOffset DecidedAt { get; init; }
    public string Note { get; init; } = "";
}

/// <summary>How many tickets were first dispatched in a time, and how many of them were given back rightly (ANA-10).</summary>
public sealed class DispatchAccuracyRow
{
    public int Dispatched { get; init; }
    public int Returned { get; init; }
}
