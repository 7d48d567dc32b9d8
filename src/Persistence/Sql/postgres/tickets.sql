-- name: TicketHold
-- Reads what a save compares with, and keeps others out until the transaction ends.
select row_no as RowNo, version as Version, search_text as SearchText
  from tickets
 where ticket_id = @TicketId
   for no key update;

-- name: TicketsByWords
-- "offset 0" keeps the loops as they stand: the rarest pair leads, newest first. "1 = (select 1 …)" and not "exists", which
-- may be turned into a join that reads the whole list of a pair.
select d.row_no
  from (select l.row_no from search_terms l where l.kind = 1 and l.term = @First order by l.row_no desc offset 0) d
 where (@Second = @First or 1 = (select 1 from search_terms x where x.kind = 1 and x.term = @Second and x.row_no = d.row_no))
   and (@Third = @First or 1 = (select 1 from search_terms x where x.kind = 1 and x.term = @Third and x.row_no = d.row_no))
   and 1 = (select 1
              from tickets t
             where t.row_no = d.row_no
               and t.tenant = @Tenant
               and (@Reach = 2 or t.agent_id = @Who or t.ticket_id = @Writing or (t.state <> 'draft'
                    and (exists (select 1 from ticket_units u where u.ticket_id = t.ticket_id and u.unit = @Unit)
                         or (t.confidential = @No and (@Reach = 1 or t.caller_number = @Talking)))))
               and (@State is null or t.state = @State)
               and (@Word is null or strpos(t.search_text, @Word) > 0)
               and (@MoreWords = '[]' or not exists (
                   select 1 from json_array_elements_text(cast(@MoreWords as json)) w where strpos(t.search_text, w.value) = 0)))
 order by d.row_no desc
 limit @Max;

-- name: TicketsByWordsOfState
-- For a state that few tickets are in: they lead the search, and their pairs are looked up.
select t.row_no
  from tickets t
 where t.tenant = @Tenant
   and (@Reach = 2 or t.agent_id = @Who or t.ticket_id = @Writing or (t.state <> 'draft'
        and (exists (select 1 from ticket_units u where u.ticket_id = t.ticket_id and u.unit = @Unit)
             or (t.confidential = @No and (@Reach = 1 or t.caller_number = @Talking)))))
   and t.state = @State
   and 1 = (select 1 from search_terms x where x.kind = 1 and x.term = @First and x.row_no = t.row_no)
   and (@Second = @First or 1 = (select 1 from search_terms x where x.kind = 1 and x.term = @Second and x.row_no = t.row_no))
   and (@Third = @First or 1 = (select 1 from search_terms x where x.kind = 1 and x.term = @Third and x.row_no = t.row_no))
   and (@Word is null or strpos(t.search_text, @Word) > 0)
   and (@MoreWords = '[]' or not exists (
       select 1 from json_array_elements_text(cast(@MoreWords as json)) w where strpos(t.search_text, w.value) = 0))
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
   and strpos(t.search_text, @Word) > 0
   and (@MoreWords = '[]' or not exists (
       select 1 from json_array_elements_text(cast(@MoreWords as json)) w where strpos(t.search_text, w.value) = 0))
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
  from tickets t
 where t.row_no = any (array(select cast(q.value as bigint) from json_array_elements_text(cast(@RowNos as json)) q))
 order by t.row_no desc;
