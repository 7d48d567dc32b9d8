namespace Hotline.Tickets;

/// <summary>Who does it and in which role, as it is written into the steps of a ticket.</summary>
/// <param name="Id">Agent number (工号), or the name of a part of the system.</param>
/// <param name="Role">The role used for this act, where a person has several.</param>
/// <param name="Unit">Code of his handling unit; null for whoever belongs to none.</param>
public sealed record TicketActor(string Id, TicketRole Role, string? Unit = null)
{
    /// <summary>Hotline itself, for example for the draft of a caller who hung up while waiting.</summary>
    public static readonly TicketActor System = new("system", TicketRole.System);
}

/// <summary>The roles that the rules of a ticket tell apart.</summary>
public enum TicketRole
{
    Agent,
    ShiftLeader,
    Administrator,
    System,

    /// <summary>派单员 of the hotline.</summary>
    Dispatcher,

    /// <summary>Handles and answers for a unit (承办人).</summary>
    UnitHandler,

    /// <summary>Gates what leaves a unit (TKT-12).</summary>
    UnitReviewer,

    /// <summary>A county's work station (承办工作站), which passes on what it gets (JUR-05).</summary>
    CountyStation,

    /// <summary>Decides about returned tickets (RET-02).</summary>
    ReturnReviewer,

    /// <summary>Decides about extensions.</summary>
    ExtensionReviewer,

    /// <summary>办结审核 of the hotline (TKT-14); also temporary closures and final cases.</summary>
    CloseReviewer,

    /// <summary>Speaks for the coordination group (会商协调小组).</summary>
    Coordinator,

    /// <summary>回访员.</summary>
    RevisitOfficer,

    /// <summary>督办; may allow what is not allowed as a rule.</summary>
    Supervisor,
}
