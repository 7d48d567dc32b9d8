-- What a sign-in rests on. A new stamp ends every session that was begun under the one before.
alter table agents add stamp nvarchar(64) collate Latin1_General_100_BIN2 not null constraint agents_stamp default N'';
alter table agents add password_set_at datetimeoffset(3) null;
alter table agents add former_passwords nvarchar(4000) collate Latin1_General_100_BIN2 not null constraint agents_former_passwords default N'';
alter table agents add totp_secret nvarchar(400) collate Latin1_General_100_BIN2 null;
alter table agents add totp_step bigint null;

-- Every sign-in, open or over: what was ended stays so over a restart.
create table sessions (
    session_id nvarchar(64)  collate Latin1_General_100_BIN2 not null constraint sessions_key primary key,
    tenant     nvarchar(16)  collate Latin1_General_100_BIN2 not null,
    agent_id   nvarchar(64)  collate Latin1_General_100_BIN2 not null,
    phone      nvarchar(64)  collate Latin1_General_100_BIN2 not null,
    address    nvarchar(64)  collate Latin1_General_100_BIN2 not null,
    browser    nvarchar(200) not null,
    started_at datetimeoffset(3) not null,
    seen_at    datetimeoffset(3) not null,
    ended_at   datetimeoffset(3) null,
    because    nvarchar(64)  collate Latin1_General_100_BIN2 not null
);
create index sessions_time on sessions (tenant, started_at);
