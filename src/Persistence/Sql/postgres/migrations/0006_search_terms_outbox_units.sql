-- Search terms serve more than tickets: the kind of thing stands first. 1 is a ticket (SearchKind).
create table search_terms (
    kind   smallint not null,
    term   int not null,
    row_no bigint not null
);
insert into search_terms (kind, term, row_no)
select 1, term, row_no from ticket_terms;
alter table search_terms add constraint search_terms_key primary key (kind, term, row_no);
drop table ticket_terms;

-- What others have to be told of a step, written with it and kept until it was told. A row names the step; what it says is read there.
create table outbox (
    row_no    bigint generated always as identity constraint outbox_key primary key,
    consumer  text collate "C" not null,
    ticket_id text collate "C" not null constraint outbox_ticket references tickets (ticket_id),
    step_no   int not null,
    due_at    timestamptz(3) not null,
    attempts  int not null
);
create unique index outbox_step on outbox (ticket_id, step_no, consumer);
create index outbox_due on outbox (consumer, due_at, row_no);

-- The handling unit whose tickets somebody sees.
alter table agents add column unit text collate "C" null;
