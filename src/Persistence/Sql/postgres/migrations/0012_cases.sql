-- The closed loop of a ticket: one document, saved whole with the ticket's version. The tables below it are written anew with each save; they are
-- what lists and sweeps look into, and say nothing that the document does not.
create table ticket_cases (
    ticket_id text collate "C" not null constraint ticket_cases_key primary key constraint ticket_cases_ticket references tickets (ticket_id),
    tenant    text collate "C" not null,
    document  text not null
);

-- The tasks of units.
create table ticket_assignments (
    ticket_id     text collate "C" not null constraint ticket_assignments_ticket references tickets (ticket_id),
    task_no       int not null,
    tenant        text collate "C" not null,
    unit          text collate "C" not null,
    kind          text collate "C" not null,
    state         text collate "C" not null,
    dispatched_at timestamptz(3) not null,
    signed_at     timestamptz(3) null,
    due_at        timestamptz(3) null,
    constraint ticket_assignments_key primary key (ticket_id, task_no)
);
create index ticket_assignments_unit on ticket_assignments (tenant, unit, state, dispatched_at, ticket_id);

-- The lists in which it waits for somebody. A due time that nobody knows is the last there is.
create table ticket_queues (
    ticket_id    text collate "C" not null constraint ticket_queues_ticket references tickets (ticket_id),
    queue        text collate "C" not null,
    unit         text collate "C" not null,
    tenant       text collate "C" not null,
    state        text collate "C" not null,
    confidential boolean not null,
    due_at       timestamptz(3) not null,
    due_timer    text collate "C" null,
    constraint ticket_queues_key primary key (ticket_id, queue, unit)
);
create index ticket_queues_list on ticket_queues (tenant, queue, unit, confidential, due_at, ticket_id, state);

-- The clocks that run. next_at: when something is to be done about one by itself, a warning or its end; null: nothing more is.
create table ticket_timers (
    ticket_id text collate "C" not null constraint ticket_timers_ticket references tickets (ticket_id),
    timer     text collate "C" not null,
    task_no   int not null,
    tenant    text collate "C" not null,
    due_at    timestamptz(3) null,
    next_at   timestamptz(3) null,
    warned_at timestamptz(3) null,
    constraint ticket_timers_key primary key (ticket_id, timer, task_no)
);
create index ticket_timers_next on ticket_timers (tenant, next_at, ticket_id) where next_at is not null;

-- What the desks of units, and of the hotline (unit empty), are told.
create table ticket_notices (
    ticket_id text collate "C" not null constraint ticket_notices_ticket references tickets (ticket_id),
    unit      text collate "C" not null,
    kind      text collate "C" not null,
    what      text collate "C" not null,
    at        timestamptz(3) not null,
    tenant    text collate "C" not null,
    due_at    timestamptz(3) null,
    constraint ticket_notices_key primary key (ticket_id, unit, kind, what, at)
);
create index ticket_notices_unit on ticket_notices (tenant, unit, at, ticket_id);

-- A step of the loop: by which command, of which unit, and the clocks before and after.
alter table ticket_steps add column verb text collate "C" null;
alter table ticket_steps add column unit text collate "C" null;
alter table ticket_steps add column timers_before text null;
alter table ticket_steps add column timers_after text null;
