-- name: DeliveryInsert
insert into deliveries (delivery_id, tenant, ticket_id, step_no, step, what, channel, audience, unit, lane, subject, body, state, reason, detail,
                        attempts, sendings, created_at, due_at)
values (@DeliveryId, @Tenant, @TicketId, @StepNo, @StepCode, @What, @Way, @Audience, @Unit, @Lane, @Subject, @Body, @State, @Reason, @Detail,
        @Attempts, @Sendings, @CreatedAt, @DueAt)
on conflict (delivery_id) do nothing;

-- name: DeliveriesDue
-- The first of each lane alone: what came before it goes before it.
select d.row_no as RowNo, d.delivery_id as DeliveryId, d.tenant as Tenant, d.ticket_id as TicketId, d.step_no as StepNo, d.step as StepCode,
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
 order by d.due_at, d.row_no
 limit @Max;

-- name: DeliveryMove
-- Only what stands as it was read: somebody may have given it up in between.
update deliveries
   set state = @State, reason = @Reason, detail = @Detail, attempts = @Attempts, due_at = @DueAt, done_at = @DoneAt
 where delivery_id = @DeliveryId
   and sendings = @Sendings
   and due_at is not null;

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
 limit @Max offset @Skip;

-- name: DeliveriesCount
select count(*)
  from deliveries d
 where d.tenant = @Tenant
   and d.state = @State
   and (@Way is null or d.channel = @Way);

-- name: DeliveriesOfTicket
select d.row_no as RowNo, d.delivery_id as DeliveryId, d.tenant as Tenant, d.ticket_id as TicketId, d.step_no as StepNo, d.step as StepCode,
       d.what as What, d.channel as Way, d.audience as Audience, d.unit as Unit, d.lane as Lane, d.subject as Subject, d.body as Body,
       d.state as State, d.reason as Reason, d.detail as Detail, d.attempts as Attempts, d.sendings as Sendings,
       d.created_at as CreatedAt, d.due_at as DueAt, d.done_at as DoneAt
  from deliveries d
 where d.ticket_id = @TicketId
 order by d.row_no;

-- name: DeliveryAgain
-- Under a new key: what a gateway said of the former is not said of this one.
update deliveries
   set state = 'queued', reason = '', detail = '', attempts = 0, sendings = sendings + 1, due_at = @Now, done_at = null
 where delivery_id = @DeliveryId
   and tenant = @Tenant
   and due_at is null
   and state in ('dead', 'skipped');

-- name: DeliveryGiveUp
update deliveries
   set state = 'skipped', reason = 'givenUp', detail = @Why, due_at = null, done_at = @Now
 where delivery_id = @DeliveryId
   and tenant = @Tenant
   and state in ('dead', 'failed', 'queued');

-- name: TicketCodeInsert
insert into ticket_codes (ticket_id, code)
values (@TicketId, @NewCode)
on conflict (ticket_id) do nothing;

-- name: TicketCodeOf
select code as Code
  from ticket_codes
 where ticket_id = @TicketId;

-- name: MessageRefusalInsert
insert into message_refusals (tenant, number, at, who)
values (@Tenant, @Number, @At, @Who)
on conflict (tenant, number) do nothing;

-- name: MessageRefusalRemove
delete from message_refusals
 where tenant = @Tenant
   and number = @Number;

-- name: MessageRefusalCount
select count(*)
  from message_refusals
 where tenant = @Tenant
   and number = @Number;
