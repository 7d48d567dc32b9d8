-- Whom a ticket complains about is a field of it, from the first word of its draft (ACC-13).
alter table tickets add column accused_unit text null;

-- Which units a ticket is there for: those with a task that is not over. Before there is any task, the one that the agent proposed; who
-- gave it back has it no longer.
create table ticket_units (
    ticket_id text not null references tickets (ticket_id),
    unit      text not null,
    constraint ticket_units_key primary key (ticket_id, unit)
) without rowid;
insert into ticket_units (ticket_id, unit)
select distinct a.ticket_id, a.unit
  from ticket_assignments a
 where a.state not in ('returned', 'withdrawn');
insert into ticket_units (ticket_id, unit)
select t.ticket_id, t.unit
  from tickets t
 where t.unit is not null
   and t.state <> 'draft'
   and not exists (select 1 from ticket_assignments a where a.ticket_id = t.ticket_id);

-- What was decided about a unit and a kind of matter: units that the coordination group fixed, returns that were granted or not (RET-04). Written anew
-- with each save of the case, and says nothing that its document does not.
create table ticket_precedents (
    ticket_id  text not null references tickets (ticket_id),
    no         integer not null,
    tenant     text not null,
    category   text not null,
    area       text not null,
    unit       text not null,
    kind       text not null,
    decided_at text not null,
    note       text not null,
    constraint ticket_precedents_key primary key (ticket_id, no)
) without rowid;
create index ticket_precedents_matter on ticket_precedents (tenant, category, decided_at, ticket_id);

-- The lists of all units together, for leaders; and the first dispatches of a time.
create index ticket_queues_all on ticket_queues (tenant, queue, confidential, due_at, ticket_id, unit, state);
create index ticket_assignments_given on ticket_assignments (tenant, kind, dispatched_at, ticket_id);
