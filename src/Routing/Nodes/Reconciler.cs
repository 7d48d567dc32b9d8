namespace Hotline.Routing;

/// <summary>
/// Asterisk is the truth about calls. After every (re)connect the floor is laid beside what exists, and each difference
/// goes through the same doors as the event that was missed.
/// </summary>
internal sealed class Reconciler(
    Floor floor, AgentDesk agents, Offers offers, CallFlow calls, TalkFlow talk, LegEvents legs, CallMedia media)
{
    public void NodeLost(NodeId node)
    {
        floor.Nodes.Remove(node);
        floor.TouchAllDesks();
    }

    public void NodeFound(Input.NodeSnapshot truth)
    {
        floor.Nodes.Add(truth.Node);
        var found = truth.Legs.ToDictionary(l => l.Leg);
        foreach (var call in floor.Calls.Values.Where(c => c.Live && c.Leg.Node == truth.Node).ToList())
        {
            Compare(call, found, truth.StartedAt);
        }
        Found(truth.Legs);
        ComparePhones(truth);
        foreach (var call in floor.Calls.Values.Where(c => c.Live && c.Leg.Node == truth.Node))
        {
            floor.LookAgain(call);
            WakeFor(call);
        }
        floor.TouchAllDesks();
    }

    /// <summary>What was missed goes through the doors of the event that would have told it.</summary>
    public void TruthDiffered(Input.TruthDiffered input)
    {
        foreach (var leg in input.Gone)
        {
            legs.Ended(leg, HangupCause.NormalClearing);
        }
        Found(input.Unknown);
        foreach (var phone in input.Phones)
        {
            talk.PhoneRegistered(new Input.PhoneRegistered(input.Node, phone.Endpoint, phone.Registered));
        }
    }

    /// <summary>Takes up citizens whom nobody knows, in the order of their waiting, and removes legs that belong to no call.</summary>
    private void Found(IReadOnlyList<FoundLeg> all)
    {
        foreach (var leg in all.Where(l => l.Role == FoundRole.Citizen && !floor.Legs.Stands(l.Leg)).OrderBy(l => l.Mark?.QueuedAt ?? l.CreatedAt))
        {
            Adopt(leg, all);
        }
        foreach (var leg in all.Where(l => l.Role != FoundRole.Citizen && !floor.Legs.Stands(l.Leg)))
        {
            floor.Emit(new Effect.RemoveOrphan(leg.Leg));
        }
    }

    public void Restore(IEnumerable<Agent> restoredAgents, IEnumerable<Call> restoredCalls, IEnumerable<NodeId> nodes)
    {
        floor.Nodes.UnionWith(nodes);
        foreach (var agent in restoredAgents)
        {
            floor.Agents.Add(agent.Id, agent);
            floor.Skills.SignIn(agent);
            floor.Phones[agent.Phone] = agent.Id;
            if (agent.State == AgentState.Ready)
            {
                floor.Idle.Add(agent);
            }
        }
        foreach (var call in restoredCalls)
        {
            floor.Add(call);
            if (!call.Live)
            {
                floor.NoteEnded(call.Id); // his leg may still stand: our hang-up was under way
                continue;
            }
            floor.Legs.Restore(call);
            floor.Line(call, waits: call.IsInLine);
            WakeFor(call);
        }
    }

    private void Compare(Call call, Dictionary<LegId, FoundLeg> found, DateTimeOffset startedAt)
    {
        if (!found.TryGetValue(call.Leg, out var citizen))
        {
            floor.NoteUnseen(call);
            floor.Legs.Ended(call, call.CitizenLeg, cause: null);
            calls.End(call, call.Times.InvitedAt < startedAt ? EndedBy.System : EndedBy.Caller);
            return;
        }
        foreach (var leg in call.Legs.Where(l => l.Stands))
        {
            if (!found.TryGetValue(leg.Id, out var there))
            {
                legs.Ended(leg.Id, leg.AnsweredAt is null && leg.Role == LegRole.Agent ? HangupCause.NoAnswer : HangupCause.NormalClearing);
            }
            else if (there.Up && leg.AnsweredAt is null)
            {
                legs.Answered(leg.Id);
            }
        }
        if (call.Live && call.State != CallState.Held && !citizen.InBridge)
        {
            Settle(call, citizen);
        }
    }

    /// <summary>A citizen of whom we knew nothing, or no longer: rebuilt from his mark and from who stands with him.</summary>
    private void Adopt(FoundLeg citizen, IReadOnlyList<FoundLeg> all)
    {
        var mark = citizen.Mark;
        if (mark is not null && floor.HasEnded(mark.Call))
        {
            floor.Emit(new Effect.RemoveOrphan(citizen.Leg)); // our hang-up was lost on the way
            return;
        }
        var call = calls.Add(new Input.CallArrived(
            mark?.Call ?? citizen.NewCall, mark?.Ticket ?? citizen.NewTicket, citizen.Leg, citizen.Trunk,
            mark?.Dialled ?? citizen.Dialled, citizen.Caller, citizen.SipCallId, citizen.CreatedAt, mark?.QueuedAt ?? citizen.CreatedAt,
            CallerSent: citizen.CallerSent));
        call.MarkedStep = mark?.Step;
        if (citizen.Up)
        {
            call.Times = call.Times with { AnsweredBySystemAt = citizen.CreatedAt };
            call.Put(call.CitizenLeg with { AnsweredAt = citizen.CreatedAt });
        }
        var agent = all.FirstOrDefault(l => l.Role == FoundRole.Agent && l.Call == call.Id && l.Up && !TalksElsewhere(l.Agent));
        var party = all.FirstOrDefault(l => l.Role == FoundRole.Party && l.Call == call.Id && l.Up);
        if (party is not null)
        {
            call.Party = new Party
            {
                Leg = party.Leg, Target = party.Dialled, Name = party.Dialled, Until = floor.Now, State = PartyState.Joined, Since = party.CreatedAt,
            };
            call.PartyCount = 1;
            call.PartyTarget = party.Dialled;
            call.Times = call.Times with { PartyAnsweredAt = party.CreatedAt };
            floor.Legs.Begin(call, TakenUp(party, LegRole.Party));
        }
        if (agent is not null)
        {
            TakeAgent(call, citizen, agent);
        }
        else if (party is not null)
        {
            floor.Line(call, waits: false);
            call.State = CallState.HandedOver;
            if (mark?.Step != CallStep.WithParty)
            {
                call.Times = call.Times with { AgentAnsweredAt = citizen.CreatedAt }; // one had him; when, the ledger may know
            }
        }
        else
        {
            floor.Line(call, waits: false); // its place depends on what is set now
            call.Front = mark?.Step is CallStep.Talking or CallStep.Held or CallStep.Lost or CallStep.HandedOver or CallStep.WithParty;
            floor.Line(call, waits: true);
            Settle(call, citizen);
        }
        floor.Touch(call);
    }

    /// <summary>Then this leg of his is one that we had hung up already: it is found among those that belong to no call.</summary>
    private bool TalksElsewhere(AgentId? agent) => agent is { } id && floor.Calls.Values.Any(c => c.AgentTalks && c.Agent == id);

    private void TakeAgent(Call call, FoundLeg citizen, FoundLeg agent)
    {
        floor.Line(call, waits: false);
        call.State = citizen.InBridge ? CallState.Talking : CallState.Held;
        call.HeldSince = citizen.InBridge ? null : floor.Now;
        call.Music = !citizen.InBridge;
        call.Agent = agent.Agent;
        call.OfferCount = 1;
        call.Times = call.Times with { AgentAnsweredAt = agent.CreatedAt };
        floor.Legs.Begin(call, TakenUp(agent, LegRole.Agent));
        if (agent.Agent is { } id && floor.Agents.TryGetValue(id, out var known))
        {
            var before = known.Call is { } other ? floor.Calls.GetValueOrDefault(other) : null;
            if (before?.Offer is { } ring && ring.Agent == id)
            {
                offers.Withdraw(before, RingResult.Withdrawn);
                floor.Line(before, waits: before.State == CallState.Waiting);
            }
            known.Call = call.Id;
            agents.Talk(known);
            if (before is { Live: false, Outcome: null } && before != call)
            {
                known.Owes = [.. known.Owes, before.Id]; // he was writing it when the fallback queue rang him
            }
            else if (before is not null)
            {
                floor.Forget(before);
            }
        }
    }

    /// <summary>A leg of somebody who talks with him; when it was answered only its node knew.</summary>
    private static CallLeg TakenUp(FoundLeg leg, LegRole role) => new()
    {
        Id = leg.Leg, Role = role, Agent = leg.Agent, Number = leg.Dialled, Trunk = leg.Trunk, StartedAt = leg.CreatedAt, AnsweredAt = leg.CreatedAt,
    };

    /// <summary>Brings the citizen into his bridge, answered, with music while nobody talks with him.</summary>
    private void Settle(Call call, FoundLeg citizen)
    {
        if (!citizen.Up)
        {
            floor.Emit(new Effect.AnswerCall(call.Id, call.Leg));
        }
        floor.Emit(new Effect.OpenBridge(call.Id, call.Leg.Node));
        floor.Emit(new Effect.JoinBridge(call.Id, call.Leg));
        if (call.State is CallState.Waiting or CallState.Lost)
        {
            call.Music = false;
            call.Playing = null;
            media.StartMusic(call);
        }
        else if (call is { State: CallState.Refused, Playing: { } last })
        {
            media.Play(call, last); // its end may have passed unheard, and the line ends with it
        }
    }

    private void ComparePhones(Input.NodeSnapshot truth)
    {
        var registered = truth.RegisteredEndpoints.ToHashSet();
        foreach (var agent in floor.Agents.Values.Where(a => a.Phone.Node == truth.Node).ToList())
        {
            agents.PhoneRegistered(agent, registered.Contains(agent.Phone.Endpoint));
            if (agent.PhoneRegistered && agent.Call is { } id && floor.Calls.TryGetValue(id, out var call))
            {
                offers.Resume(call);
            }
        }
    }

    private void WakeFor(Call call)
    {
        foreach (var at in new[] { call.Offer?.Until, call.Party?.Until, call.LostUntil, call.StepUntil, call.AnnounceAt })
        {
            if (at is { } moment)
            {
                floor.WakeAt(call, moment);
            }
        }
        foreach (var again in call.NotAgainUntil.Values)
        {
            floor.WakeAt(call, again);
        }
    }
}
