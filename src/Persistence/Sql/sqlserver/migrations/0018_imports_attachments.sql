-- Imports of old tickets: what is left to import stands with the import until it is done, so that a restart goes on; then only the report stays.
create table ticket_imports (
    tenant      nvarchar(16) collate Latin1_General_100_BIN2 not null,
    import_no   int not null,
    made_at     datetimeoffset(3) not null,
    made_by     nvarchar(64) collate Latin1_General_100_BIN2 not null,
    file_name   nvarchar(max) not null,
    file_hash   nvarchar(64) collate Latin1_General_100_BIN2 not null,
    rows_in_all int not null,
    content     nvarchar(max) not null,
    report      nvarchar(max) not null,
    next_row    int not null,
    added       int not null,
    known       int not null,
    failed      int not null,
    done_at     datetimeoffset(3) null,
    constraint ticket_imports_key primary key (tenant, import_no)
);

-- Files of a case. Their bytes lie sealed beside the database, by the name in place.
create table ticket_attachments (
    ticket_id     nvarchar(64) collate Latin1_General_100_BIN2 not null constraint ticket_attachments_ticket references tickets (ticket_id),
    attachment_no int not null,
    tenant        nvarchar(16) collate Latin1_General_100_BIN2 not null,
    name          nvarchar(max) not null,
    kind          nvarchar(64) collate Latin1_General_100_BIN2 not null,
    size          bigint not null,
    hash          nvarchar(64) collate Latin1_General_100_BIN2 not null,
    note          nvarchar(max) not null,
    place         nvarchar(64) collate Latin1_General_100_BIN2 not null,
    added_by      nvarchar(64) collate Latin1_General_100_BIN2 not null,
    unit          nvarchar(64) collate Latin1_General_100_BIN2 null,
    added_at      datetimeoffset(3) not null,
    constraint ticket_attachments_key primary key (ticket_id, attachment_no)
);
