-- name: AuditAppend
-- An entry is written once; there is no statement that changes what one says, and none that deletes one.
insert into audit (entry_id, tenant, at, who, action, subject, purpose, address, result, detail, seq, hash)
select @EntryId, @Tenant, @At, @Who, @Action, @Subject, @Purpose, @Address, @Result, @Detail, @Seq, @Hash
 where not exists (select 1 from audit k with (updlock, serializable) where k.entry_id = @EntryId);

-- name: AuditHeadBegin
insert into audit_heads (tenant, seq, hash)
select @Tenant, 0, N''
 where not exists (select 1 from audit_heads k with (updlock, serializable) where k.tenant = @Tenant);

-- name: AuditHeadHold
-- Whoever writes the next entry holds the last one: the chain has one end.
select tenant as Tenant, seq as Seq, hash as Hash
  from audit_heads with (updlock, rowlock)
 where tenant = @Tenant;

-- name: AuditAfter
select top (@Max) entry_id as EntryId, tenant as Tenant, at as At, who as Who, action as Action, subject as Subject, purpose as Purpose,
       address as Address, result as Result, detail as Detail, seq as Seq, hash as Hash
  from audit
 where tenant = @Tenant
   and seq > @Seq
 order by seq;

-- name: AuditFind
select top (@Max) entry_id as EntryId, tenant as Tenant, at as At, who as Who, action as Action, subject as Subject, purpose as Purpose,
       address as Address, result as Result, detail as Detail, seq as Seq, hash as Hash
  from audit
 where tenant = @Tenant
   and seq < @Seq
   and at >= @Since
   and at < @Until
   and (@Who is null or who = @Who)
   and (@Action is null or action = @Action)
   and (@Subject is null or subject = @Subject)
   and (@Result is null or result = @Result)
 order by seq desc;

-- name: AuditOfSubject
select top (@Max) entry_id as EntryId, tenant as Tenant, at as At, who as Who, action as Action, subject as Subject, purpose as Purpose,
       address as Address, result as Result, detail as Detail
  from audit
 where tenant = @Tenant
   and subject = @Subject
 order by at desc, entry_id desc;
