-- name: TicketOpen
-- The first telling makes the draft; a later one with an agent hands it over, the latest telling wins.
insert into tickets (
    ticket_id, tenant, version, last_step, state, ticket_number, channel, call_id, caller_number, dialled,
    agent_id, agent_since, demand_type, category, unit, requester_kind, urgency, confidential, contact_number,
    outcome, reason_code, created_at, saved_at, accepted_at, title, place, requester_name, summary, body,
    search_text)
values (
    @TicketId, @Tenant, @Version, @LastStep, @State, @TicketNumber, @Channel, @CallId, @CallerNumber, @Dialled,
    @AgentId, @AgentSince, @DemandType, @Category, @Unit, @RequesterKind, @Urgency, @Confidential,
    @ContactNumber, @Outcome, @ReasonCode, @CreatedAt, @SavedAt, @AcceptedAt, @Title, @Place, @RequesterName,
    @Summary, @Body, '')
on conflict (ticket_id) do nothing;
insert into ticket_steps (ticket_id, step_no, who, role, from_state, to_state, at, reason)
values (@TicketId, 1, @Who, @Role, null, @State, @CreatedAt, '')
on conflict (ticket_id, step_no) do nothing;
update tickets
   set agent_id = @AgentId, agent_since = @AgentSince
 where ticket_id = @TicketId
   and state = 'draft'
   and (agent_since is null or agent_since < @AgentSince);

-- name: TicketStepInsert
insert into ticket_steps (ticket_id, step_no, who, role, from_state, to_state, at, reason, follow_up, call_id, verb, unit,
                          timers_before, timers_after)
values (@TicketId, @StepNo, @Who, @Role, @FromState, @ToState, @At, @Reason, @FollowUp, @CallId, @Verb, @Unit, @TimersBefore, @TimersAfter);

-- name: TicketNumberDraw
insert into ticket_numbers (area_code, city_date, channel, last_no)
values (@AreaCode, @CityDate, @Channel, 1)
on conflict (area_code, city_date, channel) do update set last_no = ticket_numbers.last_no + 1
returning last_no;

-- name: TicketsOfStateCount
-- How many tickets are in a state, counted no further than @Max.
select count(*)
  from (select 1 from tickets t where t.tenant = @Tenant and t.state = @State limit @Max) c;

-- name: TicketLoad
select ticket_id as TicketId, tenant as Tenant, version as Version, last_step as LastStep, state as State,
       ticket_number as TicketNumber, channel as Channel, call_id as CallId, caller_number as CallerNumber,
       dialled as Dialled, agent_id as AgentId, demand_type as DemandType, category as Category, unit as Unit,
       requester_kind as RequesterKind, urgency as Urgency, confidential as Confidential,
       contact_number as ContactNumber, outcome as Outcome, reason_code as ReasonCode, created_at as CreatedAt,
       saved_at as SavedAt, accepted_at as AcceptedAt, title as Title, place as Place,
       requester_name as RequesterName, summary as Summary, body as Body, earlier_ticket as EarlierTicket,
       expedited as Expedited, expedited_at as ExpeditedAt, accused_unit as AccusedUnit
  from tickets
 where ticket_id = @TicketId;

-- name: TicketUpdate
-- The owner is set here only where there is none yet: TicketOpen hands a draft over, saving does not.
update tickets
   set version = @Version, last_step = @LastStep, state = @State, ticket_number = @TicketNumber,
       demand_type = @DemandType, category = @Category, unit = @Unit, requester_kind = @RequesterKind,
       urgency = @Urgency, confidential = @Confidential, contact_number = @ContactNumber, outcome = @Outcome,
       reason_code = @ReasonCode, saved_at = @SavedAt, accepted_at = @AcceptedAt, title = @Title,
       place = @Place, requester_name = @RequesterName, summary = @Summary, body = @Body,
       agent_id = coalesce(agent_id, @AgentId), search_text = @SearchText, earlier_ticket = @EarlierTicket,
       expedited = @Expedited, expedited_at = @ExpeditedAt, accused_unit = @AccusedUnit
 where ticket_id = @TicketId
   and version = @ExpectedVersion;

-- name: TicketSteps
select ticket_id as TicketId, step_no as StepNo, who as Who, role as Role, from_state as FromState, to_state as ToState,
       at as At, reason as Reason, follow_up as FollowUp, call_id as CallId,
       verb as Verb, unit as Unit, timers_before as TimersBefore, timers_after as TimersAfter
  from ticket_steps
 where ticket_id = @TicketId
 order by step_no;

-- name: TicketsByNumber
select t.row_no
  from tickets t
 where t.ticket_number = @Number
   and t.tenant = @Tenant
   and (@Reach = 2 or t.agent_id = @Who or t.ticket_id = @Writing or (t.state <> 'draft'
        and (exists (select 1 from ticket_units u where u.ticket_id = t.ticket_id and u.unit = @Unit)
             or (t.confidential = @No and (@Reach = 1 or t.caller_number = @Talking)))))
   and (@State is null or t.state = @State)
 limit @Max;

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
 limit @Max;

-- name: TicketsByTelephone
select r.row_no
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
 order by r.row_no desc
 limit @Max;

-- name: TicketsByState
select t.row_no
  from tickets t
 where t.tenant = @Tenant
   and (@Reach = 2 or t.agent_id = @Who or t.ticket_id = @Writing or (t.state <> 'draft'
        and (exists (select 1 from ticket_units u where u.ticket_id = t.ticket_id and u.unit = @Unit)
             or (t.confidential = @No and (@Reach = 1 or t.caller_number = @Talking)))))
   and t.state = @State
 order by t.row_no desc
 limit @Max;

-- name: TicketsNewest
select t.row_no
  from tickets t
 where t.tenant = @Tenant
   and (@Reach = 2 or t.agent_id = @Who or t.ticket_id = @Writing or (t.state <> 'draft'
        and (exists (select 1 from ticket_units u where u.ticket_id = t.ticket_id and u.unit = @Unit)
             or (t.confidential = @No and (@Reach = 1 or t.caller_number = @Talking)))))
 order by t.row_no desc
 limit @Max;

-- name: TicketDraftsOfAgent
select t.row_no as RowNo, t.ticket_id as TicketId
  from tickets t
 where t.tenant = @Tenant
   and t.agent_id = @AgentId
   and t.state = 'draft'
 order by t.row_no desc
 limit @Max;

-- name: TicketsOfCaller
select t.row_no
  from tickets t
 where t.tenant = @Tenant
   and (@Reach = 2 or t.agent_id = @Who or t.ticket_id = @Writing or (t.state <> 'draft'
        and (exists (select 1 from ticket_units u where u.ticket_id = t.ticket_id and u.unit = @Unit)
             or (t.confidential = @No and (@Reach = 1 or t.caller_number = @Talking)))))
   and t.caller_number = @Caller
 order by t.row_no desc
 limit @Max;

-- name: TicketOfUnit
select count(*)
  from ticket_units u
 where u.ticket_id = @TicketId
   and u.unit = @Unit;
