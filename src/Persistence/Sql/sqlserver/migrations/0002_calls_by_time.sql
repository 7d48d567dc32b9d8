-- The calls of a span of days, for reports and for the memory of callers.
create index calls_by_time on calls (tenant, invited_at);
