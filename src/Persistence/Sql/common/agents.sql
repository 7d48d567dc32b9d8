-- name: AgentsAll
select tenant as Tenant, agent_id as AgentId, agent_name as AgentName, password_hash as PasswordHash,
       roles as Roles, skills as Skills, unit as Unit, enabled as Enabled, failed_sign_ins as Failures,
       locked_until as LockedUntil, last_signed_in_at as LastSignedInAt
  from agents
 where tenant = @Tenant
 order by agent_id;

-- name: AgentFind
select tenant as Tenant, agent_id as AgentId, agent_name as AgentName, password_hash as PasswordHash,
       roles as Roles, skills as Skills, unit as Unit, enabled as Enabled, failed_sign_ins as Failures,
       locked_until as LockedUntil, last_signed_in_at as LastSignedInAt
  from agents
 where tenant = @Tenant
   and agent_id = @AgentId;

-- name: AgentSignInRecord
update agents
   set failed_sign_ins = @Failures, locked_until = @LockedUntil, last_signed_in_at = coalesce(@SignedInAt, last_signed_in_at)
 where tenant = @Tenant
   and agent_id = @AgentId;

-- name: AgentUpsert
-- The counters of failed sign-ins are not part of what an administrator edits.
insert into agents (tenant, agent_id, agent_name, password_hash, roles, skills, unit, enabled)
values (@Tenant, @AgentId, @AgentName, @PasswordHash, @Roles, @Skills, @Unit, @Enabled)
on conflict (tenant, agent_id) do update set
    agent_name = excluded.agent_name, password_hash = excluded.password_hash, roles = excluded.roles,
    skills = excluded.skills, unit = excluded.unit, enabled = excluded.enabled;
