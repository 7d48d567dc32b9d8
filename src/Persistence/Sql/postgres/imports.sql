-- name: TicketsKnown
select t.ticket_id
  from json_array_elements_text(cast(@Ids as json)) q (ticket_id)
  join tickets t on t.ticket_id = q.ticket_id;
