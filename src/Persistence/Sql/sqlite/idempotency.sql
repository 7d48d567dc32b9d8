-- name: IdempotencyAdd
insert into idempotency (request_id, who, at, status, answer)
values (@RequestId, @Who, @At, @Status, @Answer)
on conflict (request_id) do nothing;

-- name: IdempotencyFind
select request_id as RequestId, who as Who, at as At, status as Status, answer as Answer
  from idempotency
 where request_id = @RequestId;

-- name: IdempotencyForget
delete from idempotency
 where at < @Before;
