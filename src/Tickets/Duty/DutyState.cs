namespace Hotline.Tickets.Duty;

/// <summary>
/// Where the ringing for one task stands. <see cref="Calling"/> and <see cref="Pausing"/> lead to each other and to all others, which lead
/// nowhere.
/// </summary>
public enum DutyState
{
    /// <summary>Somebody is rung or is about to be.</summary>
    Calling,

    /// <summary>All were rung; the list begins again after a pause.</summary>
    Pausing,

    /// <summary>Somebody pressed 1.</summary>
    Acknowledged,

    /// <summary>All were rung as often as the city says.</summary>
    Exhausted,

    /// <summary>The unit signed for it, or has it no more.</summary>
    Settled,

    /// <summary>Somebody of the hotline stopped it.</summary>
    Stopped,

    /// <summary>There is nobody to ring.</summary>
    NobodyListed,
}
