namespace Hotline.Tickets.Loop;

/// <summary>The lists in which a case waits for somebody.</summary>
public enum CaseQueue
{
    /// <summary>To be handed to a unit.</summary>
    Dispatch,

    /// <summary>Whether it is in scope was asked of a unit.</summary>
    Scope,

    /// <summary>With the coordination group.</summary>
    Coordination,

    /// <summary>A unit's tasks that are not signed for.</summary>
    UnitSign,

    /// <summary>A unit's tasks that are being handled.</summary>
    UnitHandle,

    /// <summary>Replies that wait for the review inside the unit.</summary>
    UnitReview,

    /// <summary>What a unit has done or given its part to, until it is closed.</summary>
    UnitDone,

    /// <summary>A unit wants to give it back.</summary>
    Returns,

    /// <summary>A unit wants more time.</summary>
    Extensions,

    /// <summary>A unit wants a temporary closure, or a new promised day.</summary>
    Closures,

    /// <summary>Answered, to be looked at by the hotline (办结审核).</summary>
    Closing,

    /// <summary>The citizen is to be asked.</summary>
    Revisit,

    /// <summary>Dissatisfied for reasons that seem objective.</summary>
    Screening,

    /// <summary>Declared final by the unit; the hotline says whether it files that.</summary>
    Final,

    /// <summary>Closed, to be filed.</summary>
    Filing,

    /// <summary>Everything that is open, for whoever watches over it.</summary>
    Supervision,
}

/// <summary>A list in which a case stands.</summary>
/// <param name="Queue">Which.</param>
/// <param name="Unit">Whose it is, where it is a unit's; null for the hotline's.</param>
/// <param name="Due">The earliest due time there; null where none runs or nobody knows.</param>
public sealed record CasePlace(CaseQueue Queue, string? Unit, CaseTimer? Due);
