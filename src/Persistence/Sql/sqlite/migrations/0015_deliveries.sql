-- What goes out of the house about a ticket, by short message or mail: one row for each notice, addressee and way. due_at: when it is tried
-- next; null once nothing more is. Rows of one lane (a ticket, an addressee, a way) go out in the order of row_no. Where to is not kept:
-- it is looked up when it is sent.
create table deliveries (
    row_no      integer not null primary key,
    delivery_id text not null,
    tenant      text not null,
    ticket_id   text not null references tickets (ticket_id),
    step_no     integer not null,
    step        text not null,
    what        text not null,
    channel     text not null,
    audience    text not null,
    unit        text not null,
    lane        text not null,
    subject     text not null,
    body        text not null,
    state       text not null,
    reason      text not null,
    detail      text not null,
    attempts    integer not null,
    sendings    integer not null,
    created_at  text not null,
    due_at      text null,
    done_at     text null
);
create unique index deliveries_id on deliveries (delivery_id);
create index deliveries_due on deliveries (tenant, channel, due_at, row_no) where due_at is not null;
create index deliveries_lane on deliveries (lane, row_no) where due_at is not null;
create index deliveries_state on deliveries (tenant, state, row_no);
create index deliveries_ticket_no on deliveries (ticket_id, row_no);

-- With the ticket's number and this code a citizen asks how his matter stands. It is random: nobody guesses it from the number.
create table ticket_codes (
    ticket_id text not null references tickets (ticket_id),
    code      text not null,
    constraint ticket_codes_key primary key (ticket_id)
) without rowid;

-- Whose number gets no short messages, since he wants none.
create table message_refusals (
    tenant text not null,
    number text not null,
    at     text not null,
    who    text not null,
    constraint message_refusals_key primary key (tenant, number)
) without rowid;

-- What a desk was told was read there, by whom and when.
alter table ticket_notices add column read_at text null;
alter table ticket_notices add column read_by text null;
