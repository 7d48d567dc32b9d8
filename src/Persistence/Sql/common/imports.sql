-- name: ImportInsert
-- Of two that are begun at once the second finds its number taken.
insert into ticket_imports (tenant, import_no, made_at, made_by, file_name, file_hash, rows_in_all, content, report, next_row, added, known, failed,
                            done_at)
values (@Tenant, @ImportNo, @MadeAt, @MadeBy, @FileName, @FileHash, @RowsInAll, @Content, @Report, 0, 0, 0, 0, null)
on conflict (tenant, import_no) do nothing;

-- name: Imports
-- Without what is left to import.
select import_no as ImportNo, tenant as Tenant, made_at as MadeAt, made_by as MadeBy, file_name as FileName, file_hash as FileHash,
       rows_in_all as RowsInAll, report as Report, next_row as NextRow, added as Added, known as Known, failed as Failed, done_at as DoneAt
  from ticket_imports
 where tenant = @Tenant
 order by import_no;

-- name: ImportsUnfinished
select import_no as ImportNo, tenant as Tenant, made_at as MadeAt, made_by as MadeBy, file_name as FileName, file_hash as FileHash,
       rows_in_all as RowsInAll, report as Report, next_row as NextRow, added as Added, known as Known, failed as Failed, done_at as DoneAt
  from ticket_imports
 where tenant = @Tenant
   and done_at is null
 order by import_no;

-- name: ImportContent
select content
  from ticket_imports
 where tenant = @Tenant
   and import_no = @ImportNo;

-- name: ImportMove
update ticket_imports
   set next_row = @NextRow, added = @Added, known = @Known, failed = @Failed, report = @Report, done_at = @DoneAt
 where tenant = @Tenant
   and import_no = @ImportNo;

-- name: ImportEmpty
-- What citizens said stands in the tickets from now on, and no second time here.
update ticket_imports
   set content = '[]'
 where tenant = @Tenant
   and import_no = @ImportNo;
