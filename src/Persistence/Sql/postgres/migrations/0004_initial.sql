-- The schema as it stands after the migration 0004 of the other databases, whose tables and columns it has; a test compares them.
-- Codes, ids and what is searched compare by their bytes ("C"), whatever the database's own collation.

create table calls (
    call_id               text collate "C" not null constraint calls_key primary key,
    tenant                text collate "C" not null,
    node                  text collate "C" not null,
    linked_id             text collate "C" not null,
    trunk                 text collate "C" not null,
    dialled               text collate "C" not null,
    number_name           text not null,
    merge_mode            text collate "C" not null,
    caller_number         text collate "C" not null,
    sip_call_id           text collate "C" not null,
    agent_id              text collate "C" null,
    ticket_id             text collate "C" null,
    invited_at            timestamptz(3) not null,
    answered_by_system_at timestamptz(3) null,
    human_asked_at        timestamptz(3) null,
    queued_at             timestamptz(3) null,
    agent_answered_at     timestamptz(3) null,
    announcement_ended_at timestamptz(3) null,
    ended_at              timestamptz(3) null,
    ended_by              text collate "C" null,
    terminal_state        text collate "C" null,
    recorded              boolean not null,
    outcome               text collate "C" null,
    party_target          text collate "C" null,
    party_answered_at     timestamptz(3) null,
    revision              bigint not null,
    called_back_at        timestamptz(3) null,
    called_back_by        text collate "C" null
);
create unique index calls_linked on calls (node, linked_id);
create index calls_caller on calls (tenant, caller_number, invited_at);
create index calls_by_time on calls (tenant, invited_at);
create index calls_unfinished on calls (invited_at) where terminal_state is null;
create index calls_call_back on calls (tenant, invited_at) where terminal_state = 'callBack';

create table call_rings (
    call_id    text collate "C" not null constraint call_rings_call references calls (call_id),
    ring_no    int not null,
    agent_id   text collate "C" not null,
    offered_at timestamptz(3) not null,
    ended_at   timestamptz(3) not null,
    result     text collate "C" not null,
    constraint call_rings_key primary key (call_id, ring_no)
);

create table tickets (
    row_no         bigint generated always as identity not null constraint tickets_key primary key,
    ticket_id      text collate "C" not null constraint tickets_id unique,
    tenant         text collate "C" not null,
    version        int not null,
    last_step      int not null,
    state          text collate "C" not null,
    ticket_number  text collate "C" null,
    channel        int not null,
    call_id        text collate "C" null,
    caller_number  text collate "C" not null,
    dialled        text collate "C" not null,
    agent_id       text collate "C" null,
    agent_since    timestamptz(3) null,
    demand_type    text collate "C" null,
    category       text collate "C" null,
    unit           text collate "C" null,
    requester_kind text collate "C" not null,
    urgency        text collate "C" not null,
    confidential   boolean not null,
    contact_number text collate "C" not null,
    outcome        text collate "C" null,
    reason_code    text collate "C" null,
    created_at     timestamptz(3) not null,
    saved_at       timestamptz(3) not null,
    accepted_at    timestamptz(3) null,
    title          text not null,
    place          text not null,
    requester_name text not null,
    summary        text not null,
    body           text not null,
    search_text    text collate "C" not null
);
create unique index tickets_number on tickets (ticket_number) where ticket_number is not null;
create index tickets_newest on tickets (tenant, row_no);
create index tickets_state on tickets (tenant, state, row_no);
create index tickets_caller on tickets (tenant, caller_number, row_no);
create index tickets_contact on tickets (tenant, contact_number, row_no) where contact_number <> '';
create index tickets_agent_drafts on tickets (tenant, agent_id, row_no) where state = 'draft';

create table ticket_steps (
    ticket_id  text collate "C" not null constraint ticket_steps_ticket references tickets (ticket_id),
    step_no    int not null,
    who        text collate "C" not null,
    role       text collate "C" not null,
    from_state text collate "C" null,
    to_state   text collate "C" not null,
    at         timestamptz(3) not null,
    reason     text not null,
    constraint ticket_steps_key primary key (ticket_id, step_no)
);

create table ticket_terms (
    term   int not null,
    row_no bigint not null constraint ticket_terms_ticket references tickets (row_no),
    constraint ticket_terms_key primary key (term, row_no)
);

create table ticket_numbers (
    area_code text collate "C" not null,
    city_date text collate "C" not null,
    channel   int not null,
    last_no   int not null,
    constraint ticket_numbers_key primary key (area_code, city_date, channel)
);

create table agents (
    tenant            text collate "C" not null,
    agent_id          text collate "C" not null,
    agent_name        text not null,
    password_hash     text collate "C" not null,
    roles             text collate "C" not null,
    skills            text collate "C" not null,
    enabled           boolean not null,
    failed_sign_ins   int not null constraint agents_failed_sign_ins default 0,
    locked_until      timestamptz(3) null,
    last_signed_in_at timestamptz(3) null,
    constraint agents_key primary key (tenant, agent_id)
);

create table audit (
    entry_id text collate "C" not null constraint audit_key primary key,
    tenant   text collate "C" not null,
    at       timestamptz(3) not null,
    who      text collate "C" not null,
    action   text collate "C" not null,
    subject  text collate "C" not null,
    purpose  text not null,
    address  text collate "C" not null
);
create index audit_time on audit (tenant, at);
create index audit_subject on audit (tenant, subject, at);
