-- name: CallUpsert
-- Of two revisions the newer one stays, in whatever order they come. The outcome is not the floor's to write.
insert into calls (
    call_id, tenant, node, linked_id, trunk, dialled, number_name, merge_mode, caller_number, caller_sent, sip_call_id,
    agent_id, ticket_id, invited_at, answered_by_system_at, human_asked_at, queued_at, agent_answered_at,
    announcement_ended_at, ended_at, ended_by, terminal_state, recorded, party_target, party_answered_at,
    revision)
values (
    @CallId, @Tenant, @Node, @LinkedId, @Trunk, @Dialled, @NumberName, @MergeMode, @CallerNumber, @CallerSent, @SipCallId,
    @AgentId, @TicketId, @InvitedAt, @AnsweredBySystemAt, @HumanAskedAt, @QueuedAt, @AgentAnsweredAt,
    @AnnouncementEndedAt, @EndedAt, @EndedBy, @TerminalState, @Recorded, @PartyTarget, @PartyAnsweredAt,
    @Revision)
on conflict (call_id) do update set
    trunk = excluded.trunk, dialled = excluded.dialled, number_name = excluded.number_name,
    merge_mode = excluded.merge_mode, caller_number = excluded.caller_number, caller_sent = excluded.caller_sent,
    sip_call_id = excluded.sip_call_id, agent_id = coalesce(excluded.agent_id, calls.agent_id), ticket_id = excluded.ticket_id,
    invited_at = excluded.invited_at, answered_by_system_at = excluded.answered_by_system_at,
    human_asked_at = excluded.human_asked_at, queued_at = excluded.queued_at,
    agent_answered_at = coalesce(calls.agent_answered_at, excluded.agent_answered_at), announcement_ended_at = excluded.announcement_ended_at,
    ended_at = excluded.ended_at, ended_by = excluded.ended_by, terminal_state = excluded.terminal_state,
    recorded = excluded.recorded, party_target = excluded.party_target,
    party_answered_at = excluded.party_answered_at, revision = excluded.revision
where excluded.revision > calls.revision;

-- name: CallRingInsert
insert into call_rings (call_id, ring_no, agent_id, offered_at, ended_at, result)
values (@CallId, @RingNo, @AgentId, @OfferedAt, @EndedAt, @Result)
on conflict (call_id, ring_no) do nothing;

-- name: CallLegUpsert
-- What is known of a leg stays known, in whatever order its news come.
insert into call_legs (
    call_id, leg, role, agent_id, number, trunk, started_at, rang_at, answered_at, ended_at, cause)
values (
    @CallId, @Leg, @Role, @AgentId, @Number, @Trunk, @StartedAt, @RangAt, @AnsweredAt, @EndedAt, @Cause)
on conflict (call_id, leg) do update set
    rang_at = coalesce(call_legs.rang_at, excluded.rang_at),
    answered_at = coalesce(call_legs.answered_at, excluded.answered_at),
    ended_at = coalesce(call_legs.ended_at, excluded.ended_at),
    cause = coalesce(call_legs.cause, excluded.cause);

-- name: CallFind
select call_id as CallId, tenant as Tenant, node as Node, linked_id as LinkedId, trunk as Trunk,
       dialled as Dialled, number_name as NumberName, merge_mode as MergeMode, caller_number as CallerNumber, caller_sent as CallerSent,
       sip_call_id as SipCallId, agent_id as AgentId, ticket_id as TicketId, invited_at as InvitedAt,
       answered_by_system_at as AnsweredBySystemAt, human_asked_at as HumanAskedAt, queued_at as QueuedAt,
       agent_answered_at as AgentAnsweredAt, announcement_ended_at as AnnouncementEndedAt, ended_at as EndedAt,
       ended_by as EndedBy, terminal_state as TerminalState, recorded as Recorded, party_target as PartyTarget,
       party_answered_at as PartyAnsweredAt, revision as Revision, outcome as Outcome
  from calls
 where call_id = @CallId;

-- name: CallIsKnown
select count(*)
  from calls
 where node = @Node
   and linked_id = @LinkedId;

-- name: CallOfSip
select count(*)
  from calls
 where tenant = @Tenant
   and invited_at >= @Since
   and sip_call_id = @SipCallId;

-- name: CallRings
select call_id as CallId, ring_no as RingNo, agent_id as AgentId, offered_at as OfferedAt, ended_at as EndedAt, result as Result
  from call_rings
 where call_id = @CallId
 order by ring_no;

-- name: CallLegs
select call_id as CallId, leg as Leg, role as Role, agent_id as AgentId, number as Number, trunk as Trunk,
       started_at as StartedAt, rang_at as RangAt, answered_at as AnsweredAt, ended_at as EndedAt, cause as Cause
  from call_legs
 where call_id = @CallId;

-- name: CallsOfCaller
select c.call_id as CallId, c.dialled as Dialled, c.number_name as NumberName, c.invited_at as InvitedAt, c.agent_id as AgentId,
       coalesce(c.outcome, t.outcome) as Outcome, coalesce(t.title, '') as Title
  from calls c
  left join tickets t on t.ticket_id = c.ticket_id
 where c.tenant = @Tenant
   and c.caller_number = @Caller
 order by c.invited_at desc
 limit @Max;

-- name: CallTalksOfCaller
select l.call_id as CallId, l.agent_id as AgentId
  from calls c
  join call_legs l on l.call_id = c.call_id
 where c.tenant = @Tenant
   and c.caller_number = @Caller
   and l.agent_id is not null
   and l.answered_at is not null
 order by c.invited_at desc, l.answered_at desc
 limit @Max;

-- name: CallsOfCallerCount
select count(*)
  from calls
 where tenant = @Tenant
   and caller_number = @Caller
   and invited_at >= @Since;

-- name: CallHandlers
select caller_number as Caller, agent_id as AgentId, ended_at as EndedAt
  from calls
 where tenant = @Tenant
   and invited_at >= @Since
   and terminal_state = 'answered'
   and caller_number <> ''
   and agent_id is not null
   and ended_at is not null
 order by invited_at desc
 limit @Max;

-- name: CallsOfDay
select call_id as CallId, dialled as Dialled, number_name as NumberName, caller_number as Caller, human_asked_at as HumanAskedAt,
       agent_answered_at as AgentAnsweredAt, ended_at as EndedAt, terminal_state as TerminalState, outcome as Outcome
  from calls
 where tenant = @Tenant
   and invited_at >= @Since
 order by invited_at desc
 limit @Max;

-- name: CallsGivenUp
select caller_number as Caller, queued_at as QueuedAt, ended_at as EndedAt
  from calls
 where tenant = @Tenant
   and invited_at >= @InvitedSince
   and ended_at >= @Since
   and terminal_state = 'abandoned'
   and caller_number <> ''
   and queued_at is not null
 order by invited_at
 limit @Max;

-- name: CallsUnfinished
select call_id as CallId, tenant as Tenant, node as Node, linked_id as LinkedId, trunk as Trunk,
       dialled as Dialled, number_name as NumberName, merge_mode as MergeMode, caller_number as CallerNumber, caller_sent as CallerSent,
       sip_call_id as SipCallId, agent_id as AgentId, ticket_id as TicketId, invited_at as InvitedAt,
       answered_by_system_at as AnsweredBySystemAt, human_asked_at as HumanAskedAt, queued_at as QueuedAt,
       agent_answered_at as AgentAnsweredAt, announcement_ended_at as AnnouncementEndedAt, ended_at as EndedAt,
       ended_by as EndedBy, terminal_state as TerminalState, recorded as Recorded, party_target as PartyTarget,
       party_answered_at as PartyAnsweredAt, revision as Revision, outcome as Outcome
  from calls
 where terminal_state is null
 order by invited_at
 limit @Max;

-- name: CallClose
-- A record of the floor that comes after all is newer: the revision stays.
update calls
   set ended_at = @At,
       ended_by = 'system',
       terminal_state = case
           when agent_answered_at is not null then 'answered'
           when party_answered_at is not null then 'answeredByParty'
           else 'abandoned' end
 where call_id = @CallId
   and terminal_state is null;

-- name: CallOutcomeSet
update calls
   set outcome = @Outcome
 where call_id = @CallId;

-- name: CallBacksDue
-- Of several wishes of one caller the last; none where he got through meanwhile.
select c.call_id as CallId, c.caller_number as Caller, c.dialled as Dialled, c.number_name as NumberName,
       c.queued_at as QueuedAt, c.ended_at as EndedAt
  from calls c
 where c.tenant = @Tenant
   and c.invited_at >= @Since
   and c.terminal_state = 'callBack'
   and c.called_back_at is null
   and not exists (
       select 1
         from calls l
        where l.tenant = c.tenant
          and l.caller_number = c.caller_number
          and l.invited_at > c.invited_at
          and l.terminal_state in ('answered', 'answeredByParty', 'servedByFallback', 'callBack'))
 order by c.invited_at
 limit @Max;

-- name: CallBackDone
update calls
   set called_back_at = @At,
       called_back_by = @By
 where call_id = @CallId
   and terminal_state = 'callBack'
   and called_back_at is null;

-- name: UnknownNumbers
-- Numbers that stood in no list when they were dialled, the most dialled first.
select trunk as Trunk, dialled as Dialled, count(*) as Calls, min(invited_at) as FirstAt, max(invited_at) as LastAt
  from calls
 where tenant = @Tenant
   and number_name = @Name
   and invited_at >= @Since
 group by trunk, dialled
 order by count(*) desc, dialled
 limit @Max;
