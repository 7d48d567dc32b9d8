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
  from openjson(@Ids) with (ticket_id nvarchar(64) '$') q
  join tickets t on t.ticket_id = q.ticket_id collate Latin1_General_100_BIN2
  join ticket_cases c on c.ticket_id = t.ticket_id;

-- name: CaseSave
update ticket_cases with (updlock, serializable)
   set document = @Document
 where ticket_id = @TicketId;
if @@rowcount = 0
    insert into ticket_cases (ticket_id, tenant, document)
    values (@TicketId, @Tenant, @Document);

-- name: CaseTimersDue
-- Those about which something is to be done, the longest due first.
select top (@Max) ticket_id as TicketId, timer as Timer, task_no as TaskNo, due_at as DueAt, next_at as NextAt, warned_at as WarnedAt
  from ticket_timers
 where tenant = @Tenant
   and next_at is not null
   and next_at <= @Now
 order by next_at, ticket_id;

-- name: CasesOfQueue
select ticket_id as TicketId, due_at as DueAt, due_timer as DueTimer
  from ticket_queues
 where tenant = @Tenant
   and queue = @Queue
   and unit = @Unit
   and confidential = @Confidential
   and due_at >= @FromAt
   and due_at < @BeforeAt
   and (@State is null or state = @State)
 order by due_at, ticket_id
offset @Skip rows fetch next @Max rows only;

-- name: CaseNoticeInsert
insert into ticket_notices (ticket_id, unit, kind, what, at, tenant, due_at)
select @TicketId, @Unit, @Topic, @What, @At, @Tenant, @DueAt
 where not exists (
    select 1 from ticket_notices n with (updlock, serializable)
     where n.ticket_id = @TicketId and n.unit = @Unit and n.kind = @Topic and n.what = @What and n.at = @At);

-- name: CaseNotices
select top (@Max) n.ticket_id as TicketId, n.unit as Unit, n.kind as Topic, n.what as What, n.at as At, n.due_at as DueAt, n.read_at as ReadAt,
       n.read_by as ReadBy, t.ticket_number as TicketNumber
  from ticket_notices n
  join tickets t on t.ticket_id = n.ticket_id
 where n.tenant = @Tenant
   and n.unit = @Unit
   and n.at >= @FromAt
 order by n.at desc, n.ticket_id desc;

-- name: CasesOfUnits
-- The same of all units: a ticket stands there once, by the unit whose time ends first.
select q.ticket_id as TicketId, q.due_at as DueAt, q.due_timer as DueTimer
  from ticket_queues q
 where q.tenant = @Tenant
   and q.queue = @Queue
   and q.confidential = @Confidential
   and q.due_at >= @FromAt
   and q.due_at < @BeforeAt
   and (@State is null or q.state = @State)
   and not exists (
        select 1 from ticket_queues e
         where e.ticket_id = q.ticket_id and e.queue = q.queue and (e.due_at < q.due_at or (e.due_at = q.due_at and e.unit < q.unit)))
 order by q.due_at, q.ticket_id
offset @Skip rows fetch next @Max rows only;

-- name: CasePrecedents
-- What was decided in other tickets of the same kind, the newest first.
select top (@Max) p.ticket_id as TicketId, t.ticket_number as TicketNumber, p.area as Area, p.unit as Unit, p.kind as Decided, p.decided_at as DecidedAt,
       p.note as Note
  from ticket_precedents p
  join tickets t on t.ticket_id = p.ticket_id
 where p.tenant = @Tenant
   and p.category = @Category
   and p.ticket_id <> @TicketId
   and t.confidential = @No
 order by p.decided_at desc, p.ticket_id desc, p.no;
