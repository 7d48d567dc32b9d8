-- name: CasesById
select t.ticket_id as TicketId, t.tenant as Tenant, t.version as Version, t.last_step as LastStep,
       t.state as State, t.ticket_number as TicketNumber, t.channel as Channel, t.call_id as CallId,
       t.caller_number as CallerNumber, t.dialled as Dialled, t.agent_id as AgentId,
       t.demand_type as DemandType, t.category as Category, t.unit as Unit, t.requester_kind as RequesterKind,
       t.urgency as Urgency, t.confidential as Confidential, t.contact_number as ContactNumber,
       t.outcome as Outcome, t.reason_code as ReasonCode, t.created_at as CreatedAt, t.saved_at as SavedAt,
       t.accepted_at as AcceptedAt, t.title as Title, t.place as Place, t.requester_name as RequesterName,
       t.summary as Summary, t.body as Body, t.expedited as Expedited, t.expedited_at as ExpeditedAt,
       t.earlier_ticket as EarlierTicket, t.accused_unit as AccusedUnit, c.document as Document
  from json_each(@Ids) q
 cross join tickets t on t.ticket_id = q.value
 cross join ticket_cases c on c.ticket_id = t.ticket_id;
