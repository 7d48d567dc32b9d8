-- name: SchemaVersions
select version as Version, name as Name, checksum as Checksum
  from schema_versions
 order by version;

-- name: SchemaVersionInsert
insert into schema_versions (version, name, checksum, applied_at)
values (@Version, @Name, @Checksum, @AppliedAt);
