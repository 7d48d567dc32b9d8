-- What goes out of the house about a ticket, by short message or mail: one row for each notice, addressee and way. due_at: when it is tried
-- next; null once nothing more is. Rows of one lane (a ticket, an addressee, a way) go out in the order of row_no. Where to is not kept:
-- it is looked up when it is sent.
create table deliveries (
    row_no      bigint identity not null constraint deliveries_key primary key,
    delivery_id nvarchar(64) collate Latin1_General_100_BIN2 not null,
    tenant      nvarchar(16) collate Latin1_General_100_BIN2 not null,
    ticket_id   nvarchar(64) collate Latin1_General_100_BIN2 not null constraint deliveries_ticket references tickets (ticket_id),
    step_no     int not null,
    step        nvarchar(64) collate Latin1_General_100_BIN2 not null,
    what        nvarchar(64) collate Latin1_General_100_BIN2 not null,
    channel     nvarchar(64) collate Latin1_General_100_BIN2 not null,
    audience    nvarchar(64) collate Latin1_General_100_BIN2 not null,
    unit        nvarchar(64) collate Latin1_General_100_BIN2 not null,
    lane        nvarchar(256) collate Latin1_General_100_BIN2 not null,
    subject     nvarchar(max) not null,
    body        nvarchar(max) not null,
    state       nvarchar(64) collate Latin1_General_100_BIN2 not null,
    reason      nvarchar(64) collate Latin1_General_100_BIN2 not null,
    detail      nvarchar(max) not null,
    attempts    int not null,
    sendings    int not null,
    created_at  datetimeoffset(3) not null,
    due_at      datetimeoffset(3) null,
    done_at     datetimeoffset(3) null
);
create unique index deliveries_id on deliveries (delivery_id);
create index deliveries_due on deliveries (tenant, channel, due_at, row_no) where due_at is not null;
create index deliveries_lane on deliveries (lane, row_no) where due_at is not null;
create index deliveries_state on deliveries (tenant, state, row_no);
create index deliveries_ticket_no on deliveries (ticket_id, row_no);

-- With the ticket's number and this code a citizen asks how his matter stands. It is random: nobody guesses it from the number.
create table ticket_codes (
    ticket_id nvarchar(64) collate Latin1_General_100_BIN2 not null constraint ticket_codes_ticket references tickets (ticket_id),
    code      nvarchar(16) collate Latin1_General_100_BIN2 not null,
    constraint ticket_codes_key primary key (ticket_id)
);

-- Whose number gets no short messages, since he wants none.
create table message_refusals (
    tenant nvarchar(16) collate Latin1_General_100_BIN2 not null,
    number nvarchar(64) collate Latin1_General_100_BIN2 not null,
    at     datetimeoffset(3) not null,
    who    nvarchar(64) collate Latin1_General_100_BIN2 not null,
    constraint message_refusals_key primary key (tenant, number)
);

-- What a desk was told was read there, by whom and when.
alter table ticket_notices add read_at datetimeoffset(3) null;
alter table ticket_notices add read_by nvarchar(64) collate Latin1_General_100_BIN2 null;
