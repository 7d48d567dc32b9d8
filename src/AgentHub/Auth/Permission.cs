namespace Hotline.AgentHub.Auth;

/// <summary>What somebody may do. Who has it stands in <see cref="Rights"/> alone.</summary>
public enum Permission
{
    /// <summary>Have a session at all, and end it.</summary>
    SignIn,

    /// <summary>Read the city's lists: units, categories, reasons, parties.</summary>
    ReadReference,

    /// <summary>Have a phone and a desk: be ready, be rung, hold, bring somebody in, give back.</summary>
    TakeCalls,

    /// <summary>See calls: the caller's number and history, the recording, why they came to somebody.</summary>
    ReadCalls,

    /// <summary>Read and search tickets that are not confidential.</summary>
    ReadTickets,

    /// <summary>The same of tickets that are confidential (保密).</summary>
    ReadConfidential,

    /// <summary>Write drafts and outcomes; the ticket's own rules say whose.</summary>
    WriteTickets,

    /// <summary>Read a case: a ticket on its way through the closed loop. Whose, say the rights to read tickets.</summary>
    ReadCases,

    /// <summary>Have lists of cases: the unit's own, or those of the hotline that one's work is in.</summary>
    ListCases,

    /// <summary>Have every list of the hotline.</summary>
    WatchCases,

    /// <summary>See a citizen's whole number on a case, with a purpose.</summary>
    RevealCallers,

    /// <summary>Ask a unit whether a demand is in scope, say what came of it; answer by the wording of a final case.</summary>
    SettleScope,

    /// <summary>Hand a ticket to its units, or attach it to another.</summary>
    DispatchCases,

    /// <summary>Import tickets of a system of before.</summary>
    ImportTickets,

    /// <summary>Say how urgent a matter is.</summary>
    MarkUrgency,

    /// <summary>Pass on to the next while duty phones are rung, and stop it.</summary>
    DirectDutyCalls,

    /// <summary>Bring a ticket before the coordination group.</summary>
    SendToCoordination,

    /// <summary>Write down what the group decided.</summary>
    DecideCoordination,

    /// <summary>Sign for a unit's task.</summary>
    SignTasks,

    /// <summary>Handle a unit's task: answer, give back, report, close for a time.</summary>
    HandleTasks,

    /// <summary>Ask for more time.</summary>
    RequestExtensions,

    /// <summary>Decide what becomes of a return.</summary>
    DecideReturns,

    /// <summary>Pass a station's task on.</summary>
    PassOnTasks,

    /// <summary>Decide about more time.</summary>
    DecideExtensions,

    /// <summary>Decide about temporary closures, screen, and send back to be done again.</summary>
    DecideClosures,

    /// <summary>Gate a unit's reply.</summary>
    ReviewReplies,

    /// <summary>Look at what units answered, and at final cases.</summary>
    ReviewClosings,

    /// <summary>Ask citizens, and write down how they rate.</summary>
    RecordRevisits,

    /// <summary>File what is done.</summary>
    ArchiveCases,

    /// <summary>Write down that a caller takes it back.</summary>
    WithdrawCases,

    /// <summary>Urge a unit.</summary>
    UrgeCases,

    /// <summary>Put a ticket under supervision.</summary>
    SuperviseCases,

    /// <summary>Move a ticket to another set of deadlines.</summary>
    MoveRuleSets,

    /// <summary>Write down that a caller wants no short messages, or wants them again.</summary>
    NoteRefusals,

    /// <summary>See which notices went out and which did not, send them again, give them up.</summary>
    ManageNotices,

    /// <summary>See the floor: who talks, who waits.</summary>
    WatchFloor,

    /// <summary>See who wants to be called back, and say that it was done.</summary>
    CallBack,

    /// <summary>See and change what numbers, trunks and plans mean.</summary>
    ManageNumbers,

    /// <summary>See and change the calendar of working days.</summary>
    ManageCalendar,

    /// <summary>Make accounts and change them: those of administrators only with <see cref="ManageSecurity"/>, all others without.</summary>
    ManagePeople,

    /// <summary>Say who the administrators are, open locked accounts, end others' sessions.</summary>
    ManageSecurity,

    /// <summary>Read the audit, and take it along.</summary>
    ReadAudit,
}
