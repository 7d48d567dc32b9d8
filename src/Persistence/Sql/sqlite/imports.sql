-- name: TicketsKnown
select t.ticket_id
  from json_each(@Ids) q
 cross join tickets t on t.ticket_id = q.value;
