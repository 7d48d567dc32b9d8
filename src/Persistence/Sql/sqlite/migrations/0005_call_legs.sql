-- Every leg of a call: who, from when to when, and why it ended. Its name in Asterisk tells it apart from the others of its call.
create table call_legs (
    call_id     text not null references calls (call_id),
    leg         text not null,
    role        text not null,
    agent_id    text null,
    number      text not null,
    trunk       text not null,
    started_at  text not null,
    rang_at     text null,
    answered_at text null,
    ended_at    text null,
    cause       integer null,
    primary key (call_id, leg)
) without rowid;
