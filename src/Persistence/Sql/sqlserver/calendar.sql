-- name: CalendarChangeInsert
-- Of two that are made at once the second finds its number taken.
insert into calendar_changes (tenant, change_no, made_at, made_by, reason, change, counter, undoes, counted_to, counted, moved, done_at)
select @Tenant, @ChangeNo, @MadeAt, @MadeBy, @Reason, @Change, @Counter, @Undoes, null, 0, 0, null
 where not exists (
    select 1 from calendar_changes c with (updlock, serializable) where c.tenant = @Tenant and c.change_no = @ChangeNo);

-- name: CasesRunning
-- Tickets with clocks that run, after one of them.
select distinct top (@Max) ticket_id
  from ticket_timers
 where ticket_id > @After
   and tenant = @Tenant
 order by ticket_id;
