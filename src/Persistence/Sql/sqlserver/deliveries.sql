-- name: DeliveryInsert
insert into deliveries (delivery_id, tenant, ticket_id, step_no, step, what, channel, audience, unit, lane, subject, body, state, reason, detail,
                        attempts, sendings, created_at, due_at)
select @DeliveryId, @Tenant, @TicketId, @StepNo, @StepCode, @What, @Way, @Audience, @Unit, @Lane, @Subject, @Body, @State, @Reason, @Detail,
        @Attempts, @Sendings, @CreatedAt, @DueAt
 where not exists (select 1 from deliveries d with (updlock, serializable) where d.delivery_id = @DeliveryId);

-- name: DeliveriesDue
-- The first of each lane alone: what came before it goes before it.
select top (@Max) d.row_no as RowNo, d.delivery_id as DeliveryId, d.tenant as Tenant, d.ticket_id as TicketId, d.step_no as StepNo, d.step as StepCode,
       d.what as What, d.channel as Way, d.audience as Audience, d.unit as Unit, d.lane as Lane, d.subject as Subject, d.body as Body,
       d.state as State, d.reason as Reason, d.detail as Detail, d.attempts as Attempts, d.sendings as Sendings,
       d.created_at as CreatedAt, d.due_at as DueAt, d.done_at as DoneAt
  from deliveries d
 where d.tenant = @Tenant
   and d.channel = @Way
   and d.due_at is not null
   and d.due_at <= @Now
   and not exists (
    select 1
      from deliveries e
     where e.lane = d.lane
       and e.due_at is not null
       and e.row_no < d.row_no)
 order by d.due_at, d.row_no;

-- name: DeliveriesPage
select d.row_no as RowNo, d.delivery_id as DeliveryId, d.ticket_id as TicketId, d.step as StepCode, d.what as What, d.channel as Way,
       d.audience as Audience, d.unit as Unit, d.state as State, d.reason as Reason, d.detail as Detail, d.attempts as Attempts,
       d.created_at as CreatedAt, d.due_at as DueAt, d.done_at as DoneAt, t.ticket_number as TicketNumber,
       t.contact_number as ContactNumber, t.caller_number as CallerNumber
  from deliveries d
  join tickets t on t.ticket_id = d.ticket_id
 where d.tenant = @Tenant
   and d.state = @State
   and (@Way is null or d.channel = @Way)
 order by d.row_no desc
offset @Skip rows fetch next @Max rows only;

-- name: TicketCodeInsert
insert into ticket_codes (ticket_id, code)
select @TicketId, @NewCode
 where not exists (select 1 from ticket_codes c with (updlock, serializable) where c.ticket_id = @TicketId);

-- name: MessageRefusalInsert
insert into message_refusals (tenant, number, at, who)
select @Tenant, @Number, @At, @Who
 where not exists (
    select 1 from message_refusals r with (updlock, serializable) where r.tenant = @Tenant and r.number = @Number);
