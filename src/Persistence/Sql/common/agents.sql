-- name: AgentsAll
select tenant as Tenant, agent_id as AgentId, agent_name as AgentName, password_hash as PasswordHash,
       roles as Roles, skills as Skills, unit as Unit, enabled as Enabled, failed_sign_ins as Failures,
       last_signed_in_at as LastSignedInAt, stamp as Stamp, password_set_at as PasswordSetAt,
       former_passwords as FormerPasswords, totp_secret as TotpSecret, totp_step as TotpStep
  from agents
 where tenant = @Tenant
 order by agent_id;

-- name: AgentFind
select tenant as Tenant, agent_id as AgentId, agent_name as AgentName, password_hash as PasswordHash,
       roles as Roles, skills as Skills, unit as Unit, enabled as Enabled, failed_sign_ins as Failures,
       last_signed_in_at as LastSignedInAt, stamp as Stamp, password_set_at as PasswordSetAt,
       former_passwords as FormerPasswords, totp_secret as TotpSecret, totp_step as TotpStep
  from agents
 where tenant = @Tenant
   and agent_id = @AgentId;

-- name: AgentSignInFailed
-- Counted on the row as it stands: of two at once, both count.
update agents
   set failed_sign_ins = failed_sign_ins + 1
 where tenant = @Tenant
   and agent_id = @AgentId;

-- name: AgentSignedIn
update agents
   set failed_sign_ins = 0, last_signed_in_at = @At
 where tenant = @Tenant
   and agent_id = @AgentId;

-- name: AgentPasswordRehash
-- The same password in a stronger hash, unless another one was set meanwhile.
update agents
   set password_hash = @PasswordHash
 where tenant = @Tenant
   and agent_id = @AgentId
   and password_hash = @Former;

-- name: AgentTotpUsed
-- Each code opens once: no row is changed where this one, or a later one, was used.
update agents
   set totp_step = @Step
 where tenant = @Tenant
   and agent_id = @AgentId
   and (totp_step is null or totp_step < @Step);

-- name: AgentUpsert
-- What sign-ins leave there is not part of what an administrator edits.
insert into agents (tenant, agent_id, agent_name, password_hash, roles, skills, unit, enabled, stamp, password_set_at, former_passwords,
                    totp_secret)
values (@Tenant, @AgentId, @AgentName, @PasswordHash, @Roles, @Skills, @Unit, @Enabled, @Stamp, @PasswordSetAt, @FormerPasswords,
        @TotpSecret)
on conflict (tenant, agent_id) do update set
    agent_name = excluded.agent_name, password_hash = excluded.password_hash, roles = excluded.roles,
    skills = excluded.skills, unit = excluded.unit, enabled = excluded.enabled, stamp = excluded.stamp,
    password_set_at = excluded.password_set_at, former_passwords = excluded.former_passwords, totp_secret = excluded.totp_secret;
