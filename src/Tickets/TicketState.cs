namespace Hotline.Tickets;

/// <summary>Where a ticket (工单) stands. <see cref="TicketRules.Decide"/> is the only writer of a state.</summary>
/// <remarks>
/// The part of the closed loop that ends with the call (requirements CALL-07, ACC-10, TKT-02). Dispatch, signing, handling
/// and revisit will grow out of Accepted; no arrow drawn here changes when they do.
/// <code>
///  call ──► Draft ──[RecordOutcome: Ticket]───────► Accepted         (has a ticket number; dispatch starts here)
///             │ ───[RecordOutcome: DirectAnswer]──► AnsweredDirect
///             │ ───[RecordOutcome: Transfer]──────► Transferred
///             │ ───[RecordOutcome: NotAccepted]───► NotAccepted      (reason code and guidance)
///             │ ───[RecordOutcome: Referral]──────► Referred         (reason code, body in charge, and guidance)
///             │ ───[RecordOutcome: FollowUp]──────► FollowedUp       (its words went to an earlier ticket of the same matter)
///             └─◄─[SaveDraft]
///
///  Accepted ─◄─[FollowUp] (a later call adds to it or asks for it: a step, and no other state)
/// </code>
/// </remarks>
public enum TicketState
{
    /// <summary>Opened with the call, filled in while it lasts. The only state whose form can be changed.</summary>
    Draft,

    /// <summary>Accepted for handling (受理).</summary>
    Accepted,

    /// <summary>Answered on the spot (直接答复).</summary>
    AnsweredDirect,

    /// <summary>Handed to another line or sub-centre by voice.</summary>
    Transferred,

    /// <summary>Outside the hotline's scope (不予受理), with reason and guidance.</summary>
    NotAccepted,

    /// <summary>Another body's to take up by its duties (由有关单位按照职责受理), with reason and guidance.</summary>
    Referred,

    /// <summary>The matter has a ticket already, to which this call added (并入原工单).</summary>
    FollowedUp,
}
