namespace Hotline.Tickets.Loop;

/// <summary>Why a command of the loop was refused: one member per reason.</summary>
public enum LoopRefusal
{
    /// <summary>No row of the table gives the command to this role.</summary>
    NotYourRole,

    /// <summary>The role may, but not for what its unit is to the ticket.</summary>
    NotYourUnit,

    /// <summary>It is his unit that is accused (ACC-13).</summary>
    AccusedUnit,

    /// <summary>Not in the state in which the ticket is.</summary>
    NotInThisState,

    /// <summary>The ticket is another version than he saw: a lost race (part D, guard 10).</summary>
    Stale,

    /// <summary>The id of the wish stands for another wish.</summary>
    WishTaken,

    FieldsMissing,
    FieldsTooLong,

    /// <summary>A moment lies in the future that should lie behind, or the other way round.</summary>
    WrongTime,

    UnitUnknown,
    UnitInactive,

    /// <summary>No contact (联络员) is named (TKT-18).</summary>
    UnitWithoutContact,

    /// <summary>The unit's level may not have this matter.</summary>
    LevelNotAllowed,

    CategoryUnknown,

    /// <summary>A unit is named twice.</summary>
    UnitTwice,

    /// <summary>The unit named is the one that is accused (ACC-13).</summary>
    UnitIsAccused,

    /// <summary>The matter has a final case: it is answered by its wording, unless it is special, with a reason (REP-03).</summary>
    FinalCaseExists,

    AlreadySigned,

    /// <summary>A precedent, or an order of the group (RET-04).</summary>
    ReturnForbidden,

    /// <summary>Who has to do it again cannot give it back.</summary>
    NotInRedo,

    /// <summary>The order of the group asks for a scan with signature and seal (RET-05).</summary>
    ScanMissing,

    /// <summary>An application of the same kind waits for its decision.</summary>
    ApplicationPending,

    NoSuchApplication,
    AlreadyDecided,

    /// <summary>Nobody decides his own application.</summary>
    OwnApplication,

    NotUrgent,
    AlreadyResponded,

    /// <summary>In principle none for this matter; a supervisor may (EXT-04).</summary>
    ExtensionNotForThisMatter,

    /// <summary>Extended as often as may be (EXT-02).</summary>
    ExtensionUsedUp,

    /// <summary>Later than the lead time before the due time (EXT-01).</summary>
    ExtensionTooLate,

    /// <summary>More than the cap, or than was asked for; a supervisor may grant more than the cap (EXT-05, EXT-06).</summary>
    TooManyDays,

    /// <summary>Nobody knows until when: the calendar, or the rule, is missing.</summary>
    DueUnknown,

    /// <summary>A temporary closure is asked for inside the limit (TMP-02).</summary>
    ClosureTooLate,

    /// <summary>The paper of the opened case is missing (TMP-01).</summary>
    FilingMissing,

    /// <summary>A reply waits for its review.</summary>
    ReplyPending,

    NoReplyPending,

    /// <summary>The reviewer is another than the author (TKT-12).</summary>
    OwnReply,

    /// <summary>Co-handlers have not given their part; the lead waits, or says why not (JNT-01).</summary>
    OpinionsMissing,

    /// <summary>What cannot be solved must be explained (TKT-13).</summary>
    ExplanationMissing,

    OpinionGiven,

    /// <summary>Dissatisfied without what the hotline found.</summary>
    FindingMissing,

    /// <summary>What was found contradicts the ratings.</summary>
    FindingContradicts,

    /// <summary>Who was not reached rates nothing.</summary>
    NotConnected,

    /// <summary>The time to rate is not over.</summary>
    TooEarly,

    /// <summary>Too few earlier tickets on the matter are closed (REP-01).</summary>
    EarlierTooFew,

    /// <summary>Withdrawn by the caller, or merged: no final case.</summary>
    NotHandled,

    SameUrgency,
    SameRuleSet,

    /// <summary>A ticket is not merged into itself.</summary>
    TargetIsItself,

    TargetUnknown,
    TargetEnded,

    /// <summary>Only a county's station passes on (JUR-05).</summary>
    NotAStation,

    /// <summary>The department stands under another station.</summary>
    NotUnderStation,

    /// <summary>This order does not follow from that reason (CRD-02 to CRD-05).</summary>
    WrongOrder,

    /// <summary>Only what the lead gave back can be in dispute before the group.</summary>
    OnlyOfLead,

    /// <summary>The matter has no final case whose wording could be told (REP-03).</summary>
    NoFinalCase,

    /// <summary>The clock has not run out, or does not run.</summary>
    NotOverdue,

    /// <summary>That mark is there.</summary>
    AlreadyMarked,

    /// <summary>No clock of it moves by the change of the calendar.</summary>
    NothingMoves,
}

/// <summary>The fields a refusal may name; in camel case they are the names of the forms.</summary>
public enum LoopField
{
    Wish,
    Reason,
    Basis,
    SuggestedUnit,
    Scan,
    Text,
    Note,
    Lead,
    CoHandlers,
    Unit,
    WorkingDays,
    CallerToldAt,
    ContactedAt,
    Progress,
    NextSteps,
    PromisedFor,
    Filing,
    Explanation,
    WithoutOpinions,
    Missing,
    Ratings,
    Finding,
    Report,
    SignedOffBy,
    Document,
    Attendees,
    Opinion,
    Wording,
    Attachment,
    Question,
    ReasonCode,
    Guidance,
    Target,
    RuleSet,
}
