-- Each entry of the audit holds the hash of the one before (AuditChain): what is changed, taken out or put in shows. Entries of before
-- are chained when the first new one comes.
alter table audit add result nvarchar(64) collate Latin1_General_100_BIN2 not null constraint audit_result default N'';
alter table audit add detail nvarchar(max) not null constraint audit_detail default N'';
alter table audit add seq bigint null;
alter table audit add hash nvarchar(64) collate Latin1_General_100_BIN2 null;
create unique index audit_seq on audit (tenant, seq) where seq is not null;

create table audit_heads (
    tenant nvarchar(16) collate Latin1_General_100_BIN2 not null constraint audit_heads_key primary key,
    seq    bigint not null,
    hash   nvarchar(64) collate Latin1_General_100_BIN2 not null
);
