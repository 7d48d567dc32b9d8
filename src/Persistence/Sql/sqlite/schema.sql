-- name: SchemaVersionsCreate
create table if not exists schema_versions (
    version    integer not null primary key,
    name       text    not null,
    checksum   text    not null,
    applied_at text    not null
);

-- name: SchemaLock
-- A write transaction of SQLite holds the whole database already.
select 1;
