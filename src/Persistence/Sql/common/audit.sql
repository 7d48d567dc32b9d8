-- name: AuditAppend
-- An entry is written once; there is no statement that changes what one says, and none that deletes one.
insert into audit (entry_id, tenant, at, who, action, subject, purpose, address, result, detail, seq, hash)
values (@EntryId, @Tenant, @At, @Who, @Action, @Subject, @Purpose, @Address, @Result, @Detail, @Seq, @Hash)
on conflict (entry_id) do nothing;

-- name: AuditHeadBegin
insert into audit_heads (tenant, seq, hash)
values (@Tenant, 0, '')
on conflict (tenant) do nothing;

-- name: AuditHeadMove
update audit_heads
   set seq = @Seq, hash = @Hash
 where tenant = @Tenant;

-- name: AuditUnchained
-- Entries of before there was a chain.
select entry_id as EntryId, tenant as Tenant, at as At, who as Who, action as Action, subject as Subject, purpose as Purpose,
       address as Address, result as Result, detail as Detail
  from audit
 where tenant = @Tenant
   and seq is null;

-- name: AuditPlace
-- Once, for those of before.
update audit
   set seq = @Seq, hash = @Hash
 where entry_id = @EntryId
   and seq is null;

-- name: AuditAfter
select entry_id as EntryId, tenant as Tenant, at as At, who as Who, action as Action, subject as Subject, purpose as Purpose,
       address as Address, result as Result, detail as Detail, seq as Seq, hash as Hash
  from audit
 where tenant = @Tenant
   and seq > @Seq
 order by seq
 limit @Max;

-- name: AuditFind
select entry_id as EntryId, tenant as Tenant, at as At, who as Who, action as Action, subject as Subject, purpose as Purpose,
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
 order by seq desc
 limit @Max;

-- name: AuditOfSubject
select entry_id as EntryId, tenant as Tenant, at as At, who as Who, action as Action, subject as Subject, purpose as Purpose,
       address as Address, result as Result, detail as Detail
  from audit
 where tenant = @Tenant
   and subject = @Subject
 order by at desc, entry_id desc
 limit @Max;
