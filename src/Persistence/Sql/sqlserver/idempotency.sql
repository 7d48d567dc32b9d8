-- name: IdempotencyAdd
insert into idempotency (request_id, who, at, status, answer)
select @RequestId, @Who, @At, @Status, @Answer
 where not exists (select 1 from idempotency k with (updlock, serializable) where k.request_id = @RequestId);

-- name: IdempotencyFind
select request_id as RequestId, who as Who, at as At, status as Status, answer as Answer
  from idempotency
 where request_id = @RequestId;

-- name: IdempotencyForget
delete from idempotency
 where at < @Before;
