-- name: CaseLoad
select document as Document
  from ticket_cases
 where ticket_id = @TicketId;

-- name: CaseSave
insert into ticket_cases (ticket_id, tenant, document)
values (@TicketId, @Tenant, @Document)
on conflict (ticket_id) do update set document = excluded.document;

-- name: CaseClear
-- What stands beneath the document is written anew.
delete from ticket_assignments where ticket_id = @TicketId;
delete from ticket_queues where ticket_id = @TicketId;
delete from ticket_timers where ticket_id = @TicketId;
delete from ticket_precedents where ticket_id = @TicketId;

-- name: CaseAssignmentInsert
insert into ticket_assignments (ticket_id, task_no, tenant, unit, kind, state, dispatched_at, signed_at, due_at)
values (@TicketId, @TaskNo, @Tenant, @Unit, @TaskKind, @State, @DispatchedAt, @SignedAt, @DueAt);

-- name: CaseQueueInsert
insert into ticket_queues (ticket_id, queue, unit, tenant, state, confidential, due_at, due_timer)
values (@TicketId, @Queue, @Unit, @Tenant, @State, @Confidential, @DueAt, @DueTimer);

-- name: CaseTimerInsert
insert into ticket_timers (ticket_id, timer, task_no, tenant, due_at, next_at, warned_at)
values (@TicketId, @Timer, @TaskNo, @Tenant, @DueAt, @NextAt, @WarnedAt);

-- name: CaseTimersOf
select ticket_id as TicketId, timer as Timer, task_no as TaskNo, due_at as DueAt, next_at as NextAt, warned_at as WarnedAt
  from ticket_timers
 where ticket_id = @TicketId;

-- name: CaseTimersDue
-- Those about which something is to be done, the longest due first.
select ticket_id as TicketId, timer as Timer, task_no as TaskNo, due_at as DueAt, next_at as NextAt, warned_at as WarnedAt
  from ticket_timers
 where tenant = @Tenant
   and next_at is not null
   and next_at <= @Now
 order by next_at, ticket_id
 limit @Max;

-- name: CaseTimerMove
update ticket_timers
   set next_at = @NextAt, warned_at = @WarnedAt
 where ticket_id = @TicketId
   and timer = @Timer
   and task_no = @TaskNo;

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
 limit @Max offset @Skip;

-- name: CasesOfQueueCount
select count(*)
  from ticket_queues
 where tenant = @Tenant
   and queue = @Queue
   and unit = @Unit
   and confidential = @Confidential
   and due_at >= @FromAt
   and due_at < @BeforeAt
   and (@State is null or state = @State);

-- name: CaseEarlier
-- How often the same caller was here about the same matter: what is closed, and whether one is final.
select count(case when t.state in ('closed', 'archived', 'finalCase') then 1 end) as Closed,
       count(case when t.state = 'finalCase' then 1 end) as Final
  from tickets t
 where t.tenant = @Tenant
   and t.caller_number = @Caller
   and t.category = @Category
   and t.ticket_id <> @TicketId;

-- name: CaseTarget
-- By its id, or by the number that people read to each other.
select k.ticket_id as TicketId, k.tenant as Tenant, k.state as State
  from tickets k
 where k.ticket_id = @Target
 union all
select n.ticket_id, n.tenant, n.state
  from tickets n
 where n.ticket_number = @Target;

-- name: CaseNoticeInsert
insert into ticket_notices (ticket_id, unit, kind, what, at, tenant, due_at)
values (@TicketId, @Unit, @Topic, @What, @At, @Tenant, @DueAt)
on conflict (ticket_id, unit, kind, what, at) do nothing;

-- name: CaseNotices
select n.ticket_id as TicketId, n.unit as Unit, n.kind as Topic, n.what as What, n.at as At, n.due_at as DueAt, n.read_at as ReadAt,
       n.read_by as ReadBy, t.ticket_number as TicketNumber
  from ticket_notices n
  join tickets t on t.ticket_id = n.ticket_id
 where n.tenant = @Tenant
   and n.unit = @Unit
   and n.at >= @FromAt
 order by n.at desc, n.ticket_id desc
 limit @Max;

-- name: CaseNoticeRead
update ticket_notices
   set read_at = @ReadAt, read_by = @ReadBy
 where ticket_id = @TicketId
   and unit = @Unit
   and kind = @Topic
   and what = @What
   and at = @At
   and read_at is null;

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
 limit @Max offset @Skip;

-- name: CasesOfUnitsCount
select count(*)
  from ticket_queues q
 where q.tenant = @Tenant
   and q.queue = @Queue
   and q.confidential = @Confidential
   and q.due_at >= @FromAt
   and q.due_at < @BeforeAt
   and (@State is null or q.state = @State)
   and not exists (
        select 1 from ticket_queues e
         where e.ticket_id = q.ticket_id and e.queue = q.queue and (e.due_at < q.due_at or (e.due_at = q.due_at and e.unit < q.unit)));

-- name: CasePrecedentInsert
insert into ticket_precedents (ticket_id, no, tenant, category, area, unit, kind, decided_at, note)
values (@TicketId, @DecisionNo, @Tenant, @Category, @Area, @Unit, @Decided, @DecidedAt, @Note);

-- name: CasePrecedents
-- What was decided in other tickets of the same kind, the newest first.
select p.ticket_id as TicketId, t.ticket_number as TicketNumber, p.area as Area, p.unit as Unit, p.kind as Decided, p.decided_at as DecidedAt,
       p.note as Note
  from ticket_precedents p
  join tickets t on t.ticket_id = p.ticket_id
 where p.tenant = @Tenant
   and p.category = @Category
   and p.ticket_id <> @TicketId
   and t.confidential = @No
 order by p.decided_at desc, p.ticket_id desc, p.no
 limit @Max;

-- name: DispatchAccuracy
-- Of the tickets that were first dispatched in a time: how many in all, and how many their unit gave back rightly.
select count(*) as Dispatched, count(case when a.state = 'returned' then 1 end) as Returned
  from ticket_assignments a
 where a.tenant = @Tenant
   and a.kind = 'lead'
   and a.dispatched_at >= @FromAt
   and a.dispatched_at < @BeforeAt
   and not exists (
        select 1 from ticket_assignments e where e.ticket_id = a.ticket_id and e.kind = 'lead' and e.task_no < a.task_no);

-- name: TicketUnitsClear
delete from ticket_units where ticket_id = @TicketId;

-- name: TicketUnitInsert
insert into ticket_units (ticket_id, unit)
values (@TicketId, @Unit);
