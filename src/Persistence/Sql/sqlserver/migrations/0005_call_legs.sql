-- Every leg of a call: who, from when to when, and why it ended. Its name in Asterisk tells it apart from the others of its call.
create table call_legs (
    call_id     nvarchar(64) collate Latin1_General_100_BIN2 not null constraint call_legs_call references calls (call_id),
    leg         nvarchar(128) collate Latin1_General_100_BIN2 not null,
    role        nvarchar(64) collate Latin1_General_100_BIN2 not null,
    agent_id    nvarchar(64) collate Latin1_General_100_BIN2 null,
    number      nvarchar(64) collate Latin1_General_100_BIN2 not null,
    trunk       nvarchar(64) collate Latin1_General_100_BIN2 not null,
    started_at  datetimeoffset(3) not null,
    rang_at     datetimeoffset(3) null,
    answered_at datetimeoffset(3) null,
    ended_at    datetimeoffset(3) null,
    cause       int null,
    constraint call_legs_key primary key (call_id, leg)
);
