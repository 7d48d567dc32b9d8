-- name: SchemaVersionsCreate
if object_id(N'schema_versions', N'U') is null
    create table schema_versions (
        version    int not null constraint schema_versions_key primary key,
        name       nvarchar(200) not null,
        checksum   nvarchar(64) not null,
        applied_at datetimeoffset(3) not null
    );

-- name: SchemaLock
-- Two servers that start at once: the second waits here, then finds everything applied.
exec sp_getapplock @Resource = N'hotline-schema', @LockMode = N'Exclusive', @LockOwner = N'Transaction', @LockTimeout = 60000;
