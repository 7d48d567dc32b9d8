-- name: OutboxAppend
insert into outbox (consumer, ticket_id, step_no, due_at, attempts)
values (@Consumer, @TicketId, @StepNo, @DueAt, 0);

-- name: OutboxDue
select row_no as RowNo, ticket_id as TicketId, step_no as StepNo, attempts as Attempts
  from outbox
 where consumer = @Consumer
   and due_at <= @Now
 order by due_at, row_no
 limit @Max;

-- name: OutboxPutOff
update outbox
   set due_at = @DueAt, attempts = attempts + 1
 where row_no = @RowNo;

-- name: OutboxDone
delete from outbox
 where ticket_id = @TicketId
   and step_no = @StepNo
   and consumer = @Consumer;
