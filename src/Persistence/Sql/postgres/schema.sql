-- name: SchemaVersionsCreate
create table if not exists schema_versions (
    version    int  not null constraint schema_versions_key primary key,
    name       text not null,
    checksum   text not null,
    applied_at timestamptz(3) not null
);

-- name: SchemaLock
-- Two servers that start at once: the second waits here, then finds everything applied. The end of the transaction gives it back.
select pg_advisory_xact_lock(hashtext('hotline-schema'));
