namespace Hotline.Persistence;

/// <summary>Every statement, by the name it has in Sql/DIALECT/*.sql (<c>-- name: CallUpsert</c>).</summary>
internal enum Statement
{
    SchemaVersionsCreate,
    SchemaLock,
    SchemaVersions,
    SchemaVersionInsert,

    CallUpsert,
    CallRingInsert,
    CallFind,
    CallIsKnown,
    CallRings,
    CallsOfCaller,
    CallsOfCallerCount,
    CallHandlers,
    CallClose,
    CallsUnfinished,
    CallOutcomeSet,
    CallBacksDue,
    CallBackDone,

    TicketOpen,
    TicketLoad,
    TicketHold,
    TicketUpdate,
    TicketSteps,
    TicketStepInsert,
    TicketNumberDraw,
    TicketTermsAdd,
    TicketTermsRemove,
    TicketTermsCount,
    TicketsByNumber,
    TicketsByTelephone,
    TicketsByWords,
    TicketsByWordsOfState,
    TicketsOfStateCount,
    TicketsByScan,
    TicketsByState,
    TicketsNewest,
    TicketsByRow,
    TicketDraftsOfAgent,
    TicketsOfCaller,
    TicketsOpenOfCaller,

    AgentsAll,
    AgentFind,
    AgentUpsert,
    AgentSignInRecord,

    AuditAppend,
    AuditOfSubject,

    IdempotencyFind,
    IdempotencyAdd,
    IdempotencyForget,
}
