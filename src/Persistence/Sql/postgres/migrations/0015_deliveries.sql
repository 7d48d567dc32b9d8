-- What goes out of the house about a ticket, by short message or mail: one row for each notice, addressee and way. due_at: when it is tried
-- next; null once nothing more is. Rows of one lane (a ticket, an addressee, a way) go out in the order of row_no. Where to is not kept:
-- it is looked up when it is sent.
create table deliveries (
    row_no      bigint generated always as identity constraint deliveries_key primary key,
    delivery_id text collate "C" not null,
    tenant      text collate "C" not null,
    ticket_id   text collate "C" not null constraint deliveries_ticket references tickets (ticket_id),
    step_no     int not null,
    step        text collate "C" not null,
    what        text collate "C" not null,
    channel     text collate "C" not null,
    audience    text collate "C" not null,
    unit        text collate "C" not null,
    lane        text collate "C" not null,
    subject     text not null,
    body        text not null,
    state       text collate "C" not null,
    reason      text collate "C" not null,
    detail      text not null,
    attempts    int not null,
    sendings    int not null,
    created_at  timestamptz(3) not null,
    due_at      timestamptz(3) null,
    done_at     timestamptz(3) null
);
create unique index deliveries_id on deliveries (delivery_id);
create index deliveries_due on deliveries (tenant, channel, due_at, row_no) where due_at is not null;
create index deliveries_lane on deliveries (lane, row_no) where due_at is not null;
create index deliveries_state on deliveries (tenant, state, row_no);
create index deliveries_ticket_no on deliveries (ticket_id, row_no);

-- With the ticket's number and this code a citizen asks how his matter stands. It is random: nobody guesses it from the number.
create table ticket_codes (
    ticket_id text collate "C" not null constraint ticket_codes_ticket references tickets (ticket_id),
    code      text collate "C" not null,
    constraint ticket_codes_key primary key (ticket_id)
);

-- Whose number gets no short messages, since he wants none.
create table message_refusals (
    tenant text collate "C" not null,
    number text collate "C" not null,
    at     timestamptz(3) not null,
    who    text collate "C" not null,
    constraint message_refusals_key primary key (tenant, number)
);

-- What a desk was told was read there, by whom and when.
alter table ticket_notices add column read_at timestamptz(3) null;
alter table ticket_notices add column read_by text collate "C" null;
