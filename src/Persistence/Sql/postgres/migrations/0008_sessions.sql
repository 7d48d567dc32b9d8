-- What a sign-in rests on. A new stamp ends every session that was begun under the one before.
alter table agents add column stamp text collate "C" not null constraint agents_stamp default '';
alter table agents add column password_set_at timestamptz(3) null;
alter table agents add column former_passwords text collate "C" not null constraint agents_former_passwords default '';
alter table agents add column totp_secret text collate "C" null;
alter table agents add column totp_step bigint null;

-- Every sign-in, open or over: what was ended stays so over a restart.
create table sessions (
    session_id text collate "C" not null constraint sessions_key primary key,
    tenant     text collate "C" not null,
    agent_id   text collate "C" not null,
    phone      text collate "C" not null,
    address    text collate "C" not null,
    browser    text not null,
    started_at timestamptz(3) not null,
    seen_at    timestamptz(3) not null,
    ended_at   timestamptz(3) null,
    because    text collate "C" not null
);
create index sessions_time on sessions (tenant, started_at);
