-- name: AuditHeadHold
-- Whoever writes the next entry holds the last one: the chain has one end.
select tenant as Tenant, seq as Seq, hash as Hash
  from audit_heads
 where tenant = @Tenant
   for update;
