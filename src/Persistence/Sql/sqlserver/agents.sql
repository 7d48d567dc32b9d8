-- name: AgentUpsert
-- What sign-ins leave there is not part of what an administrator edits.
update agents with (updlock, serializable)
   set agent_name = @AgentName, password_hash = @PasswordHash, roles = @Roles, skills = @Skills, unit = @Unit, enabled = @Enabled,
       stamp = @Stamp, password_set_at = @PasswordSetAt, former_passwords = @FormerPasswords, totp_secret = @TotpSecret
 where tenant = @Tenant
   and agent_id = @AgentId;
if @@rowcount = 0
    insert into agents (tenant, agent_id, agent_name, password_hash, roles, skills, unit, enabled, stamp, password_set_at, former_passwords,
                        totp_secret)
    values (@Tenant, @AgentId, @AgentName, @PasswordHash, @Roles, @Skills, @Unit, @Enabled, @Stamp, @PasswordSetAt, @FormerPasswords,
            @TotpSecret);
