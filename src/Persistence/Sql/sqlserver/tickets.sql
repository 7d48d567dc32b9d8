-- name: TicketOpen
-- The first telling makes the draft; a later one with an agent hands it over, the latest telling wins.
insert into tickets (
    ticket_id, tenant, version, last_step, state, ticket_number, channel, call_id, caller_number, dialled,
    agent_id, agent_since, demand_type, category, unit, requester_kind, urgency, confidential, contact_number,
    outcome, reason_code, created_at, saved_at, accepted_at, title, place, requester_name, summary, body,
    search_text)
select
    @TicketId, @Tenant, @Version, @LastStep, @State, @TicketNumber, @Channel, @CallId, @CallerNumber, @Dialled,
    @AgentId, @AgentSince, @DemandType, @Category, @Unit, @RequesterKind, @Urgency, @Confidential,
    @ContactNumber, @Outcome, @ReasonCode, @CreatedAt, @SavedAt, @AcceptedAt, @Title, @Place, @RequesterName,
    @Summary, @Body, ''
 where not exists (select 1 from tickets k with (updlock, serializable) where k.ticket_id = @TicketId);
insert into ticket_steps (ticket_id, step_no, who, role, from_state, to_state, at, reason)
select @TicketId, 1, @Who, @Role, null, @State, @CreatedAt, N''
 where not exists (
    select 1 from ticket_steps s with (updlock, serializable) where s.ticket_id = @TicketId and s.step_no = 1);
update tickets
   set agent_id = @AgentId, agent_since = @AgentSince
 where ticket_id = @TicketId
   and state = 'draft'
   and (agent_since is null or agent_since < @AgentSince);

-- name: TicketHold
-- Reads what a save compares with, and keeps others out until the transaction ends.
select row_no as RowNo, version as Version, search_text as SearchText
  from tickets with (updlock, rowlock)
 where ticket_id = @TicketId;

-- name: TicketNumberDraw
declare @drawn table (last_no int not null);
update ticket_numbers with (updlock, serializable)
   set last_no = last_no + 1
output inserted.last_no into @drawn (last_no)
 where area_code = @AreaCode
   and city_date = @CityDate
   and channel = @Channel;
if @@rowcount = 0
    insert into ticket_numbers (area_code, city_date, channel, last_no)
    output inserted.last_no into @drawn (last_no)
    values (@AreaCode, @CityDate, @Channel, 1);
select last_no from @drawn;

-- name: TicketsByWords
select top (@Max) t.row_no
  from search_terms d
  join tickets t on t.row_no = d.row_no
 where d.kind = 1 and d.term = @First
   and (@Second = @First or exists (select 1 from search_terms x where x.kind = 1 and x.term = @Second and x.row_no = d.row_no))
   and (@Third = @First or exists (select 1 from search_terms x where x.kind = 1 and x.term = @Third and x.row_no = d.row_no))
   and t.tenant = @Tenant
   and (@Reach = 2 or t.agent_id = @Who or t.ticket_id = @Writing or (t.state <> 'draft'
        and (exists (select 1 from ticket_units u where u.ticket_id = t.ticket_id and u.unit = @Unit)
             or (t.confidential = @No and (@Reach = 1 or t.caller_number = @Talking)))))
   and (@State is null or t.state = @State)
   and (@Word is null or charindex(@Word, t.search_text) > 0)
   and (@MoreWords = N'[]' or not exists (select 1 from openjson(@MoreWords) w where charindex(w.value collate Latin1_General_100_BIN2, t.search_text) = 0))
 order by d.row_no desc;

-- name: TicketsByWordsOfState
-- For a state that few tickets are in: they lead the search, and their pairs are looked up.
select top (@Max) t.row_no
  from tickets t
 where t.tenant = @Tenant
   and (@Reach = 2 or t.agent_id = @Who or t.ticket_id = @Writing or (t.state <> 'draft'
        and (exists (select 1 from ticket_units u where u.ticket_id = t.ticket_id and u.unit = @Unit)
             or (t.confidential = @No and (@Reach = 1 or t.caller_number = @Talking)))))
   and t.state = @State
   and exists (select 1 from search_terms x where x.kind = 1 and x.term = @First and x.row_no = t.row_no)
   and (@Second = @First or exists (select 1 from search_terms x where x.kind = 1 and x.term = @Second and x.row_no = t.row_no))
   and (@Third = @First or exists (select 1 from search_terms x where x.kind = 1 and x.term = @Third and x.row_no = t.row_no))
   and (@Word is null or charindex(@Word, t.search_text) > 0)
   and (@MoreWords = N'[]' or not exists (select 1 from openjson(@MoreWords) w where charindex(w.value collate Latin1_General_100_BIN2, t.search_text) = 0))
 order by t.row_no desc;

-- name: TicketsOfStateCount
-- How many tickets are in a state, counted no further than @Max.
select count(*)
  from (select top (@Max) t.row_no from tickets t where t.tenant = @Tenant and t.state = @State) c;

-- name: TicketsByScan
-- Words of one character have no pair: the texts themselves are read, newest first.
select top (@Max) t.row_no
  from tickets t
 where t.tenant = @Tenant
   and (@Reach = 2 or t.agent_id = @Who or t.ticket_id = @Writing or (t.state <> 'draft'
        and (exists (select 1 from ticket_units u where u.ticket_id = t.ticket_id and u.unit = @Unit)
             or (t.confidential = @No and (@Reach = 1 or t.caller_number = @Talking)))))
   and (@State is null or t.state = @State)
   and charindex(@Word, t.search_text) > 0
   and (@MoreWords = N'[]' or not exists (select 1 from openjson(@MoreWords) w where charindex(w.value collate Latin1_General_100_BIN2, t.search_text) = 0))
 order by t.row_no desc;

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
  from openjson(@RowNos) with (row_no bigint '$') q
  join tickets t on t.row_no = q.row_no
 order by t.row_no desc;

-- name: TicketsByNumber
select top (@Max) t.row_no
  from tickets t
 where t.ticket_number = @Number
   and t.tenant = @Tenant
   and (@Reach = 2 or t.agent_id = @Who or t.ticket_id = @Writing or (t.state <> 'draft'
        and (exists (select 1 from ticket_units u where u.ticket_id = t.ticket_id and u.unit = @Unit)
             or (t.confidential = @No and (@Reach = 1 or t.caller_number = @Talking)))))
   and (@State is null or t.state = @State);

-- name: TicketsByNumberEnd
-- As people read a number to each other: its last digits.
select t.row_no
  from tickets t
 where t.tenant = @Tenant
   and (@Reach = 2 or (@Reach = 1 and t.confidential = @No) or t.agent_id = @Who
        or exists (select 1 from ticket_units u where u.ticket_id = t.ticket_id and u.unit = @Unit))
   and (@State is null or t.state = @State)
   and t.ticket_number like @Number
 order by t.row_no desc
 offset 0 rows fetch next @Max rows only;

-- name: TicketsByTelephone
select top (@Max) r.row_no
  from (select a.row_no, a.state from tickets a where a.tenant = @Tenant and a.caller_number = @Number
                 and (@Reach = 2 or a.agent_id = @Who or a.ticket_id = @Writing or (a.state <> 'draft'
                      and (exists (select 1 from ticket_units u where u.ticket_id = a.ticket_id and u.unit = @Unit)
                           or (a.confidential = @No and (@Reach = 1 or a.caller_number = @Talking)))))
        union
        select b.row_no, b.state from tickets b where b.tenant = @Tenant and b.contact_number = @Number and b.contact_number <> ''
                 and (@Reach = 2 or b.agent_id = @Who or b.ticket_id = @Writing or (b.state <> 'draft'
                      and (exists (select 1 from ticket_units u where u.ticket_id = b.ticket_id and u.unit = @Unit)
                           or (b.confidential = @No and (@Reach = 1 or b.caller_number = @Talking)))))) r
 where (@State is null or r.state = @State)
 order by r.row_no desc;

-- name: TicketsByState
select top (@Max) t.row_no
  from tickets t
 where t.tenant = @Tenant
   and (@Reach = 2 or t.agent_id = @Who or t.ticket_id = @Writing or (t.state <> 'draft'
        and (exists (select 1 from ticket_units u where u.ticket_id = t.ticket_id and u.unit = @Unit)
             or (t.confidential = @No and (@Reach = 1 or t.caller_number = @Talking)))))
   and t.state = @State
 order by t.row_no desc;

-- name: TicketsNewest
select top (@Max) t.row_no
  from tickets t
 where t.tenant = @Tenant
   and (@Reach = 2 or t.agent_id = @Who or t.ticket_id = @Writing or (t.state <> 'draft'
        and (exists (select 1 from ticket_units u where u.ticket_id = t.ticket_id and u.unit = @Unit)
             or (t.confidential = @No and (@Reach = 1 or t.caller_number = @Talking)))))
 order by t.row_no desc;

-- name: TicketDraftsOfAgent
select top (@Max) t.row_no as RowNo, t.ticket_id as TicketId
  from tickets t
 where t.tenant = @Tenant
   and t.agent_id = @AgentId
   and t.state = 'draft'
 order by t.row_no desc;

-- name: TicketsOfCaller
select top (@Max) t.row_no
  from tickets t
 where t.tenant = @Tenant
   and (@Reach = 2 or t.agent_id = @Who or t.ticket_id = @Writing or (t.state <> 'draft'
        and (exists (select 1 from ticket_units u where u.ticket_id = t.ticket_id and u.unit = @Unit)
             or (t.confidential = @No and (@Reach = 1 or t.caller_number = @Talking)))))
   and t.caller_number = @Caller
 order by t.row_no desc;
