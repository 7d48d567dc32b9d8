-- Every leg of a call: who, from when to when, and why it ended. Its name in Asterisk tells it apart from the others of its call.
create table call_legs (
    call_id     text collate "C" not null constraint call_legs_call references calls (call_id),
    leg         text collate "C" not null,
    role        text collate "C" not null,
    agent_id    text collate "C" null,
    number      text collate "C" not null,
    trunk       text collate "C" not null,
    started_at  timestamptz(3) not null,
    rang_at     timestamptz(3) null,
    answered_at timestamptz(3) null,
    ended_at    timestamptz(3) null,
    cause       int null,
    constraint call_legs_key primary key (call_id, leg)
);
