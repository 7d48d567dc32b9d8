-- name: CallUpsert
-- Of two revisions the newer one stays, in whatever order they come. The outcome is not the floor's to write.
update calls with (updlock, serializable)
   set
       trunk = @Trunk, dialled = @Dialled, number_name = @NumberName, merge_mode = @MergeMode,
       caller_number = @CallerNumber, caller_sent = @CallerSent, sip_call_id = @SipCallId, agent_id = coalesce(@AgentId, agent_id), ticket_id = @TicketId,
       invited_at = @InvitedAt, answered_by_system_at = @AnsweredBySystemAt, human_asked_at = @HumanAskedAt,
       queued_at = @QueuedAt, agent_answered_at = coalesce(agent_answered_at, @AgentAnsweredAt),
       announcement_ended_at = @AnnouncementEndedAt, ended_at = @EndedAt, ended_by = @EndedBy,
       terminal_state = @TerminalState, recorded = @Recorded, party_target = @PartyTarget,
       party_answered_at = @PartyAnsweredAt, revision = @Revision
 where call_id = @CallId
   and revision < @Revision;
if @@rowcount = 0
    insert into calls (
        call_id, tenant, node, linked_id, trunk, dialled, number_name, merge_mode, caller_number, caller_sent, sip_call_id,
        agent_id, ticket_id, invited_at, answered_by_system_at, human_asked_at, queued_at, agent_answered_at,
        announcement_ended_at, ended_at, ended_by, terminal_state, recorded, party_target, party_answered_at,
        revision)
    select
        @CallId, @Tenant, @Node, @LinkedId, @Trunk, @Dialled, @NumberName, @MergeMode, @CallerNumber, @CallerSent,
        @SipCallId, @AgentId, @TicketId, @InvitedAt, @AnsweredBySystemAt, @HumanAskedAt, @QueuedAt,
        @AgentAnsweredAt, @AnnouncementEndedAt, @EndedAt, @EndedBy, @TerminalState, @Recorded, @PartyTarget,
        @PartyAnsweredAt, @Revision
     where not exists (select 1 from calls k with (updlock, serializable) where k.call_id = @CallId);

-- name: CallRingInsert
insert into call_rings (call_id, ring_no, agent_id, offered_at, ended_at, result)
select @CallId, @RingNo, @AgentId, @OfferedAt, @EndedAt, @Result
 where not exists (
    select 1 from call_rings r with (updlock, serializable) where r.call_id = @CallId and r.ring_no = @RingNo);

-- name: CallLegUpsert
-- What is known of a leg stays known, in whatever order its news come.
update call_legs with (updlock, serializable)
   set
       rang_at = coalesce(rang_at, @RangAt), answered_at = coalesce(answered_at, @AnsweredAt),
       ended_at = coalesce(ended_at, @EndedAt), cause = coalesce(cause, @Cause)
 where call_id = @CallId
   and leg = @Leg;
if @@rowcount = 0
    insert into call_legs (
        call_id, leg, role, agent_id, number, trunk, started_at, rang_at, answered_at, ended_at, cause)
    values (
        @CallId, @Leg, @Role, @AgentId, @Number, @Trunk, @StartedAt, @RangAt, @AnsweredAt, @EndedAt, @Cause);

-- name: CallsOfCaller
select c.call_id as CallId, c.dialled as Dialled, c.number_name as NumberName, c.invited_at as InvitedAt, c.agent_id as AgentId,
       coalesce(c.outcome, t.outcome) as Outcome, coalesce(t.title, '') as Title
  from calls c
  left join tickets t on t.ticket_id = c.ticket_id
 where c.tenant = @Tenant
   and c.caller_number = @Caller
 order by c.invited_at desc
 offset 0 rows fetch next @Max rows only;

-- name: CallTalksOfCaller
select l.call_id as CallId, l.agent_id as AgentId
  from calls c
  join call_legs l on l.call_id = c.call_id
 where c.tenant = @Tenant
   and c.caller_number = @Caller
   and l.agent_id is not null
   and l.answered_at is not null
 order by c.invited_at desc, l.answered_at desc
 offset 0 rows fetch next @Max rows only;

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
 offset 0 rows fetch next @Max rows only;

-- name: CallsOfDay
select call_id as CallId, dialled as Dialled, number_name as NumberName, caller_number as Caller, human_asked_at as HumanAskedAt,
       agent_answered_at as AgentAnsweredAt, ended_at as EndedAt, terminal_state as TerminalState, outcome as Outcome
  from calls
 where tenant = @Tenant
   and invited_at >= @Since
 order by invited_at desc
 offset 0 rows fetch next @Max rows only;

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
 offset 0 rows fetch next @Max rows only;

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
 offset 0 rows fetch next @Max rows only;

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
 offset 0 rows fetch next @Max rows only;

-- name: UnknownNumbers
-- Numbers that stood in no list when they were dialled, the most dialled first.
select top (@Max) trunk as Trunk, dialled as Dialled, count(*) as Calls, min(invited_at) as FirstAt, max(invited_at) as LastAt
  from calls
 where tenant = @Tenant
   and number_name = @Name
   and invited_at >= @Since
 group by trunk, dialled
 order by count(*) desc, dialled;
