-- What a sign-in rests on. A new stamp ends every session that was begun under the one before.
alter table agents add column stamp text not null default '';
alter table agents add column password_set_at text null;
alter table agents add column former_passwords text not null default '';
alter table agents add column totp_secret text null;
alter table agents add column totp_step integer null;

-- Every sign-in, open or over: what was ended stays so over a restart.
create table sessions (
    session_id text not null primary key,
    tenant     text not null,
    agent_id   text not null,
    phone      text not null,
    address    text not null,
    browser    text not null,
    started_at text not null,
    seen_at    text not null,
    ended_at   text null,
    because    text not null
) without rowid;
create index sessions_time on sessions (tenant, started_at);
