-- name: AuditAppend
-- An entry is written once; there is no statement that changes or deletes one.
insert into audit (entry_id, tenant, at, who, action, subject, purpose, address)
values (@EntryId, @Tenant, @At, @Who, @Action, @Subject, @Purpose, @Address)
on conflict (entry_id) do nothing;

-- name: AuditOfSubject
select entry_id as EntryId, tenant as Tenant, at as At, who as Who, action as Action, subject as Subject, purpose as Purpose,
       address as Address
  from audit
 where tenant = @Tenant
   and subject = @Subject
 order by at desc, entry_id desc
 limit @Max;
