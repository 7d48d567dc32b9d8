-- Search terms serve more than tickets: the kind of thing stands first. 1 is a ticket (SearchKind).
create table search_terms (
    kind   smallint not null,
    term   int not null,
    row_no bigint not null,
    constraint search_terms_key primary key clustered (kind, term, row_no)
);
insert into search_terms (kind, term, row_no)
select 1, term, row_no from ticket_terms;
drop table ticket_terms;

-- What others have to be told of a step, written with it and kept until it was told. A row names the step; what it says is read there.
create table outbox (
    row_no    bigint identity not null constraint outbox_key primary key,
    consumer  nvarchar(64) collate Latin1_General_100_BIN2 not null,
    ticket_id nvarchar(64) collate Latin1_General_100_BIN2 not null constraint outbox_ticket references tickets (ticket_id),
    step_no   int not null,
    due_at    datetimeoffset(3) not null,
    attempts  int not null
);
create unique index outbox_step on outbox (ticket_id, step_no, consumer);
create index outbox_due on outbox (consumer, due_at, row_no);

-- The handling unit whose tickets somebody sees.
alter table agents add unit nvarchar(64) collate Latin1_General_100_BIN2 null;
