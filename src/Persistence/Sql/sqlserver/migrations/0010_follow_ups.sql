-- A citizen calls again about a matter that has a ticket: what he said, or that he asked for it, is a step of that ticket, and the draft
-- of his call points to it.
alter table tickets add earlier_ticket nvarchar(64) collate Latin1_General_100_BIN2 null;
alter table tickets add expedited int not null constraint tickets_expedited default 0;
alter table tickets add expedited_at datetimeoffset(3) null;
alter table ticket_steps add follow_up nvarchar(64) collate Latin1_General_100_BIN2 null;
alter table ticket_steps add call_id nvarchar(64) collate Latin1_General_100_BIN2 null;
