-- name: SessionUpsert
-- What is over stays over, however late an older word of it comes.
update sessions with (updlock, serializable)
   set seen_at = case when @SeenAt > seen_at then @SeenAt else seen_at end,
       because = case when ended_at is null then @Because else because end,
       ended_at = coalesce(ended_at, @EndedAt)
 where session_id = @SessionId;
if @@rowcount = 0
    insert into sessions (session_id, tenant, agent_id, phone, address, browser, started_at, seen_at, ended_at, because)
    values (@SessionId, @Tenant, @AgentId, @Phone, @Address, @Browser, @StartedAt, @SeenAt, @EndedAt, @Because);
