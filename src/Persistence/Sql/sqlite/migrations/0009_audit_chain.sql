-- Each entry of the audit holds the hash of the one before (AuditChain): what is changed, taken out or put in shows. Entries of before
-- are chained when the first new one comes.
alter table audit add column result text not null default '';
alter table audit add column detail text not null default '';
alter table audit add column seq integer null;
alter table audit add column hash text null;
create unique index audit_seq on audit (tenant, seq);

create table audit_heads (
    tenant text    not null primary key,
    seq    integer not null,
    hash   text    not null
) without rowid;
