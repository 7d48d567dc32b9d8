-- The ringing of a unit's duty phones for one task of an urgent ticket: one document, saved whole with its version. next_at: when something is to be
-- done about it by itself; null: nothing more is.
create table duty_calls (
    ticket_id text not null references tickets (ticket_id),
    task_no   integer not null,
    tenant    text not null,
    unit      text not null,
    state     text not null,
    next_at   text null,
    version   integer not null,
    document  text not null,
    constraint duty_calls_key primary key (ticket_id, task_no)
) without rowid;
create index duty_calls_next on duty_calls (tenant, next_at, ticket_id) where next_at is not null;
