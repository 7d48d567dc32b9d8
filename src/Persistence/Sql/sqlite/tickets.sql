-- name: TicketHold
-- Reads what a save compares with; the write transaction keeps others out until it ends.
select row_no as RowNo, version as Version, search_text as SearchText
  from tickets
 where ticket_id = @TicketId;

-- name: TicketsByWords
-- cross join keeps SQLite from turning the loops round: the rarest pair leads, newest first.
select t.row_no
  from search_terms d
 cross join tickets t on t.row_no = d.row_no
 where d.kind = 1 and d.term = @First
   and (@Second = @First or exists (select 1 from search_terms x where x.kind = 1 and x.term = @Second and x.row_no = d.row_no))
   and (@Third = @First or exists (select 1 from search_terms x where x.kind = 1 and x.term = @Third and x.row_no = d.row_no))
   and t.tenant = @Tenant
   and (@Reach = 2 or t.agent_id = @Who or t.ticket_id = @Writing or (t.state <> 'draft'
        and (exists (select 1 from ticket_units u where u.ticket_id = t.ticket_id and u.unit = @Unit)
             or (t.confidential = @No and (@Reach = 1 or t.caller_number = @Talking)))))
   and (@State is null or t.state = @State)
   and (@Word is null or instr(t.search_text, @Word) > 0)
   and (@MoreWords = '[]' or not exists (select 1 from json_each(@MoreWords) w where instr(t.search_text, w.value) = 0))
 order by d.row_no desc
 limit @Max;

-- name: TicketsByWordsOfState
-- For a state that few tickets are in: they lead the search, and their pairs are looked up. "1 = (select 1 …)" and not
-- "exists", since SQLite 3.35 makes "in" of it and then reads the whole list of the pair.
select t.row_no
  from tickets t
 where t.tenant = @Tenant
   and (@Reach = 2 or t.agent_id = @Who or t.ticket_id = @Writing or (t.state <> 'draft'
        and (exists (select 1 from ticket_units u where u.ticket_id = t.ticket_id and u.unit = @Unit)
             or (t.confidential = @No and (@Reach = 1 or t.caller_number = @Talking)))))
   and t.state = @State
   and 1 = (select 1 from search_terms x where x.kind = 1 and x.term = @First and x.row_no = t.row_no)
   and (@Second = @First or exists (select 1 from search_terms x where x.kind = 1 and x.term = @Second and x.row_no = t.row_no))
   and (@Third = @First or exists (select 1 from search_terms x where x.kind = 1 and x.term = @Third and x.row_no = t.row_no))
   and (@Word is null or instr(t.search_text, @Word) > 0)
   and (@MoreWords = '[]' or not exists (select 1 from json_each(@MoreWords) w where instr(t.search_text, w.value) = 0))
 order by t.row_no desc
 limit @Max;

-- name: TicketsByScan
-- Words of one character have no pair: the texts themselves are read, newest first.
select t.row_no
  from tickets t
 where t.tenant = @Tenant
   and (@Reach = 2 or t.agent_id = @Who or t.ticket_id = @Writing or (t.state <> 'draft'
        and (exists (select 1 from ticket_units u where u.ticket_id = t.ticket_id and u.unit = @Unit)
             or (t.confidential = @No and (@Reach = 1 or t.caller_number = @Talking)))))
   and (@State is null or t.state = @State)
   and instr(t.search_text, @Word) > 0
   and (@MoreWords = '[]' or not exists (select 1 from json_each(@MoreWords) w where instr(t.search_text, w.value) = 0))
 order by t.row_no desc
 limit @Max;

-- name: TicketsByRow
select t.ticket_id as TicketId, t.tenant as Tenant, t.version as Version, t.last_step as LastStep,
       t.state as State, t.ticket_number as TicketNumber, t.channel as Channel, t.call_id as CallId,
       t.caller_number as CallerNumber, t.dialled as Dialled, t.agent_id as AgentId,
       t.demand_type as DemandType, t.category as Category, t.unit as Unit, t.requester_kind as RequesterKind,
       t.urgency as Urgency, t.confidential as Confidential, t.contact_number as ContactNumber,
       t.outcome as Outcome, t.reason_code as ReasonCode, t.created_at as CreatedAt, t.saved_at as SavedAt,
       t.accepted_at as AcceptedAt, t.title as Title, t.place as Place, t.requester_name as RequesterName,
       t.summary as Summary, t.body as Body, t.earlier_ticket as EarlierTicket, t.expedited as Expedited,
       t.expedited_at as ExpeditedAt, t.accused_unit as AccusedUnit
  from json_each(@RowNos) q
 cross join tickets t on t.row_no = q.value
 order by t.row_no desc;
