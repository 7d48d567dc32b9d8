namespace Hotline.Persistence;

/// <summary>Every statement, by the name it has in Sql/common/*.sql or Sql/DIALECT/*.sql (<c>-- name: CallUpsert</c>).</summary>
internal enum Statement
{
    SchemaVersionsCreate,
    SchemaLock,
    SchemaVersions,
    SchemaVersionInsert,

    CallUpsert,
    CallRingInsert,
    CallLegUpsert,
    CallFind,
    CallIsKnown,
    CallRings,
    CallLegs,
    CallsOfCaller,
    CallsOfCallerCount,
    CallTalksOfCaller,
    CallHandlers,
    CallsGivenUp,
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

    SearchTermsAdd,
    SearchTermsRemove,
    SearchTermsCount,

    OutboxAppend,
    OutboxDue,
    OutboxPutOff,
    OutboxDone,

    AgentsAll,
    AgentFind,
    AgentUpsert,
    AgentSignInRecord,

    AuditAppend,
    AuditOfSubject,
}
