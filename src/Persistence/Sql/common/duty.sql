-- name: DutyCallBegin
-- A task has one: told twice, it begins once.
insert into duty_calls (ticket_id, task_no, tenant, unit, state, next_at, version, document)
values (@TicketId, @TaskNo, @Tenant, @Unit, @State, @NextAt, 1, @Document)
on conflict (ticket_id, task_no) do nothing;

-- name: DutyCallSave
update duty_calls
   set state = @State, next_at = @NextAt, version = version + 1, document = @Document
 where ticket_id = @TicketId
   and task_no = @TaskNo
   and version = @Version;

-- name: DutyCallsOfTicket
select version as Version, document as Document
  from duty_calls
 where ticket_id = @TicketId
 order by task_no;

-- name: DutyCallsLive
-- Those about which something is still to be done, the longest due first.
select version as Version, document as Document
  from duty_calls
 where tenant = @Tenant
   and next_at is not null
 order by next_at, ticket_id;
