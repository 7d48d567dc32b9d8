-- name: AgentUpsert
-- The counters of failed sign-ins are not part of what an administrator edits.
update agents with (updlock, serializable)
   set agent_name = @AgentName, password_hash = @PasswordHash, roles = @Roles, skills = @Skills, unit = @Unit, enabled = @Enabled
 where tenant = @Tenant
   and agent_id = @AgentId;
if @@rowcount = 0
    insert into agents (tenant, agent_id, agent_name, password_hash, roles, skills, unit, enabled)
    values (@Tenant, @AgentId, @AgentName, @PasswordHash, @Roles, @Skills, @Unit, @Enabled);
