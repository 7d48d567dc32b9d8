namespace Hotline.Tickets;

/// <summary>Where a ticket (工单) stands. <see cref="TicketRules.Decide"/> is the only writer of a draft.</summary>
/// <remarks>
/// The part that ends with the call (requirements CALL-07, ACC-10, TKT-02). Of what follows after Accepted,
/// <see cref="Loop.LoopRules.Decide"/> is the only writer.
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

    // The closed loop (Loop/LoopTable.cs says who leads where; docs/ticket-loop.md prints it).

    /// <summary>Whether it is in scope is asked of a unit (ACC-10).</summary>
    ScopeCheck,

    /// <summary>Attached to another ticket about the same matter (并单, REP-04, URG-06).</summary>
    Merged,

    /// <summary>Answered by the wording of a final case, without dispatch (REP-03).</summary>
    AnsweredByWording,

    /// <summary>With the coordination group (会商协调).</summary>
    CoordinationPending,

    /// <summary>Handed to its units (转办), not signed for by the lead.</summary>
    Dispatched,

    /// <summary>The lead gave it back; the hotline looks at the reasons (退单审核).</summary>
    ReturnReview,

    /// <summary>Signed for by the lead and being handled (办理).</summary>
    Handling,

    /// <summary>An extension is asked for (延期审核).</summary>
    ExtensionReview,

    /// <summary>A temporary closure, or a new promised date, is asked for.</summary>
    TemporaryClosureReview,

    /// <summary>Temporarily closed (临时办结): reports until the promised date.</summary>
    TemporarilyClosed,

    /// <summary>Answered, reviewed inside the unit and returned to the hotline.</summary>
    Replied,

    /// <summary>Back at the unit to be done again (重新办理), not signed for again.</summary>
    Redo,

    /// <summary>The citizen is asked (回访).</summary>
    Revisit,

    /// <summary>Dissatisfied for reasons that seem objective (甄别).</summary>
    Screening,

    /// <summary>Done (办结).</summary>
    Closed,

    /// <summary>Filed (归档); nothing moves any more.</summary>
    Archived,

    /// <summary>A final case (终结件) whose texts the hotline accepted; nothing moves any more.</summary>
    FinalCase,
}
