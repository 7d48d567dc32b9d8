-- name: OutboxDue
select top (@Max) row_no as RowNo, ticket_id as TicketId, step_no as StepNo, attempts as Attempts
  from outbox
 where consumer = @Consumer
   and due_at <= @Now
 order by due_at, row_no;
