-- Who asked to be called back, and who did it. The floor does not write these columns.
alter table calls add
    called_back_at datetimeoffset(3) null,
    called_back_by nvarchar(64) collate Latin1_General_100_BIN2 null;
create index calls_call_back on calls (tenant, invited_at) where terminal_state = 'callBack';
