-- name: SessionUpsert
-- What is over stays over, however late an older word of it comes.
insert into sessions (session_id, tenant, agent_id, phone, address, browser, started_at, seen_at, ended_at, because)
values (@SessionId, @Tenant, @AgentId, @Phone, @Address, @Browser, @StartedAt, @SeenAt, @EndedAt, @Because)
on conflict (session_id) do update set
    seen_at = case when excluded.seen_at > sessions.seen_at then excluded.seen_at else sessions.seen_at end,
    because = case when sessions.ended_at is null then excluded.because else sessions.because end,
    ended_at = coalesce(sessions.ended_at, excluded.ended_at);

-- name: SessionsSince
select session_id as SessionId, tenant as Tenant, agent_id as AgentId, phone as Phone, address as Address, browser as Browser,
       started_at as StartedAt, seen_at as SeenAt, ended_at as EndedAt, because as Because
  from sessions
 where tenant = @Tenant
   and started_at >= @Since
 order by started_at;

-- name: SessionsRemove
delete from sessions
 where tenant = @Tenant
   and started_at < @Before;
