-- Search terms serve more than tickets: the kind of thing stands first. 1 is a ticket (SearchKind).
create table search_terms (
    kind   integer not null,
    term   integer not null,
    row_no integer not null,
    primary key (kind, term, row_no)
) without rowid;
insert into search_terms (kind, term, row_no)
select 1, term, row_no from ticket_terms order by term, row_no;
drop table ticket_terms;

-- What others have to be told of a step, written with it and kept until it was told. A row names the step; what it says is read there.
create table outbox (
    row_no    integer not null primary key,
    consumer  text    not null,
    ticket_id text    not null references tickets (ticket_id),
    step_no   integer not null,
    due_at    text    not null,
    attempts  integer not null
);
create unique index outbox_step on outbox (ticket_id, step_no, consumer);
create index outbox_due on outbox (consumer, due_at, row_no);

-- The handling unit whose tickets somebody sees.
alter table agents add column unit text null;
