-- Imports of old tickets: what is left to import stands with the import until it is done, so that a restart goes on; then only the report stays.
create table ticket_imports (
    tenant      text not null,
    import_no   integer not null,
    made_at     text not null,
    made_by     text not null,
    file_name   text not null,
    file_hash   text not null,
    rows_in_all integer not null,
    content     text not null,
    report      text not null,
    next_row    integer not null,
    added       integer not null,
    known       integer not null,
    failed      integer not null,
    done_at     text null,
    constraint ticket_imports_key primary key (tenant, import_no)
) without rowid;

-- Files of a case. Their bytes lie sealed beside the database, by the name in place.
create table ticket_attachments (
    ticket_id     text not null references tickets (ticket_id),
    attachment_no integer not null,
    tenant        text not null,
    name          text not null,
    kind          text not null,
    size          integer not null,
    hash          text not null,
    note          text not null,
    place         text not null,
    added_by      text not null,
    unit          text null,
    added_at      text not null,
    constraint ticket_attachments_key primary key (ticket_id, attachment_no)
) without rowid;
