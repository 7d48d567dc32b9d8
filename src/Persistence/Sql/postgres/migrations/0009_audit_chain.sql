-- Each entry of the audit holds the hash of the one before (AuditChain): what is changed, taken out or put in shows. Entries of before
-- are chained when the first new one comes.
alter table audit add column result text collate "C" not null constraint audit_result default '';
alter table audit add column detail text not null constraint audit_detail default '';
alter table audit add column seq bigint null;
alter table audit add column hash text collate "C" null;
create unique index audit_seq on audit (tenant, seq);

create table audit_heads (
    tenant text collate "C" not null constraint audit_heads_key primary key,
    seq    bigint not null,
    hash   text collate "C" not null
);
