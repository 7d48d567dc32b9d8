-- Imports of old tickets: what is left to import stands with the import until it is done, so that a restart goes on; then only the report stays.
create table ticket_imports (
    tenant      text collate "C" not null,
    import_no   int not null,
    made_at     timestamptz(3) not null,
    made_by     text collate "C" not null,
    file_name   text not null,
    file_hash   text collate "C" not null,
    rows_in_all int not null,
    content     text not null,
    report      text not null,
    next_row    int not null,
    added       int not null,
    known       int not null,
    failed      int not null,
    done_at     timestamptz(3) null,
    constraint ticket_imports_key primary key (tenant, import_no)
);

-- Files of a case. Their bytes lie sealed beside the database, by the name in place.
create table ticket_attachments (
    ticket_id     text collate "C" not null constraint ticket_attachments_ticket references tickets (ticket_id),
    attachment_no int not null,
    tenant        text collate "C" not null,
    name          text not null,
    kind          text collate "C" not null,
    size          bigint not null,
    hash          text collate "C" not null,
    note          text not null,
    place         text collate "C" not null,
    added_by      text collate "C" not null,
    unit          text collate "C" null,
    added_at      timestamptz(3) not null,
    constraint ticket_attachments_key primary key (ticket_id, attachment_no)
);
