-- name: ImportInsert
-- Of two that are begun at once the second finds its number taken.
insert into ticket_imports (tenant, import_no, made_at, made_by, file_name, file_hash, rows_in_all, content, report, next_row, added, known, failed,
                            done_at)
select @Tenant, @ImportNo, @MadeAt, @MadeBy, @FileName, @FileHash, @RowsInAll, @Content, @Report, 0, 0, 0, 0, null
 where not exists (
    select 1 from ticket_imports i with (updlock, serializable) where i.tenant = @Tenant and i.import_no = @ImportNo);

-- name: TicketsKnown
select t.ticket_id
  from openjson(@Ids) with (ticket_id nvarchar(64) '$') q
  join tickets t on t.ticket_id = q.ticket_id collate Latin1_General_100_BIN2;
