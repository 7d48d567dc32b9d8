-- name: CalendarChanges
select change_no as ChangeNo, tenant as Tenant, made_at as MadeAt, made_by as MadeBy, reason as Reason, change as Change, counter as Counter,
       undoes as Undoes, counted_to as CountedTo, counted as Counted, moved as Moved, done_at as DoneAt
  from calendar_changes
 where tenant = @Tenant
 order by change_no;

-- name: CalendarChangeInsert
-- Of two that are made at once the second finds its number taken.
insert into calendar_changes (tenant, change_no, made_at, made_by, reason, change, counter, undoes, counted_to, counted, moved, done_at)
values (@Tenant, @ChangeNo, @MadeAt, @MadeBy, @Reason, @Change, @Counter, @Undoes, null, 0, 0, null)
on conflict (tenant, change_no) do nothing;

-- name: CalendarChangeCounted
update calendar_changes
   set counted_to = @CountedTo, counted = @Counted, moved = @Moved, done_at = @DoneAt
 where tenant = @Tenant
   and change_no = @ChangeNo;

-- name: CasesRunning
-- Tickets with clocks that run, after one of them.
select distinct ticket_id
  from ticket_timers
 where ticket_id > @After
   and tenant = @Tenant
 order by ticket_id
 limit @Max;
