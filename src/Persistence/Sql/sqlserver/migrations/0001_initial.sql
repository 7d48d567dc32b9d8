-- Columns have the names of Sql/sqlite; a test compares the two. Codes and ids compare by their bytes (BIN2).

create table calls (
    call_id               nvarchar(64)  collate Latin1_General_100_BIN2 not null constraint calls_key primary key,
    tenant                nvarchar(16)  collate Latin1_General_100_BIN2 not null,
    node                  nvarchar(64)  collate Latin1_General_100_BIN2 not null,
    linked_id             nvarchar(128) collate Latin1_General_100_BIN2 not null,
    trunk                 nvarchar(64)  collate Latin1_General_100_BIN2 not null,
    dialled               nvarchar(64)  collate Latin1_General_100_BIN2 not null,
    number_name           nvarchar(200) not null,
    merge_mode            nvarchar(64)  collate Latin1_General_100_BIN2 not null,
    caller_number         nvarchar(64)  collate Latin1_General_100_BIN2 not null,
    sip_call_id           nvarchar(256) collate Latin1_General_100_BIN2 not null,
    agent_id              nvarchar(64)  collate Latin1_General_100_BIN2 null,
    ticket_id             nvarchar(64)  collate Latin1_General_100_BIN2 null,
    invited_at            datetimeoffset(3) not null,
    answered_by_system_at datetimeoffset(3) null,
    human_asked_at        datetimeoffset(3) null,
    queued_at             datetimeoffset(3) null,
    agent_answered_at     datetimeoffset(3) null,
    announcement_ended_at datetimeoffset(3) null,
    ended_at              datetimeoffset(3) null,
    ended_by              nvarchar(64)  collate Latin1_General_100_BIN2 null,
    terminal_state        nvarchar(64)  collate Latin1_General_100_BIN2 null,
    recorded              bit not null,
    outcome               nvarchar(64)  collate Latin1_General_100_BIN2 null,
    party_target          nvarchar(64)  collate Latin1_General_100_BIN2 null,
    party_answered_at     datetimeoffset(3) null,
    revision              bigint not null
);
create unique index calls_linked on calls (node, linked_id);
create index calls_caller on calls (tenant, caller_number, invited_at);
create index calls_unfinished on calls (invited_at) where terminal_state is null;

create table call_rings (
    call_id    nvarchar(64) collate Latin1_General_100_BIN2 not null constraint call_rings_call references calls (call_id),
    ring_no    int not null,
    agent_id   nvarchar(64) collate Latin1_General_100_BIN2 not null,
    offered_at datetimeoffset(3) not null,
    ended_at   datetimeoffset(3) not null,
    result     nvarchar(64) collate Latin1_General_100_BIN2 not null,
    constraint call_rings_key primary key (call_id, ring_no)
);

create table tickets (
    row_no         bigint identity(1, 1) not null constraint tickets_key primary key clustered,
    ticket_id      nvarchar(64)  collate Latin1_General_100_BIN2 not null constraint tickets_id unique,
    tenant         nvarchar(16)  collate Latin1_General_100_BIN2 not null,
    version        int not null,
    last_step      int not null,
    state          nvarchar(64)  collate Latin1_General_100_BIN2 not null,
    ticket_number  nvarchar(24)  collate Latin1_General_100_BIN2 null,
    channel        int not null,
    call_id        nvarchar(64)  collate Latin1_General_100_BIN2 null,
    caller_number  nvarchar(64)  collate Latin1_General_100_BIN2 not null,
    dialled        nvarchar(64)  collate Latin1_General_100_BIN2 not null,
    agent_id       nvarchar(64)  collate Latin1_General_100_BIN2 null,
    agent_since    datetimeoffset(3) null,
    demand_type    nvarchar(64)  collate Latin1_General_100_BIN2 null,
    category       nvarchar(64)  collate Latin1_General_100_BIN2 null,
    unit           nvarchar(64)  collate Latin1_General_100_BIN2 null,
    requester_kind nvarchar(64)  collate Latin1_General_100_BIN2 not null,
    urgency        nvarchar(64)  collate Latin1_General_100_BIN2 not null,
    confidential   bit not null,
    contact_number nvarchar(40)  collate Latin1_General_100_BIN2 not null,
    outcome        nvarchar(64)  collate Latin1_General_100_BIN2 null,
    reason_code    nvarchar(64)  collate Latin1_General_100_BIN2 null,
    created_at     datetimeoffset(3) not null,
    saved_at       datetimeoffset(3) not null,
    accepted_at    datetimeoffset(3) null,
    title          nvarchar(200) not null,
    place          nvarchar(400) not null,
    requester_name nvarchar(100) not null,
    summary        nvarchar(4000) not null,
    body           nvarchar(max) not null,
    search_text    nvarchar(max) collate Latin1_General_100_BIN2 not null
);
create unique index tickets_number on tickets (ticket_number) where ticket_number is not null;
create index tickets_newest on tickets (tenant, row_no);
create index tickets_state on tickets (tenant, state, row_no);
create index tickets_caller on tickets (tenant, caller_number, row_no);
create index tickets_contact on tickets (tenant, contact_number, row_no) where contact_number <> '';
create index tickets_agent_drafts on tickets (tenant, agent_id, row_no) where state = 'draft';

create table ticket_steps (
    ticket_id  nvarchar(64) collate Latin1_General_100_BIN2 not null constraint ticket_steps_ticket references tickets (ticket_id),
    step_no    int not null,
    who        nvarchar(64) collate Latin1_General_100_BIN2 not null,
    role       nvarchar(64) collate Latin1_General_100_BIN2 not null,
    from_state nvarchar(64) collate Latin1_General_100_BIN2 null,
    to_state   nvarchar(64) collate Latin1_General_100_BIN2 not null,
    at         datetimeoffset(3) not null,
    reason     nvarchar(4000) not null,
    constraint ticket_steps_key primary key (ticket_id, step_no)
);

create table ticket_terms (
    term   int not null,
    row_no bigint not null constraint ticket_terms_ticket references tickets (row_no),
    constraint ticket_terms_key primary key clustered (term, row_no)
);

create table ticket_numbers (
    area_code nvarchar(16) collate Latin1_General_100_BIN2 not null,
    city_date nvarchar(8)  collate Latin1_General_100_BIN2 not null,
    channel   int not null,
    last_no   int not null,
    constraint ticket_numbers_key primary key (area_code, city_date, channel)
);

create table agents (
    tenant            nvarchar(16)  collate Latin1_General_100_BIN2 not null,
    agent_id          nvarchar(64)  collate Latin1_General_100_BIN2 not null,
    agent_name        nvarchar(100) not null,
    password_hash     nvarchar(400) collate Latin1_General_100_BIN2 not null,
    roles             nvarchar(400) collate Latin1_General_100_BIN2 not null,
    skills            nvarchar(1000) collate Latin1_General_100_BIN2 not null,
    enabled           bit not null,
    failed_sign_ins   int not null constraint agents_failed_sign_ins default 0,
    locked_until      datetimeoffset(3) null,
    last_signed_in_at datetimeoffset(3) null,
    constraint agents_key primary key (tenant, agent_id)
);

create table audit (
    entry_id nvarchar(64)  collate Latin1_General_100_BIN2 not null constraint audit_key primary key,
    tenant   nvarchar(16)  collate Latin1_General_100_BIN2 not null,
    at       datetimeoffset(3) not null,
    who      nvarchar(64)  collate Latin1_General_100_BIN2 not null,
    action   nvarchar(64)  collate Latin1_General_100_BIN2 not null,
    subject  nvarchar(128) collate Latin1_General_100_BIN2 not null,
    purpose  nvarchar(400) not null,
    address  nvarchar(64)  collate Latin1_General_100_BIN2 not null
);
create index audit_time on audit (tenant, at);
create index audit_subject on audit (tenant, subject, at);

create table idempotency (
    request_id nvarchar(64) collate Latin1_General_100_BIN2 not null constraint idempotency_key primary key,
    who        nvarchar(64) collate Latin1_General_100_BIN2 not null,
    at         datetimeoffset(3) not null,
    status     int not null,
    answer     nvarchar(max) not null
);
create index idempotency_time on idempotency (at);
