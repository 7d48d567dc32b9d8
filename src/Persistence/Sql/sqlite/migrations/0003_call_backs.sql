-- Who asked to be called back, and who did it. The floor does not write these columns.
alter table calls add column called_back_at text null;
alter table calls add column called_back_by text null;
create index calls_call_back on calls (tenant, invited_at) where terminal_state = 'callBack';
