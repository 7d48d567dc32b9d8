-- Times are UTC text of fixed width, 2026-04-01T01:00:00.000Z, so that text order is time order.
-- Columns have the names of Sql/sqlserver; a test compares the two.

-- The call ledger: one row per inbound call (docs/ARCHITECTURE.md, "Nothing is fire-and-forget").
create table calls (
    call_id               text    not null primary key,
    tenant                text    not null,
    node                  text    not null,
    linked_id             text    not null,
    trunk                 text    not null,
    dialled               text    not null,
    number_name           text    not null,
    merge_mode            text    not null,
    caller_number         text    not null,
    sip_call_id           text    not null,
    agent_id              text    null,
    ticket_id             text    null,
    invited_at            text    not null,
    answered_by_system_at text    null,
    human_asked_at        text    null,
    queued_at             text    null,
    agent_answered_at     text    null,
    announcement_ended_at text    null,
    ended_at              text    null,
    ended_by              text    null,
    terminal_state        text    null,
    recorded              integer not null,
    outcome               text    null,
    party_target          text    null,
    party_answered_at     text    null,
    revision              integer not null
);
create unique index calls_linked on calls (node, linked_id);
create index calls_caller on calls (tenant, caller_number, invited_at);
create index calls_unfinished on calls (invited_at) where terminal_state is null;

create table call_rings (
    call_id    text    not null references calls (call_id),
    ring_no    integer not null,
    agent_id   text    not null,
    offered_at text    not null,
    ended_at   text    not null,
    result     text    not null,
    primary key (call_id, ring_no)
) without rowid;

-- The long texts stand last: what lists need is read without touching them.
create table tickets (
    row_no         integer not null primary key,
    ticket_id      text    not null unique,
    tenant         text    not null,
    version        integer not null,
    last_step      integer not null,
    state          text    not null,
    ticket_number  text    null,
    channel        integer not null,
    call_id        text    null,
    caller_number  text    not null,
    dialled        text    not null,
    agent_id       text    null,
    agent_since    text    null,
    demand_type    text    null,
    category       text    null,
    unit           text    null,
    requester_kind text    not null,
    urgency        text    not null,
    confidential   integer not null,
    contact_number text    not null,
    outcome        text    null,
    reason_code    text    null,
    created_at     text    not null,
    saved_at       text    not null,
    accepted_at    text    null,
    title          text    not null,
    place          text    not null,
    requester_name text    not null,
    summary        text    not null,
    body           text    not null,
    search_text    text    not null
);
create unique index tickets_number on tickets (ticket_number) where ticket_number is not null;
create index tickets_newest on tickets (tenant, row_no);
create index tickets_state on tickets (tenant, state, row_no);
create index tickets_caller on tickets (tenant, caller_number, row_no);
create index tickets_contact on tickets (tenant, contact_number, row_no) where contact_number <> '';
create index tickets_agent_drafts on tickets (tenant, agent_id, row_no) where state = 'draft';

create table ticket_steps (
    ticket_id  text    not null references tickets (ticket_id),
    step_no    integer not null,
    who        text    not null,
    role       text    not null,
    from_state text    null,
    to_state   text    not null,
    at         text    not null,
    reason     text    not null,
    primary key (ticket_id, step_no)
) without rowid;

-- Pairs of neighbouring characters (two UTF-16 code units in one number) → tickets that contain them.
create table ticket_terms (
    term   integer not null,
    row_no integer not null references tickets (row_no),
    primary key (term, row_no)
) without rowid;

create table ticket_numbers (
    area_code text    not null,
    city_date text    not null,
    channel   integer not null,
    last_no   integer not null,
    primary key (area_code, city_date, channel)
) without rowid;

create table agents (
    tenant            text    not null,
    agent_id          text    not null,
    agent_name        text    not null,
    password_hash     text    not null,
    roles             text    not null,
    skills            text    not null,
    enabled           integer not null,
    failed_sign_ins   integer not null default 0,
    locked_until      text    null,
    last_signed_in_at text    null,
    primary key (tenant, agent_id)
) without rowid;

create table audit (
    entry_id text not null primary key,
    tenant   text not null,
    at       text not null,
    who      text not null,
    action   text not null,
    subject  text not null,
    purpose  text not null,
    address  text not null
);
create index audit_time on audit (tenant, at);
create index audit_subject on audit (tenant, subject, at);

-- The first answer to a command, given again when the same request comes again.
create table idempotency (
    request_id text    not null primary key,
    who        text    not null,
    at         text    not null,
    status     integer not null,
    answer     text    not null
) without rowid;
create index idempotency_time on idempotency (at);
