-- name: DutyCallBegin
-- A task has one: told twice, it begins once.
insert into duty_calls (ticket_id, task_no, tenant, unit, state, next_at, version, document)
select @TicketId, @TaskNo, @Tenant, @Unit, @State, @NextAt, 1, @Document
 where not exists (
    select 1 from duty_calls d with (updlock, serializable)
     where d.ticket_id = @TicketId and d.task_no = @TaskNo);
