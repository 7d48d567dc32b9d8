-- A citizen calls again about a matter that has a ticket: what he said, or that he asked for it, is a step of that ticket, and the draft
-- of his call points to it.
alter table tickets add column earlier_ticket text null;
alter table tickets add column expedited integer not null default 0;
alter table tickets add column expedited_at text null;
alter table ticket_steps add column follow_up text null;
alter table ticket_steps add column call_id text null;
