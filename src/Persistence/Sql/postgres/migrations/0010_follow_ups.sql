-- A citizen calls again about a matter that has a ticket: what he said, or that he asked for it, is a step of that ticket, and the draft
-- of his call points to it.
alter table tickets add column earlier_ticket text collate "C" null;
alter table tickets add column expedited int not null constraint tickets_expedited default 0;
alter table tickets add column expedited_at timestamptz(3) null;
alter table ticket_steps add column follow_up text collate "C" null;
alter table ticket_steps add column call_id text collate "C" null;
