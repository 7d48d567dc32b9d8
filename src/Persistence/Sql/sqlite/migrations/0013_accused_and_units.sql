-- Whom a ticket complains about is a field of it, from the first word of its draft (ACC-13).
alter table tickets add column accused_unit text null;

-- Which units a ticket is there for: those with a task that is not over. Before there is any task, the one that the agent proposed; who
-- gave it back has it no longer.
create view ticket_units as
select ticket_id, unit
  from ticket_assignments
 where state not in ('returned', 'withdrawn')
 union all
select t.ticket_id, t.unit
  from tickets t
 where t.unit is not null
   and (t.accused_unit is null or t.accused_unit <> t.unit)
   and not exists (select 1 from ticket_assignments a where a.ticket_id = t.ticket_id);
