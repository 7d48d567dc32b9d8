-- name: AuditHeadHold
-- A write transaction of SQLite holds the whole database already.
select tenant as Tenant, seq as Seq, hash as Hash
  from audit_heads
 where tenant = @Tenant;
