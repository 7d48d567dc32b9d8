-- The closed loop of a ticket: one document, saved whole with the ticket's version. The tables below it are written anew with each save; they are
-- what lists and sweeps look into, and say nothing that the document does not.
create table ticket_cases (
    ticket_id text not null primary key references tickets (ticket_id),
    tenant    text not null,
    document  text not null
) without rowid;

-- The tasks of units.
create table ticket_assignments (
    ticket_id     text not null references tickets (ticket_id),
    task_no       integer not null,
    tenant        text not null,
    unit          text not null,
    kind          text not null,
    state         text not null,
    dispatched_at text not null,
    signed_at     text null,
    due_at        text null,
    constraint ticket_assignments_key primary key (ticket_id, task_no)
) without rowid;
create index ticket_assignments_unit on ticket_assignments (tenant, unit, state, dispatched_at, ticket_id);

-- The lists in which it waits for somebody. A due time that nobody knows is the last there is.
create table ticket_queues (
    ticket_id    text not null references tickets (ticket_id),
    queue        text not null,
    unit         text not null,
    tenant       text not null,
    state        text not null,
    confidential integer not null,
    due_at       text not null,
    due_timer    text null,
    constraint ticket_queues_key primary key (ticket_id, queue, unit)
) without rowid;
create index ticket_queues_list on ticket_queues (tenant, queue, unit, confidential, due_at, ticket_id, state);

-- The clocks that run. next_at: when something is to be done about one by itself, a warning or its end; null: nothing more is.
create table ticket_timers (
    ticket_id text not null references tickets (ticket_id),
    timer     text not null,
    task_no   integer not null,
    tenant    text not null,
    due_at    text null,
    next_at   text null,
    warned_at text null,
    constraint ticket_timers_key primary key (ticket_id, timer, task_no)
) without rowid;
create index ticket_timers_next on ticket_timers (tenant, next_at, ticket_id) where next_at is not null;

-- What the desks of units, and of the hotline (unit empty), are told.
create table ticket_notices (
    ticket_id text not null references tickets (ticket_id),
    unit      text not null,
    kind      text not null,
    what      text not null,
    at        text not null,
    tenant    text not null,
    due_at    text null,
    constraint ticket_notices_key primary key (ticket_id, unit, kind, what, at)
) without rowid;
create index ticket_notices_unit on ticket_notices (tenant, unit, at, ticket_id);

-- A step of the loop: by which command, of which unit, and the clocks before and after.
alter table ticket_steps add column verb text null;
alter table ticket_steps add column unit text null;
alter table ticket_steps add column timers_before text null;
alter table ticket_steps add column timers_after text null;
