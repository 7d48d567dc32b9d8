-- Nothing ever wrote here.
drop table idempotency;
